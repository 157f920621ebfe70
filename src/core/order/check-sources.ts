/** Where an order's facts come from: each cites a fact that exists, or is assumed and says what is assumed; and the fact points back. */
import { finding, type Finding, type InForce, type Place, type Tree } from '../catalogue';
import type { Draft } from './draft';

export function checkSources({ declared, tree, at, file }: Draft, law: InForce): { errors: Finding[]; warnings: Finding[] } {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const cited = new Map<string, Place>();
  collect(tree, cited, errors);
  for (const [source, place] of cited) {
    const document = source.split('#')[0]!;
    if (law.citations.has(source)) continue;
    if (law.sources.has(document))
      errors.push(
        finding(
          'YJ770',
          place,
          `来源 ${document} 里没有“${source.slice(document.length + 1)}”；查 sources/${document}.yaml`,
          `source ${document} has no "${source.slice(document.length + 1)}"; look in sources/${document}.yaml`,
        ),
      );
    else errors.push(finding('YJ769', place, `没有来源文件 sources/${document}.yaml；加上它，或改正来源的标识`, `there is no sources/${document}.yaml; add it, or correct the id of the source`));
  }
  const marked = (x: { source?: string | undefined; assumed?: boolean | undefined }) => x.source !== undefined || x.assumed === true;
  if (!marked(declared)) {
    const bare = (x: Parameters<typeof marked>[0], ...path: (string | number)[]) => {
      if (!marked(x))
        errors.push(finding('YJ771', at(...path), '这里没有出处；写 source，或写 assumed: true 和 note', 'nothing says where this comes from; write source, or assumed: true with a note'));
    };
    bare(declared.issuer, 'issuer');
    bare(declared.published, 'published');
    declared.clauses.forEach((c, i) => void bare(c, 'clauses', i));
  }
  const me = `orders/${declared.id}`;
  for (const [id, s] of law.sources)
    for (const f of s.facts ?? []) {
      const [pointsHere, isCited] = [f.usedBy?.includes(me), cited.has(`${id}#${f.id}`)];
      if (pointsHere && !isCited)
        warnings.push(
          finding(
            'YJ779',
            { file, line: 1, column: 1 },
            `来源 ${id}#${f.id} 说用在这里，这里却没有引用；引用它，或改 usedBy`,
            `source ${id}#${f.id} says it is used here, but is not cited; cite it or correct its usedBy`,
          ),
        );
      if (isCited && !pointsHere)
        warnings.push(finding('YJ779', cited.get(`${id}#${f.id}`)!, `来源 ${id}#${f.id} 没有指回来；在它的 usedBy 里写 ${me}`, `source ${id}#${f.id} does not point back; add ${me} to its usedBy`));
    }
  return { errors, warnings };
}

/** Every `source` with its first place, and every `assumed: true` without a word about it. */
function collect(tree: Tree, cited: Map<string, Place>, errors: Finding[]): void {
  if (tree.kind === 'list') for (const item of tree.items) collect(item, cited, errors);
  if (tree.kind !== 'map') return;
  const text = (key: string) => {
    const t = tree.entries.get(key)?.value;
    return t?.kind === 'text' ? t : undefined;
  };
  const source = text('source');
  if (source && !cited.has(source.value)) cited.set(source.value, source.place);
  const cites = tree.entries.get('cites')?.value;
  if (cites?.kind === 'list') for (const c of cites.items) if (c.kind === 'text' && !cited.has(c.value)) cited.set(c.value, c.place);
  const assumed = text('assumed');
  if (assumed?.value === 'true' && !tree.entries.has('note'))
    errors.push(finding('YJ772', assumed.place, '标了 assumed 却没说假定了什么；写 note: {zh, en}', 'marked as assumed without saying what is assumed; write note: {zh, en}'));
  for (const { value } of tree.entries.values()) collect(value, cited, errors);
}
