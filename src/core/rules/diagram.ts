/**
 * Each conditional line becomes its own reduced, ordered multi-valued decision diagram. Reduced and ordered means canonical
 * (Bryant 1986): a variable stands in the diagram exactly when the outcome still depends on it – so "what is still worth
 * asking" is the diagram's support, and a terminal is reached at the earliest moment any sound method can stop.
 *
 * A variable is an unknown concept, its values cut into cells by every comparison of the line that reads it alone (`cells.ts`). A
 * comparison between two unknowns is a yes/no variable of its own, whose support is both concepts; so is what a quantifier
 * says of a list.
 */
import { cellsOf, cutsOf, domainOfUnit, nothingKnown, unitKey, unitsOf, withUnit, type Cell, type Unit } from './cells';
import { evaluate, type Known } from './evaluate';
import { simplify } from './simplify';
import { asCondition, conceptsOf, isLiteral, literal, mapParts, parts, show, sizeOf, type Expression } from './expression';

/** What the diagram must know of a concept: its kind, the codes of its list, and whether it may be known not to exist. */
export type Domain = { kind: 'bool' | 'code' | 'number' | 'whole' | 'date' | 'other'; codes?: readonly string[]; mayBeAbsent?: boolean };
export type DomainOf = (concept: string) => Domain;

export type Leaf = { leaf: true; value: boolean };
export type Branch = { leaf: false; id: number; variable: Variable; children: readonly Node[] };
export type Node = Leaf | Branch;
export type Variable = { key: string; concepts: readonly string[]; cells: readonly Cell[] };

export type Diagram = {
  root: Node;
  /** Concepts the outcome still depends on, in order of first mention. */
  support: string[];
  /** False where the cap was reached and the support is every unknown concept instead. */
  exact: boolean;
};

const maxNodes = 20_000;
/** Reading a node costs as much as the line is long: a long line may have fewer of them, so that no line takes longer than a short one. */
const maxWork = 6_000_000;
const yes: Leaf = { leaf: true, value: true };
const no: Leaf = { leaf: true, value: false };

/**
 * @param residual from `simplify`: no known concept is left in it.
 * @param work parts of the line that may be read before the diagram is given up and the support is every unknown concept.
 */
export function diagram(residual: Expression, domainOf: DomainOf, work: number = maxWork): Diagram {
  if (isLiteral(residual)) return { root: residual.value === true ? yes : no, support: [], exact: true };
  residual = lifted(residual);
  if (isLiteral(residual)) return { root: residual.value === true ? yes : no, support: [], exact: true };
  const { variables, keys } = variablesOf(residual, domainOf);
  const order = new Map(variables.map((x, i) => [x.key, i]));
  const unique = new Map<string, Branch>();
  const memo = new Map<string, Node>();
  let count = 0;
  const most = Math.min(maxNodes, work / sizeOf(residual));

  const build = (e: Expression): Node | null => {
    if (isLiteral(e)) return e.value === true ? yes : no;
    const key = show(e);
    const seen = memo.get(key);
    if (seen) return seen;
    if (++count > most) return null;
    let first: Variable | undefined;
    let rank = Infinity;
    eachAtom(e, (atom) => {
      const r = order.get(keys(atom)) ?? Infinity;
      if (r < rank) [rank, first] = [r, variables[r]];
    });
    if (!first) return null;
    const children: Node[] = [];
    for (const cell of first.cells) {
      const child = build(restrict(e, first.key, cell.value, keys));
      if (!child) return null;
      children.push(child);
    }
    const node = children.every((c) => c === children[0]) ? children[0]! : mk(unique, first, children);
    memo.set(key, node);
    return node;
  };

  const root = build(residual);
  if (!root) return { root: mk(unique, { key: '?', concepts: [...conceptsOf(residual)], cells: [] }, []), support: [...conceptsOf(residual)], exact: false };
  const inSupport = new Set<string>();
  walk(root, (b) => {
    for (const c of b.variable.concepts) inSupport.add(c);
  });
  return { root, support: [...conceptsOf(residual)].filter((c) => inSupport.has(c)), exact: true };
}

