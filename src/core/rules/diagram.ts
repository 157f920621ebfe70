/**
 * Each conditional line becomes its own reduced, ordered multi-valued decision diagram. Reduced and ordered means canonical
 * (Bryant 1986): a variable stands in the diagram exactly when the outcome still depends on it – so "what is still worth
 * asking" is the diagram's support, and a terminal is reached at the earliest moment any sound method can stop.
 *
 * A variable is a term with one unknown concept (`premises.area`, `years(child.birthDate, at)`); its domain is cut into cells
 * at the constants the line compares it with. A comparison between two unknowns is a yes/no variable of its own, whose
 * support is both concepts.
 */
import { dateOf, dayOf } from '../calendar/civil-date';
import { evaluate, type Facts, type Known } from './evaluate';
import { conceptsOf, isLiteral, literal, mapParts, parts, show, type Expression } from './expression';

/** What the diagram must know of a concept: its kind, the codes of its list, and whether it may be known not to exist. */
export type Domain = { kind: 'bool' | 'code' | 'number' | 'whole' | 'date' | 'other'; codes?: readonly string[]; mayBeAbsent?: boolean };
export type DomainOf = (concept: string) => Domain;

export type Leaf = { leaf: true; value: boolean };
export type Branch = { leaf: false; id: number; variable: Variable; children: readonly Node[] };
export type Node = Leaf | Branch;
export type Cell = { value: Known; show: string };
export type Variable = { key: string; concepts: readonly string[]; cells: readonly Cell[] };

export type Diagram = {
  root: Node;
  /** Concepts the outcome still depends on, in order of first mention. */
  support: string[];
  /** False where the cap was reached and the support is every unknown concept instead. */
  exact: boolean;
};

const maxNodes = 20_000;
const yes: Leaf = { leaf: true, value: true };
const no: Leaf = { leaf: true, value: false };
const unknown: Facts = { value: () => undefined, rows: () => undefined, today: '' };

