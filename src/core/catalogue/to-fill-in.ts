/** Lines that still say TODO, as `yijian new` leaves them: in values and in comments alike, so that nothing unfinished is published unseen. */
import { finding, type Finding } from './finding';

export function toFillIn(files: ReadonlyMap<string, string>): Finding[] {
  return [...files].flatMap(([file, text]) =>
    file.endsWith('.yaml') && text.includes('TODO')
      ? text.split('\n').flatMap((line, i) => {
          const column = line.search(/\bTODO\b/) + 1;
          if (column === 0) return [];
          const what =
            [...line.matchAll(/\bTODO\b[ :：]*([^,}\]"']*)/g)]
              .map((m) => m[1]!.trim())
              .filter(Boolean)
              .join(' / ') || line.trim();
          return [finding('YJ515', { file, line: i + 1, column }, `还没有填：${what}`, `still to be filled in: ${what}`)];
        })
      : [],
  );
}
