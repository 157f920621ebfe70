/**
 * The cells of two unknowns that some comparison puts side by side. Codes and yes/no are tried in every combination. Numbers and
 * days are cut by straight lines: the first unknown is cut where any two lines cross, and for one value in each piece – whole
 * numbers before decimals, so that no whole number falls between two tries – the second is cut by what is left of the atoms.
 */
import { cellsOf, cutsOf, isAbsent, unitKey, valuesNear, type Cell, type Unit } from './cells';
import { dayOf, parseDate } from '../calendar/civil-date';
import type { Domain, DomainOf } from './domain';
import { evaluate, type Facts, type Known } from './evaluate';
import { isLiteral, literal, mapParts, type Expression } from './expression';
import type { Cut, Move } from './variables';

type Concept = Extract<Unit, { kind: 'concept' }>;
/** `a · first + b · second + c = 0` */
type Form = { a: number; b: number; c: number };
const maxTries = 20_000;

export function pairCells(units: readonly [Unit, Unit], atoms: readonly Expression[], domainOf: DomainOf): Cut | null {
  const [p, q] = units as [Concept, Concept];
  const [dp, dq] = [domainOf(p.id), domainOf(q.id)];
  const decimal = (d: Domain) => d.kind === 'number';
  if (onAxis(dp) && onAxis(dq)) return decimal(dp) && !decimal(dq) ? axes(q, dq, p, dp, atoms) : axes(p, dp, q, dq, atoms);
  return !onAxis(dp) && !onAxis(dq) ? combinations(p, dp, q, dq, atoms) : null;
}

const onAxis = (d: Domain) => d.kind === 'number' || d.kind === 'whole' || d.kind === 'date';

/** Tried points, gathered by what the atoms say there. */
function gathering(p: string, q: string, atoms: readonly Expression[]) {
  const cells: Cell[] = [];
  const truths: boolean[][] = atoms.map(() => []);
  const index = new Map<string, number>();
  const known: { [concept: string]: Known } = {};
  const facts: Facts = { today: '', rows: () => undefined, value: (c) => known[c] };
  let tries = 0;
  return {
    cells,
    truths,
    tooMany: () => tries > maxTries,
    at(x: Known, y: Known): number {
      tries++;
      known[p] = x;
      known[q] = y;
      const truth = atoms.map((a) => evaluate(a, facts) === true);
      const key = truth.map(Number).join('');
      let i = index.get(key);
      if (i === undefined) {
        index.set(key, (i = cells.length));
        cells.push({ value: x, show: `${x ?? 'absent'}, ${y ?? 'absent'}`, values: { [p]: x, [q]: y } });
        for (const [k, t] of truth.entries()) truths[k]!.push(t);
      }
      return i;
    },
  };
}

/** Points on one line, each cell once. */
const moveOf =
  (p: string, q: string) =>
  (points: readonly Point[]): Move => {
    const once = [...new Map(points.map((x) => [x.cell, x])).values()];
    return { cells: once.map((x) => x.cell), values: once.map((x) => ({ [p]: x.x, [q]: x.y })) };
  };
type Point = { cell: number; x: Known; y: Known };

function combinations(p: Concept, dp: Domain, q: Concept, dq: Domain, atoms: readonly Expression[]): Cut | null {
  if ((dp.kind === 'other' || dq.kind === 'other') && !atoms.every(onlyEqual)) return null;
  const [xs, ys] = [valuesOf(p, dp, dq, atoms), valuesOf(q, dq, dp, atoms)];
  const points = gathering(p.id, q.id, atoms);
  const move = moveOf(p.id, q.id);
  const grid = xs.map((x) => ys.map((y) => (points.tooMany() ? 0 : points.at(x, y))));
  if (points.tooMany()) return null;
  const moves = new Map([
    [p.id, ys.map((y, k) => move(grid.map((row, i) => ({ cell: row[k]!, x: xs[i]!, y }))))],
    [q.id, grid.map((row, i) => move(row.map((cell, k) => ({ cell, x: xs[i]!, y: ys[k]! }))))],
  ]);
  return { cells: points.cells, truths: points.truths, moves, exact: true };
}

/** Of texts and instants it is told only whether they are equal: an instant has an order, and is moved by durations, that no stand-in value has. */
const onlyEqual = (e: Expression): boolean => e.kind === 'compare' && (e.op === '=' || e.op === '!=') && [e.left, e.right].every((side) => side.kind === 'concept' || isLiteral(side));

