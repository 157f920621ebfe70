/** Reads `games/*.yaml` and holds it against the city's services, code lists and sources. All findings of a file at once, each at its line. */
import { finding, inOrder, placeIn, read, shaped, type Finding, type InForce } from '../catalogue';
import { check } from './check';
import { games as declaration, type Games } from './declare/games';

export type Loaded = { editions: Games[]; findings: Finding[] };

export function loadGames(files: ReadonlyMap<string, string>, law: InForce): Loaded {
  const editions: Games[] = [];
  const findings: Finding[] = [];
  for (const file of [...files.keys()].filter((f) => /^games\/[^/]+\.yaml$/.test(f)).sort()) {
    const { tree, findings: unread } = read(file, files.get(file)!);
    findings.push(...unread);
    if (!tree) continue;
    const result = shaped(declaration, tree);
    if ('findings' in result) {
      findings.push(...result.findings);
      continue;
    }
    const games = result.value;
    const named = file === `games/${games.id}.yaml`;
    if (!named) findings.push(finding('YJ302', placeIn(tree, ['id']), `文件名应与 id 相同：${games.id}.yaml`, `the file name must be the id: ${games.id}.yaml`));
    const found = check(games, law, (path) => placeIn(tree, path));
    findings.push(...found);
    if (named && found.length === 0) editions.push(games);
  }
  return { editions, findings: inOrder(findings) };
}
