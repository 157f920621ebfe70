/** Every `source` anywhere in the folder names an entry of `sources/`, also beside a dated value that is not in force today. */
import { nearest } from '../rules';
import type { Citation } from './catalogue';
import { finding, type Finding } from './finding';
import type { Tree } from './read';

export function checkCitations(citations: ReadonlyMap<string, Citation>, trees: ReadonlyMap<string, Tree>): Finding[] {
  const out: Finding[] = [];
  const visit = (t: Tree): void => {
    if (t.kind === 'list') t.items.forEach(visit);
    if (t.kind !== 'map') return;
    for (const [key, { value }] of t.entries) {
      if (key !== 'source' || value.kind !== 'text') visit(value);
      else if (!citations.has(value.value)) {
        const near = nearest(value.value, citations.keys());
        out.push(
          finding(
            'YJ303',
            value.place,
            `没有叫“${value.value}”的来源${near ? `；是不是 ${near}？` : '；在 sources/ 里补上'}`,
            `no source is called "${value.value}"${near ? `; did you mean ${near}?` : '; add it in sources/'}`,
          ),
        );
      }
    }
  };
  for (const tree of trees.values()) visit(tree);
  return out;
}
