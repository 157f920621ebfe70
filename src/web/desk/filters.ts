/** The queue's filters as they stand in the address, so that they survive a reload, a claim and the way back. */
import type { QueueFilters } from '../../app/desk';
import type { Visit } from '../visit';

export const filters = {
  todo: ['received', 'supplemented', 'accepted', 'under-review', 'paused', 'supplement-requested'],
  new: ['received', 'supplemented'],
  review: ['accepted', 'under-review'],
  supplement: ['supplement-requested'],
  paused: ['paused'],
  waiting: ['waiting', 'depends'],
  deliver: ['granted'],
} as const satisfies { [name: string]: readonly string[] };
export type Filter = keyof typeof filters;
const isFilter = (x: string): x is Filter => Object.hasOwn(filters, x);

export const holders = ['mine', 'free'] as const;
export const lightColours = ['red', 'yellow', 'green'] as const;

export type Asked = { state: Filter; service?: string; division?: string; holder?: (typeof holders)[number]; light?: (typeof lightColours)[number]; after?: string };

/** What cannot be understood is left out, but for `after`. */
export function askedIn(v: Visit, read: (name: string) => string | undefined): Asked {
  const state = read('state') ?? 'todo';
  const [service, division, holder, light, after] = ['service', 'division', 'holder', 'light', 'after'].map((n) => read(n) ?? '') as [string, string, string, string, string];
  const known = <T extends string>(all: readonly T[], x: string): T | undefined => all.find((one) => one === x);
  const [h, l] = [known(holders, holder), known(lightColours, light)];
  return {
    state: isFilter(state) ? state : 'todo',
    ...(v.law.services.has(service) && { service }),
    ...(v.law.divisions.has(division) && { division }),
    ...(h && { holder: h }),
    ...(l && { light: l }),
    ...(after && { after }),
  };
}

/** The same as a query; `after` only where it is asked for. */
export const queryOf = ({ state, after, ...rest }: Asked): { [name: string]: string | undefined } => ({ ...(state !== 'todo' && { state }), ...rest, ...(after && { after }) });

export const isNarrowed = (a: Asked): boolean => a.service !== undefined || a.division !== undefined || a.holder !== undefined || a.light !== undefined;

export const toQueue = ({ state, ...rest }: Asked): QueueFilters => ({ ...rest, statuses: [...filters[state]] });
