/** Small shapes that stand beside words, never instead of them. */
import { raw } from '../html/jsx-runtime';

const paths = {
  done: 'm5 10.500 3.500 3.500 6.500-7.500',
  current: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 6v4l2.500 1.500',
  waiting: 'M6 10h8',
  problem: 'M10 5v6m0 3v.2',
  info: 'M10 9v5.500m0-8.500v.2',
  stopped: 'm6.500 6.500 7 7m0-7-7 7',
  search: 'M13.500 13.500 18 18M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Z',
  next: 'M4 10h12m-5-5 5 5-5 5',
  back: 'M16 10H4m5-5-5 5 5 5',
  down: 'm5 8 5 5 5-5',
  phone: 'M6 3 3.500 5c0 6.500 5 11.500 11.500 11.500L17 14l-3.500-2.500L11.500 13C9.500 12 8 10.500 7 8.500L8.500 6.500 6 3Z',
  place: 'M10 18s6-5.200 6-10a6 6 0 1 0-12 0c0 4.800 6 10 6 10Zm0-8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  person: 'M10 10a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-7 8c0-3.500 3-6 7-6s7 2.500 7 6',
} as const;
export type IconName = keyof typeof paths;

const drawn = Object.fromEntries(
  Object.entries(paths).map(([name, path]) => [name, raw(`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`)]),
) as { [name in IconName]: ReturnType<typeof raw> };

export const Icon = ({ name }: { name: IconName }) => drawn[name];
