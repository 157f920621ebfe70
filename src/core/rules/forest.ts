/**
 * Several lines as reduced, ordered diagrams over the same variables, built bottom up: an atom is one branch, and `and`, `or`,
 * `not` and `if` join what they stand between. One table makes each node once, so two equal functions are one node.
 */
import type { DomainOf } from './domain';
import { isLiteral, show, type Expression } from './expression';
import { variablesOf, type Reading, type Variable } from './variables';

export type Leaf = { leaf: true; value: boolean };
/** @property last the deepest rank below: what lies outside `rank` to `last` restricts nothing. */
export type Branch = { leaf: false; id: number; rank: number; last: number; variable: Variable; children: readonly Node[] };
export type Node = Leaf | Branch;

export const yes: Leaf = { leaf: true, value: true };
export const no: Leaf = { leaf: true, value: false };
export const leafOf = (value: boolean): Leaf => (value ? yes : no);
export const idOf = (n: Node): number => (n.leaf ? (n.value ? 1 : 0) : n.id);

export class TooManyNodes extends Error {}

export type Forest = {
  variables: readonly Variable[];
  readings: ReadonlyMap<string, Reading>;
  /** The diagram of a line made of the forest's atoms. @throws TooManyNodes */
  of(e: Expression): Node;
  and(a: Node, b: Node): Node;
  or(a: Node, b: Node): Node;
  not(a: Node): Node;
  /** The line once the variable of that rank lies in the cell. */
  restrict(n: Node, rank: number, cell: number): Node;
  /** Ranks the outcome still depends on, ascending. */
  support(n: Node): readonly number[];
};

type Op = 0 | 1;
const span = 2 ** 25;
const maxNodes = 20_000;
const maxWork = 200_000;

export function forest(lines: readonly Expression[], domainOf: DomainOf, work = maxWork): Forest {
  const { variables, readings } = variablesOf(lines, domainOf);
  const unique = new Map<string, Branch>();
  const joined: [Map<number, Node>, Map<number, Node>] = [new Map(), new Map()];
  const negated = new Map<Node, Node>();
  const restricted = new Map<number, Node>();
  const mostCells = variables.reduce((n, v) => Math.max(n, v.cells.length), 1);
  let joins = 0;
  const supports = new Map<Node, readonly number[]>();

  const mk = (rank: number, children: readonly Node[]): Node => {
    const first = children[0]!;
    if (children.every((c) => c === first)) return first;
    let key = `${rank}`;
    for (const c of children) key += `,${idOf(c)}`;
    let node = unique.get(key);
    if (!node) {
      if (unique.size >= maxNodes) throw new TooManyNodes();
      let last = rank;
      for (const c of children) if (!c.leaf && c.last > last) last = c.last;
      unique.set(key, (node = { leaf: false, id: unique.size + 2, rank, last, variable: variables[rank]!, children }));
    }
    return node;
  };
  const join = (op: Op, a: Node, b: Node): Node => {
    if (a === b) return a;
    if (a.leaf) return a.value === (op === 1) ? a : b;
    if (b.leaf) return b.value === (op === 1) ? b : a;
    const key = a.id < b.id ? a.id * span + b.id : b.id * span + a.id;
    let node = joined[op].get(key);
    if (!node) {
      if (++joins > work) throw new TooManyNodes();
      const rank = Math.min(a.rank, b.rank);
      const n = variables[rank]!.cells.length;
      const children: Node[] = [];
      for (let i = 0; i < n; i++) children.push(join(op, a.rank === rank ? a.children[i]! : a, b.rank === rank ? b.children[i]! : b));
      joined[op].set(key, (node = mk(rank, children)));
    }
    return node;
  };
  const not = (a: Node): Node => {
    if (a.leaf) return leafOf(!a.value);
    let node = negated.get(a);
    if (!node) {
      node = mk(a.rank, a.children.map(not));
      negated.set(a, node);
      negated.set(node, a);
    }
    return node;
  };
  const and = (a: Node, b: Node) => join(0, a, b);
  const or = (a: Node, b: Node) => join(1, a, b);
  const of = (e: Expression): Node => {
    if (isLiteral(e)) return leafOf(e.value === true);
    switch (e.kind) {
      case 'not':
        return not(of(e.of));
      case 'and':
        return e.of.map(of).reduce(and, yes);
      case 'or':
        return e.of.map(of).reduce(or, no);
      case 'if': {
        const test = of(e.test);
        return or(and(test, of(e.yes)), and(not(test), of(e.no)));
      }
      default: {
        const reading = readings.get(show(e))!;
        return mk(reading.variable, reading.truth.map(leafOf));
      }
    }
  };
  const restrict = (n: Node, rank: number, cell: number): Node => {
    if (n.leaf || n.rank > rank || n.last < rank) return n;
    if (n.rank === rank) return n.children[cell]!;
    const key = (n.id * variables.length + rank) * mostCells + cell;
    let node = restricted.get(key);
    if (!node)
      restricted.set(
        key,
        (node = mk(
          n.rank,
          n.children.map((c) => restrict(c, rank, cell)),
        )),
      );
    return node;
  };
  const support = (n: Node): readonly number[] => {
    if (n.leaf) return [];
    let found = supports.get(n);
    if (!found) {
      const all = new Set([n.rank]);
      for (const c of n.children) for (const r of support(c)) all.add(r);
      supports.set(n, (found = [...all].sort((a, b) => a - b)));
    }
    return found;
  };
  return { variables, readings, of, and, or, not, restrict, support };
}