/** Every code that is named, and enough that are not: shared with the other unknown, and its own. */
function valuesOf(unit: Concept, d: Domain, other: Domain, atoms: readonly Expression[]): Known[] {
  const absent: Known[] = canBeAbsent(unit, d, atoms);
  if (d.kind === 'bool') return [true, false, ...absent];
  if (d.kind !== 'code' || !d.codes) return ['\u0000some', '\u0000other', ...named(atoms), ...absent];
  if (d.codes.length <= 24) return [...d.codes, ...absent];
  const said = new Set(named(atoms));
  const rest = d.codes.filter((c) => !said.has(c));
  const shared = rest.filter((c) => other.codes?.includes(c));
  return [...new Set([...d.codes.filter((c) => said.has(c)), ...shared.slice(0, 2), ...rest.filter((c) => !other.codes?.includes(c)).slice(0, 1)]), ...absent].filter((c) => c !== undefined);
}

const literals = (e: Expression): Known[] => {
  const out: Known[] = [];
  const visit = (x: Expression): Expression => {
    if (isLiteral(x)) out.push(x.value);
    return mapParts(x, visit);
  };
  visit(e);
  return out;
};
/** Declared so or, where nothing is declared, asked by some comparison. */
const canBeAbsent = (u: Concept, d: Domain, atoms: readonly Expression[]): null[] => ((d.mayBeAbsent ?? atoms.some((a) => literals(a).includes(null) && reads(a, u.id))) ? [null] : []);
const named = (atoms: readonly Expression[]): string[] => atoms.flatMap((a) => literals(a).filter((v): v is string => typeof v === 'string'));

// — straight lines ———————————————————————————————————————————————————————————————————————————

function axes(p: Concept, dp: Domain, q: Concept, dq: Domain, atoms: readonly Expression[]): Cut | null {
  const forms: Form[] = [...edges(dq)];
  for (const atom of atoms) {
    const own = formsOf(atom, p.id, q.id);
    if (!own) return null;
    forms.push(...own);
  }
  const grid = dp.kind !== 'number' && dq.kind !== 'number';
  if (grid && !forms.every((f) => [f.a, f.b].every((n) => Math.abs(n) <= 1 && Number.isInteger(n)) && Number.isInteger(f.c))) return null;
  const [absentX, absentY] = [canBeAbsent(p, dp, atoms), canBeAbsent(q, dq, atoms)];
  const xs = valuesNear(dp, [...absentX, ...crossings(grid ? forms.flatMap(beside) : forms)]);
  if (xs.length * atoms.length > maxTries) return null;
  const points = gathering(p.id, q.id, atoms);
  const cutsAt = xs.map((x) => cutsOfRest(atoms, p.id, x, q, dq));
  const along = (x: Known, cuts: readonly Known[]): Point[] => cellsOf(dq, [...absentY, ...cuts]).map(({ value: y }) => ({ cell: points.at(x, y), x, y }));
  const move = moveOf(p.id, q.id);
  const rows: Move[] = [];
  const columns: Move[] = [];
  for (let i = 0; i < xs.length; i++) {
    const here = cutsAt[i];
    if (!here || points.tooMany()) return null;
    rows.push(move(along(xs[i]!, here)));
    const before = i > 0 ? cutsAt[i - 1] : undefined;
    if (!before) continue;
    // The same second value with two firsts, side by side: cut by both.
    const [a, b] = [along(xs[i - 1]!, [...before, ...here]), along(xs[i]!, [...before, ...here])];
    a.forEach((point, k) => {
      if (point.cell !== b[k]!.cell) columns.push(move([point, b[k]!]));
    });
  }
  return {
    cells: points.cells,
    truths: points.truths,
    moves: new Map([
      [p.id, unique(columns)],
      [q.id, unique(rows)],
    ]),
    exact: true,
  };
}

const unique = (sets: readonly Move[]): Move[] => [...new Map(sets.map((s) => [s.cells.join(), s])).values()];

/** The ends of the second axis are lines too. */
const edges = (d: Domain): Form[] => (d.kind === 'whole' ? [0] : d.kind === 'date' ? [dayOf('0001-01-01'), dayOf('9999-12-31')] : []).map((end) => ({ a: 0, b: 1, c: -end }));

/** Between whole numbers a line takes up room: one to either side. */
const beside = (f: Form): Form[] => (f.b === 0 ? [f] : [-1, 0, 1].map((d) => ({ ...f, c: f.c + d })));

/** Where the lines meet, seen from the first axis. */
function crossings(forms: readonly Form[]): number[] {
  const out = new Set<number>();
  const add = (a: number, c: number) => {
    if (a !== 0) out.add(Number((-c / a).toPrecision(14)));
  };
  forms.forEach((f, i) => {
    if (f.b === 0) add(f.a, f.c);
    else for (const g of forms.slice(0, i)) if (g.b !== 0) add(f.a * g.b - g.a * f.b, f.c * g.b - g.c * f.b);
  });
  return [...out];
}