function mk(unique: Map<string, Branch>, variable: Variable, children: Node[]): Branch {
  const key = `${variable.key}\u0000${children.map((c) => (c.leaf ? c.value : c.id)).join()}`;
  let node = unique.get(key);
  if (!node) unique.set(key, (node = { leaf: false, id: unique.size, variable, children }));
  return node;
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

// — variables ————————————————————————————————————————————————————————————————————————————————

/** The yes/no parts that and, or, not and if join. */
function eachAtom(e: Expression, visit: (atom: Expression) => void): void {
  if (isLiteral(e)) return;
  if (e.kind === 'not' || e.kind === 'and' || e.kind === 'or' || e.kind === 'if') for (const p of parts(e)) eachAtom(p, visit);
  else visit(e);
}

/** The variables of a line in order of first mention, and which of them an atom belongs to. */
function variablesOf(e: Expression, domainOf: DomainOf): { variables: Variable[]; keys: (atom: Expression) => string } {
  const found = new Map<string, { unit: Unit | null; concepts: string[]; cuts: Known[] }>();
  const keyOf = new Map<string, string>();
  const same = new WeakMap<Expression, string>();
  const keys = (atom: Expression): string => {
    let key = same.get(atom) ?? keyOf.get(show(atom));
    if (key !== undefined) {
      same.set(atom, key);
      return key;
    }
    const text = show(atom);
    const units = [...unitsOf(atom).values()];
    const unit = units.length === 1 ? units[0]! : null;
    const cuts = unit && cutsOf(atom, unit, domainOfUnit(unit, domainOf));
    key = cuts ? unitKey(unit) : `? ${text}`;
    keyOf.set(text, key);
    const entry = found.get(key) ?? { unit: cuts ? unit : null, concepts: [...conceptsOf(atom)], cuts: [] };
    if (cuts) entry.cuts.push(...cuts);
    found.set(key, entry);
    return key;
  };
  eachAtom(e, keys);
  const variables = [...found].map(([key, { unit, concepts, cuts }]) => ({ key, concepts, cells: cellsOf(unit ? domainOfUnit(unit, domainOf) : { kind: 'bool' }, cuts) }));
  return { variables, keys };
}

/** A condition inside a comparison is brought outside, so that its test is read like any other: `(if t then a else b) > 1` is `if t then a > 1 else b > 1`. */
function lifted(e: Expression): Expression {
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

/** The expression with the variable fixed to a cell, and everything that decides folded away. */
function restrict(e: Expression, key: string, value: Known, keys: (atom: Expression) => string): Expression {
  switch (e.kind) {
    case 'literal':
      return e;
    case 'and':
    case 'or': {
      const neutral = e.kind === 'and';
      const of: Expression[] = [];
      for (const p of e.of) {
        const r = restrict(p, key, value, keys);
        if (!isLiteral(r)) of.push(r);
        else if ((r.value === true) !== neutral) return literal(!neutral, e.at);
      }
      return of.length === 0 ? literal(neutral, e.at) : of.length === 1 ? asCondition(of[0]!) : { ...e, of };
    }
    case 'not': {
      const of = restrict(e.of, key, value, keys);
      return isLiteral(of) ? literal(of.value !== true, e.at) : { ...e, of };
    }
    case 'if': {
      const test = restrict(e.test, key, value, keys);
      if (isLiteral(test)) return restrict(test.value === true ? e.yes : e.no, key, value, keys);
      return { ...e, test, yes: restrict(e.yes, key, value, keys), no: restrict(e.no, key, value, keys) };
    }
    default: {
      if (keys(e) !== key) return e;
      if (key.startsWith('? ')) return literal(value, e.at);
      const decided = evaluate(withUnit(e, key, value), nothingKnown);
      return literal(decided === undefined ? null : decided, e.at);
    }
  }
}

/**
 * Every joint outcome of several open lines, each once, or null when there are more than `cap` ways to get there.
 * The lines share their variables, so that outcomes no person can bring about together are not among them.
 */
export function jointOutcomes(residuals: readonly Expression[], domainOf: DomainOf, cap: number): boolean[][] | null {
  const raised = residuals.map(lifted);
  const { variables, keys } = variablesOf({ kind: 'and', of: raised, at: 0 }, domainOf);
  const found = new Map<string, boolean[]>();
  let steps = 0;
  const go = (lines: readonly Expression[], from: number): boolean => {
    if (++steps > cap) return false;
    if (lines.every(isLiteral)) {
      const outcome = lines.map((l) => l.value === true);
      found.set(outcome.join(), outcome);
      return true;
    }
    const open = new Set<string>();
    for (const l of lines) eachAtom(l, (atom) => open.add(keys(atom)));
    const i = variables.findIndex((x, k) => k >= from && open.has(x.key));
    const variable = variables[i];
    if (!variable) return false;
    return variable.cells.every((cell) =>
      go(
        lines.map((l) => restrict(l, variable.key, cell.value, keys)),
        i + 1,
      ),
    );
  };
  return go(raised, 0) ? [...found.values()] : null;
}
