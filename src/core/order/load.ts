/**
 * Loads `orders/*.yaml`. Stages: YAML, shape, then times, words, sources and windows of each file, then the chain of orders; a file that fails
 * a stage goes no further, and an order with a finding is not in the book: nobody gets an answer from a broken order.
 */
import type { Millis } from '../calendar/instant';
import { finding, inOrder, placeIn, read, shaped, type Finding, type InForce } from '../catalogue';
import { checkChain } from './check-chain';
import { checkSources } from './check-sources';
import { checkTimes } from './check-times';
import { checkWords } from './check-words';
import { order as declaration } from './declare/order';
import type { Draft } from './draft';
import type { Moment } from './declare/moment';
import { instantOf, lengthOfTime } from './measures';
import type { Clause, Order, OrderBook } from './order';

export type Loaded = { book: OrderBook; errors: Finding[]; warnings: Finding[] };

export function loadOrders(files: ReadonlyMap<string, string>, law: InForce): Loaded {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const orders: Order[] = [];
  const drafts = new Map<string, Draft>();
  for (const file of [...files.keys()].filter((f) => /^orders\/[^/]+\.ya?ml$/.test(f)).sort()) {
    const { draft, findings } = open(file, files.get(file)!);
    errors.push(...findings);
    if (!draft) continue;
    const found: Finding[] = [];
    const order = measured(draft, found);
    found.push(...checkWords(draft, law));
    if (order) found.push(...checkTimes(draft, order));
    const sources = checkSources(draft, law);
    errors.push(...found, ...sources.errors);
    warnings.push(...sources.warnings);
    if (!order || found.length || sources.errors.length) continue;
    orders.push(order);
    drafts.set(order.id, draft);
  }
  const chain = checkChain(orders, drafts, errors.length === 0);
  const broken = new Set(chain.map((f) => f.file));
  const sound = orders.filter((o) => !broken.has(o.file)).sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  return { book: { area: law.city.division, orders: sound }, errors: inOrder([...errors, ...chain]), warnings: inOrder(warnings) };
}

/** For the linter: what is wrong with the orders of a folder. */
export const lintOrders = (files: ReadonlyMap<string, string>, law: InForce): Pick<Loaded, 'errors' | 'warnings'> => {
  const { errors, warnings } = loadOrders(files, law);
  return { errors, warnings };
};

function open(file: string, text: string): { draft: Draft | null; findings: Finding[] } {
  const { tree, findings } = read(file, text);
  if (!tree) return { draft: null, findings };
  const result = shaped(declaration, tree);
  if ('findings' in result) return { draft: null, findings: result.findings };
  const draft: Draft = { file, declared: result.value, tree, at: (...path) => placeIn(tree, path) };
  const named = file.slice('orders/'.length).replace(/\.ya?ml$/, '');
  if (named === result.value.id) return { draft, findings };
  return { draft: null, findings: [finding('YJ750', draft.at('id'), `文件名应与 id 相同：orders/${result.value.id}.yaml`, `the file name must be the id: orders/${result.value.id}.yaml`)] };
}

/** Every instant and length read; null when one cannot be. */
function measured({ declared, at }: Draft, out: Finding[]): Order | null {
  const instant = (m: Moment, ...path: (string | number)[]): Millis | null => instantOf(m.at, at(...path, 'at'), out);
  const publishedAt = instant(declared.published, 'published');
  const ends = (declared.ends ?? []).map((e, i) => ({ order: e.order, clause: e.clause, at: instant(e.at, 'ends', i, 'at'), source: e.source }));
  const clauses = declared.clauses.map((c, i): Clause | null => {
    const from = instant(c.from, 'clauses', i, 'from');
    const to = c.to ? instant(c.to, 'clauses', i, 'to') : null;
    const window = from === null ? null : { from, to };
    if (c.kind !== 'leave-area') return window && { ...c, window };
    const maxAge = lengthOfTime(c.unless.test.within);
    if (maxAge === null)
      out.push(
        finding('YJ766', at('clauses', i, 'unless', 'test', 'within'), `“${c.unless.test.within}”没有单位；24 小时写成 PT24H`, `"${c.unless.test.within}" has no unit; write 24 hours as PT24H`),
      );
    return window && maxAge !== null ? { ...c, window, maxAge } : null;
  });
  if (out.length || publishedAt === null) return null;
  return { ...declared, file: at().file, publishedAt, clauses: clauses.filter((c) => c !== null), ends: ends.flatMap((e) => (e.at === null ? [] : [{ ...e, at: e.at }])) };
}