function cutsOfRest(atoms: readonly Expression[], p: string, x: Known, q: Concept, dq: Domain): Known[] | null {
  const cuts: Known[] = [];
  for (const atom of atoms) {
    // Beside an absent fact every comparison is settled.
    if (x === null && reads(atom, p)) continue;
    const rest = put(atom, p, x);
    if (!reads(rest, unitKey(q))) continue;
    const own = cutsOf(rest, q, dq);
    if (!own) return null;
    cuts.push(...own);
  }
  return cuts;
}

const put = (e: Expression, concept: string, value: Known): Expression => (e.kind === 'concept' && e.id === concept ? literal(value, e.at) : mapParts(e, (x) => put(x, concept, value)));
function reads(e: Expression, concept: string): boolean {
  let found = false;
  const visit = (x: Expression): Expression => {
    if (x.kind === 'concept' && x.id === concept) found = true;
    return mapParts(x, visit);
  };
  visit(e);
  return found;
}

/** The lines on which an atom changes, or null where they are not straight. */
function formsOf(atom: Expression, p: string, q: string): Form[] | null {
  const sides: [Expression, Expression][] = [];
  if (atom.kind === 'compare') sides.push([atom.left, atom.right]);
  else if (atom.kind === 'in') for (const i of atom.items) for (const other of i.kind === 'range' ? [i.from, i.to] : [i]) sides.push([atom.value, other]);
  else return null;
  const out: Form[] = [];
  for (const [left, right] of sides) {
    if (isAbsent(left) || isAbsent(right)) continue;
    const [l, r] = [piecesOf(left, p, q), piecesOf(right, p, q)];
    if (!l || !r) return null;
    out.push(...l.bends, ...r.bends, ...every(l.forms, r.forms, -1));
  }
  return out.filter((f) => f.a !== 0 || f.b !== 0);
}

/** Straight pieces of a term, and the lines on which it bends from one into another. */
type Pieces = { forms: Form[]; bends: Form[] };
const maxPieces = 16;

function piecesOf(e: Expression, p: string, q: string): Pieces | null {
  const straight = (f: Form): Pieces => ({ forms: [f], bends: [] });
  if (e.kind === 'concept') return e.id === p ? straight({ a: 1, b: 0, c: 0 }) : e.id === q ? straight({ a: 0, b: 1, c: 0 }) : null;
  if (isLiteral(e)) {
    const at = typeof e.value === 'number' ? e.value : typeof e.value === 'string' ? parseDate(e.value) : null;
    return at === null ? null : straight({ a: 0, b: 0, c: at });
  }
  const parts: Pieces[] = [];
  for (const x of e.kind === 'call' ? e.args : e.kind === 'arithmetic' ? [e.left, e.right] : []) {
    const own = piecesOf(x, p, q);
    if (!own) return null;
    parts.push(own);
  }
  const found = e.kind === 'call' ? called(e.name, parts) : e.kind === 'arithmetic' ? reckoned(e.op, parts[0]!, parts[1]!) : null;
  return found && found.forms.length <= maxPieces ? { ...found, bends: [...found.bends, ...parts.flatMap((x) => x.bends)] } : null;
}

function called(name: string, parts: readonly Pieces[]): Pieces | null {
  const all = parts.flatMap((x) => x.forms);
  if (name === 'days') return { forms: every(parts[1]!.forms, parts[0]!.forms, -1), bends: [] };
  if (name === 'abs') return { forms: [...all, ...all.map((f) => scaled(f, -1))], bends: all };
  return name === 'min' || name === 'max' ? { forms: all, bends: all.flatMap((f, i) => every([f], all.slice(0, i), -1)) } : null;
}

function reckoned(op: string, l: Pieces, r: Pieces): Pieces | null {
  const constant = ({ forms: [f, ...rest] }: Pieces) => (f && rest.length === 0 && f.a === 0 && f.b === 0 ? f.c : null);
  const times = (x: Pieces, k: number): Pieces => ({ forms: x.forms.map((f) => scaled(f, k)), bends: [] });
  if (op === '+' || op === '-') return { forms: every(l.forms, r.forms, op === '+' ? 1 : -1), bends: [] };
  const [left, right] = [constant(l), constant(r)];
  if (op === '*') return right !== null ? times(l, right) : left !== null ? times(r, left) : null;
  return right !== null && right !== 0 ? times(l, 1 / right) : null;
}

const every = (l: readonly Form[], r: readonly Form[], k: number): Form[] => l.flatMap((x) => r.map((y) => ({ a: x.a + k * y.a, b: x.b + k * y.b, c: x.c + k * y.c })));
const scaled = (f: Form, k: number): Form => ({ a: f.a * k, b: f.b * k, c: f.c * k });
