/** How the room's checks speak: a code, the path of the value at fault in its file, and the sentence in both languages. */
import { finding, type Finding, placeIn, type Tree } from '../catalogue';
import type { Party } from './declare/part';

export type Path = (string | number)[];
export type Say = (code: string, path: Path, zh: string, en: string) => void;

export const sayIn =
  (tree: Tree, into: Finding[]): Say =>
  (code, path, zh, en) =>
    void into.push(finding(code, placeIn(tree, path), zh, en));

/** The same, for something written deeper in the file. */
export const below =
  (say: Say, prefix: Path): Say =>
  (code, path, zh, en) =>
    say(code, [...prefix, ...path], zh, en);

/** Says which of the ids are not among the parties. */
export function ensureParties(parties: readonly Party[], say: Say): (ids: readonly string[], path: Path) => void {
  const known = new Set(parties.map((p) => p.id));
  return (ids, path) => {
    if (ids.length === 0) say('YJ810', path, '没有写明由谁负责；至少写一方', 'nobody is named; give at least one party');
    for (const id of ids)
      if (!known.has(id))
        say(
          'YJ811',
          path,
          `“${id}”不在各方之中；有 ${[...known].join('、') || '空'}；在 parties 里写明，或改成已有的`,
          `"${id}" is not among the parties (${[...known].join(', ') || 'none'}); declare it in parties, or use one that is there`,
        );
  };
}

export function unique(items: readonly { id: string }[], path: Path, say: Say): void {
  const seen = new Set<string>();
  items.forEach((item, i) => {
    if (seen.has(item.id)) say('YJ812', [...path, i, 'id'], `“${item.id}”写了两次；换一个标识，或删去一处`, `"${item.id}" is written twice; give another id, or remove one`);
    seen.add(item.id);
  });
}
