/**
 * Reads `agreements/` and `requests/` of a city folder. All findings at once; with any, there is no ledger: nothing is half applied.
 */
import { type Finding, inOrder, finding, placeIn, read, shaped, type Tree } from '../catalogue';
import type * as v from 'valibot';
import { checkAgreement, checkTree, rootOf } from './check-agreement';
import { readMoney } from './check-money';
import { checkRequest } from './check-request';
import { checkTask } from './check-tasks';
import { checkSources, type Cited } from './check-sources';
import { agreement, type DeclaredAgreement } from './declare/agreement';
import { request, type DeclaredRequest } from './declare/request';
import type { Agreement, Ledger, Request } from './ledger';
import { below, type Say, sayIn, unique } from './say';

export type Loaded = { ledger: Ledger | null; findings: Finding[] };
type Declared<T> = { value: T; file: string; tree: Tree; say: Say };

/** @param cited what a source id leads to; without it sources are not checked. */
export function loadLedger(files: ReadonlyMap<string, string>, cited: Cited | null = null): Loaded {
  const findings: Finding[] = [];
  const agreements = folder(files, 'agreements', agreement, findings);
  const requests = folder(files, 'requests', request, findings);
  if (findings.length) return { ledger: null, findings: inOrder(findings) };

  const declared = new Map([...agreements].map(([id, d]) => [id, d.value]));
  const sayFor = (id: string): Say => agreements.get(id)!.say;
  for (const { value: a, say } of agreements.values()) {
    checkAgreement(a, say);
    for (const [i, c] of a.commitments.entries()) for (const [j, t] of (c.tasks ?? []).entries()) checkTask(t, a.parties, a.signed, below(say, ['commitments', i, 'tasks', j]));
    unique(a.requests ?? [], ['requests'], say);
    for (const [i, r] of (a.requests ?? []).entries()) checkRequest(r, [...a.parties, ...(r.parties ?? [])], below(say, ['requests', i]));
  }
  for (const { value: r, say } of requests.values()) checkRequest(r, r.parties ?? [], say);
  checkTree(declared, sayFor);
  if (cited) for (const { value, tree } of [...agreements.values(), ...requests.values()]) checkSources(value, cited, sayIn(tree, findings));

  const inOrderOfSigning = [...declared.values()].sort((a, b) => (a.signed < b.signed ? -1 : a.signed > b.signed ? 1 : depth(declared, a) - depth(declared, b) || (a.id < b.id ? -1 : 1)));
  const books = new Map(
    inOrderOfSigning.filter((a) => !a.under).map((top) => [top.id, readMoney([top, ...inOrderOfSigning.filter((a) => a !== top && rootOf(declared, a.id) === top.id)], sayFor)] as const),
  );
  if (findings.length) return { ledger: null, findings: inOrder(findings) };
  const rooted = inOrderOfSigning.map((a): Agreement => ({ ...a, root: rootOf(declared, a.id)! }));
  return { ledger: { agreements: new Map(rooted.map((a) => [a.id, a])), requests: allRequests(rooted, requests), books }, findings: [] };
}

function folder<S extends v.GenericSchema>(files: ReadonlyMap<string, string>, name: string, schema: S, findings: Finding[]): Map<string, Declared<v.InferOutput<S>>> {
  const out = new Map<string, Declared<v.InferOutput<S>>>();
  for (const [file, text] of [...files].filter(([path]) => path.startsWith(`${name}/`)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/(^|\/)README[^/]*\.md$/.test(file)) continue;
    const named = /^[a-z]+\/([^/]+)\.yaml$/.exec(file)?.[1];
    if (!named) {
      findings.push(finding('YJ108', { file, line: 1, column: 1 }, `${name}/ 里只放 ID.yaml；移走这个文件，或改名`, `${name}/ holds ID.yaml files only; move this file, or rename it`));
      continue;
    }
    const { tree, findings: found } = read(file, text);
    findings.push(...found);
    if (!tree) continue;
    const result = shaped(schema, tree);
    if ('findings' in result) {
      findings.push(...result.findings);
      continue;
    }
    const { id } = result.value as { id: string };
    if (id !== named) findings.push(finding('YJ302', placeIn(tree, ['id']), `文件名应与 id 相同：${id}.yaml`, `the file name must be the id: ${id}.yaml`));
    out.set(id, { value: result.value, file, tree, say: sayIn(tree, findings) });
  }
  return out;
}

const depth = (all: ReadonlyMap<string, DeclaredAgreement>, a: DeclaredAgreement): number => {
  let n = 0;
  for (let at: DeclaredAgreement | undefined = a; at?.under && n < all.size; at = all.get(at.under)) n++;
  return n;
};

function allRequests(agreements: readonly Agreement[], requests: ReadonlyMap<string, Declared<DeclaredRequest>>): Map<string, Request> {
  const inside = agreements.flatMap((a) => (a.requests ?? []).map((r): Request => ({ ...r, key: `${a.id}.${r.id}`, agreement: a.id, parties: [...a.parties, ...(r.parties ?? [])] })));
  const own = [...requests.values()].map(({ value: r }): Request => ({ ...r, key: r.id, agreement: null, parties: r.parties ?? [] }));
  const ordered = [...own, ...inside].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return new Map(ordered.map((r) => [r.key, r]));
}
