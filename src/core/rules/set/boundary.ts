/**
 * Mutants of a rule: each comparison moved by the least there is – `<` made `<=`, its constant one more or one less. An example that
 * tells a mutant from the rule stands at that boundary; a boundary no example stands at is one nobody has looked at.
 */
import { dateOf, parseDate } from '../../calendar/civil-date';
import { isLiteral, mapParts, parts, type Comparison, type Expression, type Literal } from '../expression';

/** @param at where the comparison stands in its text. */
export type Mutant = { at: number; words: string; body: Expression };

const flipped: { readonly [op: string]: Comparison } = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };

export function* mutants(body: Expression): Generator<Mutant> {
  for (const { node, to, words } of moved(body)) yield { at: node.at, words, body: replaced(body, node, to) };
}

/** A parameter one more and one less. */
export function shiftedValues(e: Expression): Expression[] {
  return isLiteral(e) ? around(e) : [];
}

function* moved(e: Expression): Generator<{ node: Expression; to: Expression; words: string }> {
  if (e.kind === 'compare' && flipped[e.op]) {
    const op = flipped[e.op]!;
    const constant = isLiteral(e.right) ? e.right : isLiteral(e.left) ? e.left : null;
    yield { node: e, to: { ...e, op }, words: `${e.op} ${constant ? constant.value : ''}`.trim() };
    for (const c of constant ? around(constant) : []) yield { node: e, to: constant === e.right ? { ...e, right: c } : { ...e, left: c }, words: `${e.op} ${constant!.value}` };
  }
  if (e.kind === 'in')
    for (const [k, item] of e.items.entries()) {
      if (item.kind !== 'range') continue;
      const put = (range: typeof item): Expression => ({ ...e, items: e.items.map((i, n) => (n === k ? range : i)) });
      const [low, high] = [isLiteral(item.from) ? item.from.value : '', isLiteral(item.to) ? item.to.value : ''];
      yield { node: e, to: put({ ...item, fromOpen: !item.fromOpen }), words: `${item.fromOpen ? '>' : '>='} ${low}`.trim() };
      yield { node: e, to: put({ ...item, toOpen: !item.toOpen }), words: `${item.toOpen ? '<' : '<='} ${high}`.trim() };
    }
  for (const p of parts(e)) yield* moved(p);
}

function around(c: Literal): Literal[] {
  if (typeof c.value === 'number') return [c.value - 1, c.value + 1].map((value) => ({ ...c, value }));
  const day = c.type === 'date' && typeof c.value === 'string' ? parseDate(c.value) : null;
  return day === null ? [] : [day - 1, day + 1].map((d) => ({ ...c, value: dateOf(d) }));
}

const replaced = (e: Expression, node: Expression, by: Expression): Expression => (e === node ? by : mapParts(e, (p) => replaced(p, node, by)));
