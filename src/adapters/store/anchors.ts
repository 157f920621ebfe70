/**
 * Anchors fix the record from outside. An anchor is the Merkle root over the heads of the cases that moved since the anchor before, and follows it by
 * hash; its line is also written to a file outside the database. Whoever removes a case whole, or writes a chain anew with its rows, contradicts the
 * anchors; whoever changes the anchors too contradicts the file – so the file should be copied to where the database's keeper cannot write.
 * Inserts anchor (1) and reads event; touches nothing the submissions wait for.
 */
import { hash as digest } from 'node:crypto';
import { appendFile, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { canonical } from '../../core/case/canonical';
import { genesis } from '../../core/case/chain';
import { merkleRoot } from '../../core/case/merkle';
import { sync } from './durable';
import type { Sql } from './sql';

/** One line of the file. `prev` and `hash` chain the anchors: hash = SHA-256 over RFC 8785 JSON of the rest. */
export type AnchorLine = { n: number; at: string; cases: number; root: string; prev: string; hash: string };
export type AnchorProblem = { n: number; problem: 'anchor-link' | 'anchor-root' | 'anchor-gone' /** Cases whose anchored event is not there. */; cases: string[] };

// Transactions at or above `safe` may still be under way; what they wrote comes with the next anchor.
const moved = /* sql */ `
with edge as (select coalesce(max(safe), 0) as since, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as safe from anchor)
select distinct on (case_id) case_id as "caseId", n, encode(h, 'hex') as hash, safe::text as safe
from event, edge where xid >= since and xid < safe order by case_id, event.n desc`;
const last = /* sql */ `select n::int as n, encode(h, 'hex') as hash from anchor order by n desc limit 1`;
const insert = /* sql */ `
insert into anchor (n, at, cases, upto, root, prev, h, safe) values ($1, $2, $3, $4::int[], decode($5, 'hex'), decode($6, 'hex'), decode($7, 'hex'), $8)
on conflict (n) do nothing returning n`;
const lines = /* sql */ `
select a.n::int as n, to_json(at at time zone 'UTC') as at, cardinality(cases) as cases, encode(root, 'hex') as root, encode(prev, 'hex') as prev, encode(a.h, 'hex') as hash
from anchor a where n > $1 order by n limit 500`;
const leavesOf = /* sql */ `
select l.case_id::text as "caseId", encode(e.h, 'hex') as hash
from anchor a cross join lateral unnest(a.cases, a.upto) with ordinality as l(case_id, n, o) left join event e on e.case_id = l.case_id and e.n = l.n
where a.n = $1 order by l.o`;

const sha256 = (bytes: Uint8Array | string) => digest('sha256', bytes);
const sealed = ({ n, at, cases, root, prev }: Omit<AnchorLine, 'hash'>) => sha256(canonical({ n, at, cases, root, prev }));

/** Anchors what moved since the last time. Null: nothing did, or another program was faster. */
export async function anchor(sql: Sql, at: Date): Promise<AnchorLine | null> {
  const [before] = await sql.rows<{ n: number; hash: string }>({ name: 'anchor-last', text: last, again: true });
  const heads = await sql.rows<{ caseId: string; n: number; hash: string; safe: string }>({ name: 'anchor-moved', text: moved, again: true });
  if (heads.length === 0) return null;
  const root = merkleRoot(
    heads.map((h) => h.hash),
    sha256,
  );
  const line = { n: (before?.n ?? 0) + 1, at: at.toISOString(), cases: heads.length, root, prev: before?.hash ?? genesis };
  const hash = sealed(line);
  const values = [line.n, line.at, heads.map((h) => h.caseId), heads.map((h) => String(h.n)), root, line.prev, hash, heads[0]!.safe];
  return (await sql.rows({ name: 'anchor', text: insert, values })).length > 0 ? { ...line, hash } : null;
}

async function anchorsAfter(sql: Sql, n: number): Promise<AnchorLine[]> {
  const rows = await sql.rows<AnchorLine>({ name: 'anchor-lines', text: lines, values: [n], again: true });
  return rows.map((r) => ({ ...r, at: new Date(`${r.at}Z`).toISOString() }));
}

/** Writes the lines the file does not have yet. On disk when it answers. */
export async function exportAnchors(sql: Sql, file: string): Promise<number> {
  let n = (await readAnchors(file)).at(-1)?.n ?? 0;
  let written = 0;
  for (let next = await anchorsAfter(sql, n); next.length > 0; next = await anchorsAfter(sql, n)) {
    await appendFile(file, next.map((l) => `${JSON.stringify(l)}\n`).join(''), { mode: 0o600 });
    written += next.length;
    n = next.at(-1)!.n;
  }
  if (written > 0) {
    const handle = await open(file, 'r');
    await handle.sync().finally(() => handle.close());
    await sync(dirname(file));
  }
  return written;
}

/** Whole lines only: the last may have been cut short by a power cut, and is written again. */
export async function readAnchors(file: string): Promise<AnchorLine[]> {
  const text = await readFile(file, 'utf8').catch((error) => (error.code === 'ENOENT' ? '' : Promise.reject(error)));
  return text
    .split('\n')
    .filter((l) => l.startsWith('{') && l.endsWith('}'))
    .map((l) => JSON.parse(l) as AnchorLine);
}

/** Every anchor computed anew from the events, and compared with what was written outside. */
export async function verifyAnchors(sql: Sql, outside: readonly AnchorLine[] = []): Promise<{ anchors: number; broken: AnchorProblem[] }> {
  const known = new Map(outside.map((l) => [l.n, l]));
  const broken: AnchorProblem[] = [];
  let [n, prev] = [0, genesis];
  for (let next = await anchorsAfter(sql, 0); next.length > 0; next = await anchorsAfter(sql, n)) {
    for (const line of next) {
      const said = known.get(line.n);
      known.delete(line.n);
      if (line.n !== n + 1 || line.prev !== prev || sealed(line) !== line.hash || (said && said.hash !== line.hash)) broken.push({ n: line.n, problem: 'anchor-link', cases: [] });
      const leaves = await sql.rows<{ caseId: string; hash: string | null }>({ name: 'anchor-leaves', text: leavesOf, values: [line.n], again: true });
      const gone = leaves.filter((l) => l.hash === null).map((l) => l.caseId);
      if (
        gone.length > 0 ||
        leaves.length !== line.cases ||
        merkleRoot(
          leaves.map((l) => l.hash!),
          sha256,
        ) !== line.root
      )
        broken.push({ n: line.n, problem: 'anchor-root', cases: gone });
      [n, prev] = [line.n, line.hash];
    }
  }
  for (const line of known.values()) broken.push({ n: line.n, problem: 'anchor-gone', cases: [] });
  return { anchors: n, broken };
}
