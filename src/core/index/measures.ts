/** Reads indicators, targets, statistics and index frames from the city folder. All findings at once, each at its line. */
import type * as v from 'valibot';
import { finding, inOrder, placeIn, read, shaped, type Finding, type InForce, type Tree } from '../catalogue';
import { check } from './check';
import type { Measures } from './measured';
import { frame } from './declare/frame';
import { indicator } from './declare/indicator';
import { statistic } from './declare/statistic';
import { target } from './declare/target';

const schemas = { indicators: indicator, targets: target, statistics: statistic, indices: frame } as const;
type Folder = keyof typeof schemas;

/** @param law for the divisions and sources that are named. */
export function loadMeasures(files: ReadonlyMap<string, string>, law: Pick<InForce, 'divisions' | 'citations'>): { measures: Measures; findings: Finding[] } {
  const findings: Finding[] = [];
  const trees = new Map<string, Tree>();
  const collect = <T extends { id: string }>(folder: Folder): Map<string, T> => {
    const map = new Map<string, T>();
    for (const path of [...files.keys()].filter((p) => p.startsWith(`${folder}/`)).sort()) {
      const tree = treeOf(path, files.get(path)!, findings);
      if (!tree) continue;
      trees.set(path, tree);
      const result = shaped(schemas[folder] as v.GenericSchema, tree);
      if ('findings' in result) {
        findings.push(...result.findings);
        continue;
      }
      const item = result.value as T;
      if (path !== `${folder}/${item.id}.yaml`) findings.push(finding('YJ302', placeIn(tree, ['id']), `文件名应与 id 相同：${item.id}.yaml`, `the file name must be the id: ${item.id}.yaml`));
      if (map.has(item.id)) findings.push(finding('YJ301', placeIn(tree, ['id']), `“${item.id}”已经定义过；改名或删去`, `"${item.id}" is defined already; rename or remove this one`));
      else map.set(item.id, item);
    }
    return map;
  };
  const measures: Measures = { indicators: collect('indicators'), targets: collect('targets'), statistics: collect('statistics'), indices: collect('indices') };
  findings.push(...check(measures, law, (file, path) => placeIn(trees.get(file)!, path)));
  return { measures, findings: inOrder(findings) };
}

function treeOf(path: string, text: string, findings: Finding[]): Tree | null {
  if (!path.endsWith('.yaml')) {
    findings.push(finding('YJ108', { file: path, line: 1, column: 1 }, '这里只放 .yaml 文件；改扩展名或移走', 'only .yaml files belong here; rename or move it'));
    return null;
  }
  const { tree, findings: found } = read(path, text);
  findings.push(...found);
  return tree;
}
