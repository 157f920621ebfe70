/** What a later order changes against the one it continues, clause by clause. */
import type { Clause, ClauseKind, Order, Window } from './order';

export type Change =
  | { kind: 'new'; clause: Clause }
  | { kind: 'continued'; clause: Clause; earlier: Clause; before: Window; after: Window; added: string[]; removed: string[] }
  | { kind: 'left'; earlier: Clause };

export function changesAgainst(earlier: Order, later: Order): Change[] {
  const pairs = later.continues?.order === earlier.id ? later.continues.clauses : {};
  const own = later.clauses.map((clause): Change => {
    const before = earlier.clauses.find((c) => c.id === pairs[clause.id]);
    if (!before) return { kind: 'new', clause };
    const [was, is] = [items(before), items(clause)];
    return { kind: 'continued', clause, earlier: before, before: before.window, after: clause.window, added: is.filter((x) => !was.includes(x)), removed: was.filter((x) => !is.includes(x)) };
  });
  const kept = new Set(Object.values(pairs));
  return [...own, ...earlier.clauses.filter((c) => !kept.has(c.id)).map((c): Change => ({ kind: 'left', earlier: c }))];
}

/** What the clause lists: kinds of work it exempts, kinds of venue it closes. */
function items(clause: Clause): string[] {
  const listed: { readonly [k in ClauseKind]: () => string[] } = {
    'stay-home': () => (clause.kind === 'stay-home' ? clause.exempt.map((e) => e.work) : []),
    'venue-closure': () => (clause.kind === 'venue-closure' ? clause.closed.map((x) => x.venue) : []),
    'leave-area': () => [],
  };
  return listed[clause.kind]();
}
