/**
 * Each conditional line becomes its own reduced, ordered multi-valued decision diagram. Reduced and ordered means canonical
 * (Bryant 1986): a variable stands in the diagram exactly when the outcome still depends on it – so "what is still worth
 * asking" is the diagram's support, and a terminal is reached at the earliest moment any sound method can stop.
 *
 * What a variable is, and into which cells its values are cut, is said in `variables.ts`. Within a variable of several unknowns
 * the support names a concept only if the outcome changes when that concept alone moves.
 */
import { confirmed } from './confirm';
import { forest, TooManyNodes, type Branch, type Forest, type Node } from './forest';
import { nothingKnown } from './cells';
import type { DomainOf } from './domain';
import type { Known } from './evaluate';
import { simplify } from './simplify';
import { conceptsOf, mapParts, parts, type Expression } from './expression';

export type { Branch, Leaf, Node } from './forest';

export type Diagram = {
  root: Node;
  /** Concepts the outcome still depends on, in order of first mention. */
  support: string[];
  /** False where the support may name a concept too many: past the cap, or where unknowns meet in a way that cannot be cut. */
  exact: boolean;
};

/**
 * @param residual from `simplify`: no known concept is left in it.
 * @param work joins of nodes after which the diagram is given up and the support is every unknown concept.
 */
export function diagram(residual: Expression, domainOf: DomainOf, work?: number): Diagram {
  const line = lifted(residual);
  const built = grown([line], domainOf, work);
  const mentioned = [...conceptsOf(residual)];
  if (!built) return { root: capped(mentioned), support: mentioned, exact: false };
  const root = built.roots[0]!;
  const named = supportOf(root);
  const support = mentioned.filter((c) => named.has(c));
  let exact = true;
  walk(root, (b) => {
    exact &&= b.variable.exact;
  });
  return { root, support, exact: exact || support.every((c) => confirmed(residual, c, domainOf)) };
}

/** Lines as diagrams over shared variables, or null past the cap. */
export function grown(lines: readonly Expression[], domainOf: DomainOf, work?: number): { forest: Forest; roots: Node[] } | null {
  try {
    const f = forest(lines, domainOf, work);
    return { forest: f, roots: lines.map(f.of) };
  } catch (e) {
    if (e instanceof TooManyNodes) return null;
    throw e;
  }
}

/** Stands for a line past the cap: undecided, and nothing more is known of it. */
const capped = (concepts: readonly string[]): Branch => ({ leaf: false, id: -1, rank: 0, last: 0, variable: { key: '?', concepts, cells: [], moves: new Map(), exact: false }, children: [] });

/** Concepts some node's outcome changes with when they alone move. */
function supportOf(root: Node): Set<string> {
  const found = new Set<string>();
  walk(root, (b) => {
    for (const [concept, sets] of b.variable.moves) if (!found.has(concept) && sets.some(({ cells }) => cells.some((i) => b.children[i] !== b.children[cells[0]!]))) found.add(concept);
  });
  return found;
}

export function walk(node: Node, visit: (b: Branch) => void, seen = new Set<Branch>()): void {
  if (node.leaf || seen.has(node)) return;
  seen.add(node);
  visit(node);
  for (const c of node.children) walk(c, visit, seen);
}

/** One way to reach the outcome: variable and cell in words, or null if no answers reach it. */
export function witness(node: Node, outcome: boolean, path: { term: string; value: string; known: Known }[] = []): { term: string; value: string; known: Known }[] | null {
  if (node.leaf) return node.value === outcome ? path : null;
  for (let i = 0; i < node.children.length; i++) {
    const cell = node.variable.cells[i]!;
    const found = witness(node.children[i]!, outcome, [...path, { term: node.variable.key, value: cell.show, known: cell.value }]);
    if (found) return found;
  }
  return null;
}

/** A condition inside a comparison is brought outside, so that its test is read like any other: `(if t then a else b) > 1` is `if t then a > 1 else b > 1`. */
export function lifted(e: Expression): Expression {
  let ifs = 0;
  const count = (x: Expression): void => {
    if (x.kind === 'if') ifs++;
    parts(x).forEach(count);
  };
  count(e);
  if (ifs === 0 || ifs > 12) return e;
  const firstIf = (x: Expression): Extract<Expression, { kind: 'if' }> | null => {
    if (x.kind === 'if') return x;
    if (x.kind === 'some' || x.kind === 'every' || x.kind === 'count') return null;
    for (const p of parts(x)) {
      const inner = firstIf(p);
      if (inner) return inner;
    }
    return null;
  };
  const put = (x: Expression, old: Expression, by: Expression): Expression => (x === old ? by : mapParts(x, (p) => put(p, old, by)));
  const lift = (x: Expression): Expression => {
    if (x.kind === 'not' || x.kind === 'and' || x.kind === 'or' || x.kind === 'if') return mapParts(x, lift);
    const inner = firstIf(x);
    return inner ? { kind: 'if', test: lift(inner.test), yes: lift(put(x, inner, inner.yes)), no: lift(put(x, inner, inner.no)), at: x.at } : x;
  };
  // What was lifted may compare two constants now.
  return simplify(lift(e), nothingKnown);
}

/**
 * Every joint outcome of several open lines, each once, or null when there are more than `cap` ways to get there.
 * The lines share their variables, so that outcomes no person can bring about together are not among them.
 * @param goOn is told each outcome as it is found; once it says no, there are too many as well.
 */
export function jointOutcomes(residuals: readonly Expression[], domainOf: DomainOf, cap: number, goOn: (outcome: readonly boolean[]) => boolean = () => true): boolean[][] | null {
  const built = grown(residuals.map(lifted), domainOf);
  if (!built) return null;
  const found = new Map<string, boolean[]>();
  let steps = 0;
  const go = (lines: readonly Node[]): boolean => {
    if (++steps > cap) return false;
    let rank = Infinity;
    for (const l of lines) if (!l.leaf && l.rank < rank) rank = l.rank;
    if (rank === Infinity) {
      const outcome = lines.map((l) => l.leaf && l.value);
      const key = outcome.join();
      if (found.has(key)) return true;
      found.set(key, outcome);
      return goOn(outcome);
    }
    return built.forest.variables[rank]!.cells.every((_, cell) => go(lines.map((l) => built.forest.restrict(l, rank, cell))));
  };
  return go(built.roots) ? [...found.values()] : null;
}