/** @param residual from `simplify`: no known concept is left in it. */
export function diagram(residual: Expression, domainOf: DomainOf): Diagram {
  if (isLiteral(residual)) return { root: residual.value === true ? yes : no, support: [], exact: true };
  const variables = variablesOf(residual, domainOf);
  const order = new Map(variables.map((x, i) => [x.key, i]));
  const unique = new Map<string, Branch>();
  const memo = new Map<string, Node>();
  let count = 0;

  const build = (e: Expression): Node | null => {
    if (isLiteral(e)) return e.value === true ? yes : no;
    const key = show(e);
    const seen = memo.get(key);
    if (seen) return seen;
    if (++count > maxNodes) return null;
    let first: Variable | undefined;
    let rank = Infinity;
    eachAtomKey(e, (k) => {
      const r = order.get(k);
      if (r !== undefined && r < rank) {
        rank = r;
        first = variables[r];
      }
    });
    if (!first) return null;
    const children: Node[] = [];
    for (const cell of first.cells) {
      const child = build(restrict(e, first.key, cell.value));
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
  walk(root, (b) => b.variable.concepts.forEach((c) => inSupport.add(c)));
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

/** The atom keys below `e`: terms with one unknown concept, or whole comparisons where two unknowns meet. */
function eachAtomKey(e: Expression, visit: (key: string, atom: Expression, against: Expression[]) => void): void {
  switch (e.kind) {
    case 'literal':
    case 'today':
      return;
    case 'not':
      return eachAtomKey(e.of, visit);
    case 'and':
    case 'or':
      for (const p of e.of) eachAtomKey(p, visit);
      return;
    case 'if':
      for (const p of parts(e)) eachAtomKey(p, visit);
      return;
    case 'compare':
      return atomKey(e, [e.left, e.right], visit);
    case 'in':
      return atomKey(e, [e.value, ...e.items.flatMap((i) => (i.kind === 'range' ? [i.from, i.to] : [i]))], visit);
    default:
      return visit(show(e), e, []);
  }
}

function atomKey(atom: Expression, sides: Expression[], visit: (key: string, atom: Expression, against: Expression[]) => void): void {
  const open = sides.filter((s) => !isLiteral(s));
  const only = open[0];
  // One term against constants; a term that is itself conditional, or a quantifier, stays one yes/no variable.
  if (open.length === 1 && only && only.kind !== 'if' && !containsCondition(only) && conceptsOf(only).size === 1) return visit(show(only), only, sides.filter(isLiteral));
  return visit(show(atom), atom, []);
}

const containsCondition = (e: Expression): boolean => e.kind === 'if' || e.kind === 'and' || e.kind === 'or' || e.kind === 'not' || e.kind === 'some' || e.kind === 'every' || parts(e).some(containsCondition);

function variablesOf(e: Expression, domainOf: DomainOf): Variable[] {
  const terms = new Map<string, { atom: Expression; constants: Known[] }>();
  eachAtomKey(e, (key, atom, against) => {
    const entry = terms.get(key) ?? { atom, constants: [] };
    for (const a of against) if (isLiteral(a)) entry.constants.push(a.value);
    terms.set(key, entry);
  });
  return [...terms].map(([key, { atom, constants }]) => ({ key, concepts: [...conceptsOf(atom)], cells: cellsOf(atom, constants, domainOf) }));
}

function cellsOf(atom: Expression, constants: Known[], domainOf: DomainOf): Cell[] {
  const concepts = [...conceptsOf(atom)];
  const domain: Domain = atom.kind === 'concept' ? domainOf(atom.id) : isValueTerm(atom) ? { kind: atom.kind === 'call' && ['years', 'months', 'days'].includes(atom.name) ? 'whole' : 'number', mayBeAbsent: concepts.some((c) => domainOf(c).mayBeAbsent) } : { kind: 'bool' };
  const cells = knownCells(domain, constants);
  if (domain.mayBeAbsent || constants.includes(null)) cells.push({ value: null, show: 'absent' });
  return cells;
}

const isValueTerm = (e: Expression) => e.kind === 'call' || e.kind === 'arithmetic' || e.kind === 'count';

function knownCells(domain: Domain, constants: Known[]): Cell[] {
  switch (domain.kind) {
    case 'bool':
      return [
        { value: true, show: 'true' },
        { value: false, show: 'false' },
      ];
    case 'code': {
      const named = [...new Set(constants.filter((c): c is string => typeof c === 'string'))].sort();
      const rest = domain.codes ? domain.codes.find((c) => !named.includes(c)) : '\u0000other';
      const cells: Cell[] = named.filter((c) => !domain.codes || domain.codes.includes(c)).map((c) => ({ value: c, show: c }));
      return rest === undefined ? cells : [...cells, { value: rest, show: `not ${named.join(', ')}` }];
    }
    case 'number':
    case 'whole': {
      const cuts = [...new Set(constants.filter((c): c is number => typeof c === 'number'))].sort((a, b) => a - b);
      return between(cuts, domain.kind === 'whole' ? 1 : 0, String);
    }
    case 'date': {
      const cuts = [...new Set(constants.filter((c): c is string => typeof c === 'string'))].sort().map(dayOf);
      return between(cuts, 1, dateOf).map((c) => ({ value: dateOf(c.value as number), show: c.show }));
    }
    case 'other':
      return [{ value: '\u0000some', show: 'known' }];
  }
}

/** The number line cut at `cuts`: each cut is a cell, each gap between is one; `grain` 1 leaves out gaps without a whole number. */
function between(cuts: number[], grain: 0 | 1, write: (n: number) => string): Cell[] {
  if (cuts.length === 0) return [{ value: 0, show: 'any' }];
  const cells: Cell[] = [{ value: cuts[0]! - 1, show: `< ${write(cuts[0]!)}` }];
  cuts.forEach((c, i) => {
    cells.push({ value: c, show: write(c) });
    const next = cuts[i + 1];
    if (next === undefined) cells.push({ value: c + 1, show: `> ${write(c)}` });
    else if (grain === 0 || next - c > 1) cells.push({ value: grain === 0 ? (c + next) / 2 : c + 1, show: `${write(c)}–${write(next)}` });
  });
  return cells;
}

/** The expression with the variable fixed to a cell, and everything that decides folded away. */
function restrict(e: Expression, key: string, value: Known): Expression {
  switch (e.kind) {
    case 'literal':
    case 'today':
      return e;
    case 'and':
    case 'or': {
      const neutral = e.kind === 'and';
      const of: Expression[] = [];
      for (const p of e.of) {
        const r = restrict(p, key, value);
        if (!isLiteral(r)) of.push(r);
        else if ((r.value === true) !== neutral) return literal(!neutral, e.at);
      }
      return of.length === 0 ? literal(neutral, e.at) : of.length === 1 ? of[0]! : { ...e, of };
    }
    case 'not': {
      const of = restrict(e.of, key, value);
      return isLiteral(of) ? literal(of.value !== true, e.at) : { ...e, of };
    }
    case 'if': {
      const test = restrict(e.test, key, value);
      if (isLiteral(test)) return restrict(test.value === true ? e.yes : e.no, key, value);
      return { ...e, test, yes: restrict(e.yes, key, value), no: restrict(e.no, key, value) };
    }
    default: {
      if (show(e) === key) return literal(value, e.at);
      if (e.kind !== 'compare' && e.kind !== 'in') return e;
      const fixed = mapParts(e, (p) => (show(p) === key ? literal(value, p.at) : p));
      if (fixed === e) return e;
      const decided = evaluate(fixed, unknown);
      return decided === undefined ? fixed : literal(decided, e.at);
    }
  }
}


/**
 * Every joint outcome of several open lines, each once, or null when there are more than `cap` ways to get there.
 * The lines share their variables, so that outcomes no person can bring about together are not among them.
 */
export function jointOutcomes(residuals: readonly Expression[], domainOf: DomainOf, cap: number): boolean[][] | null {
  const variables = variablesOf({ kind: 'and', of: [...residuals], at: 0 }, domainOf);
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
    for (const l of lines) eachAtomKey(l, (k) => open.add(k));
    const i = variables.findIndex((x, k) => k >= from && open.has(x.key));
    const variable = variables[i];
    if (!variable) return false;
    return variable.cells.every((cell) => go(lines.map((l) => restrict(l, variable.key, cell.value)), i + 1));
  };
  return go(residuals, 0) ? [...found.values()] : null;
}
