/**
 * Cuts the values of one unknown into cells on which every comparison of a line is constant, so that a line is decided by
 * trying one value of each cell. A number or a date is cut where some term of it crosses a constant it is compared with:
 * `years(birthDate, at) >= 18` cuts the birth date at one day. A term that cannot be turned round has no cells; its
 * comparison stays a yes/no variable of its own.
 */
import { dateOf, dayOf, parseDate } from '../calendar/civil-date';
import type { Domain } from './domain';
import { evaluate, type Facts, type Known } from './evaluate';
import { movedDays } from './moved-days';
import { isLiteral, literal, mapParts, parts, show, type Expression } from './expression';

/** `values`: where a cell is of several unknowns, one value of each. */
export type Cell = { value: Known; show: string; values?: { readonly [concept: string]: Known } };
/** An unknown a line reads: a concept, or what a quantifier says of a list. */
export type Unit = Extract<Expression, { kind: 'concept' | 'count' | 'some' | 'every' }>;

export const nothingKnown: Facts = { value: () => undefined, rows: () => undefined, today: '' };

const isUnit = (e: Expression): e is Unit => e.kind === 'concept' || e.kind === 'count' || e.kind === 'some' || e.kind === 'every';
export const isRowUnit = (u: Unit): u is Extract<Unit, { list: string }> => u.kind !== 'concept';
export const unitKey = (u: Unit): string => (u.kind === 'concept' ? u.id : show(u));

export function unitsOf(e: Expression, into: Map<string, Unit> = new Map()): Map<string, Unit> {
  if (isUnit(e)) into.set(unitKey(e), e);
  else for (const p of parts(e)) unitsOf(p, into);
  return into;
}

export const withUnit = (e: Expression, key: string, value: Known): Expression => (isUnit(e) ? (unitKey(e) === key ? literal(value, e.at) : e) : mapParts(e, (p) => withUnit(p, key, value)));

/** An atom with its unknowns fixed. */
export function unitValue(atom: Expression, values: ReadonlyMap<string, Known>): Known | undefined {
  const rowsSaid = (e: Expression): Expression => {
    if (!isUnit(e)) return mapParts(e, rowsSaid);
    const value = isRowUnit(e) ? values.get(unitKey(e)) : undefined;
    return value === undefined ? e : literal(value, e.at);
  };
  return evaluate(rowsSaid(atom), { ...nothingKnown, value: (c) => values.get(c) });
}

export const domainOfUnit = (u: Unit, domainOf: (concept: string) => Domain): Domain => (u.kind === 'concept' ? domainOf(u.id) : { kind: u.kind === 'count' ? 'whole' : 'bool' });

/** The constants an atom with one unknown cuts it at – codes as text, numbers and days as numbers, null for absent – or null when it cannot be cut. */
export function cutsOf(atom: Expression, unit: Unit, domain: Domain): Known[] | null {
  if (mentionsToday(atom)) return null;
  const key = unitKey(unit);
  const absent = (domain.mayBeAbsent ?? mentionsAbsent(atom)) ? [null] : [];
  if (domain.kind === 'bool') return absent;
  // Of a text or an instant only whether it exists is told apart.
  if (domain.kind === 'other')
    return mentionsAbsent(atom) && atom.kind === 'compare' && [atom.left, atom.right].every((side) => isUnit(side) || (isLiteral(side) && side.value === null)) ? absent : null;
  if (domain.kind === 'code') return [...absent, ...textsOf(atom)];
  const sides: [Expression, Expression][] = [];
  if (atom.kind === 'compare') sides.push([atom.left, atom.right]);
  else if (atom.kind === 'in')
    for (const i of atom.items)
      sides.push(
        ...(i.kind === 'range'
          ? ([
              [atom.value, i.from],
              [atom.value, i.to],
            ] as [Expression, Expression][])
          : ([[atom.value, i]] as [Expression, Expression][])),
      );
  else return null;
  const cuts: Known[] = [...absent];
  for (const [a, b] of sides) {
    const found = between(a, b, key);
    if (!found) return null;
    cuts.push(...found);
  }
  return cuts;
}

/** Arithmetic with an absent fact is absent, whatever the unknown. */
export const isAbsent = (e: Expression): boolean => (isLiteral(e) ? e.value === null : (e.kind === 'arithmetic' || e.kind === 'call') && parts(e).some(isAbsent));

function between(a: Expression, b: Expression, key: string): Known[] | null {
  const [inA, inB] = [unitsOf(a).has(key), unitsOf(b).has(key)];
  if ((!inA && !inB) || isAbsent(a) || isAbsent(b)) return [];
  if (inA && inB) return crossing({ kind: 'arithmetic', op: '-', left: a, right: b, at: 0 }, 0, key);
  const [term, constant] = inA ? [a, b] : [b, a];
  const k = evaluate(constant, nothingKnown);
  if (k === undefined) return null;
  return k === null ? (isUnit(term) || linear(term, key) || term.kind === 'call' ? [] : null) : crossing(term, k, key);
}

/** Where `term` may cross the constant `k`, on the axis of the unknown; days are day numbers. */
function crossing(term: Expression, k: Known, key: string): number[] | null {
  if (isUnit(term)) {
    if (typeof k === 'number') return [k];
    const day = typeof k === 'string' ? parseDate(k) : null;
    return day === null ? null : [day];
  }
  if (typeof k === 'string' && parseDate(k) !== null)
    return movedDays(
      term,
      k,
      (e) => isUnit(e) && unitKey(e) === key,
      (date) => ({ ...nothingKnown, value: () => date }),
    );
  if (typeof k !== 'number') return null;
  if (term.kind === 'arithmetic') {
    const line = linear(term, key);
    if (!line) return steadyDays(term, k, key);
    return line.slope === 0 ? [] : [tidy((k - line.start) / line.slope)];
  }
  if (term.kind !== 'call') return null;
  switch (term.name) {
    case 'abs':
      return both(crossing(term.args[0]!, k, key), crossing(term.args[0]!, -k, key));
    case 'min':
    case 'max':
      return term.args.map((a) => (unitsOf(a).has(key) ? crossing(a, k, key) : [])).reduce(both);
    default:
      return stepDays(term, k, key);
  }
}

const both = (a: number[] | null, b: number[] | null) => (a && b ? [...a, ...b] : null);
const tidy = (x: number) => Number(x.toPrecision(14));

/** `slope · unknown + start`, or null where the term is not a straight line. */
function linear(e: Expression, key: string): { slope: number; start: number } | null {
  if (isUnit(e)) return unitKey(e) === key ? { slope: 1, start: 0 } : null;
  if (isLiteral(e)) return typeof e.value === 'number' ? { slope: 0, start: e.value } : null;
  if (e.kind !== 'arithmetic') return null;
  const [a, b] = [linear(e.left, key), linear(e.right, key)];
  if (!a || !b) return null;
  switch (e.op) {
    case '+':
      return { slope: a.slope + b.slope, start: a.start + b.start };
    case '-':
      return { slope: a.slope - b.slope, start: a.start - b.start };
    case '*':
      if (a.slope !== 0 && b.slope !== 0) return null;
      return { slope: a.slope * b.start + b.slope * a.start, start: a.start * b.start };
    case '/':
      return b.slope !== 0 || b.start === 0 ? null : { slope: a.slope / b.start, start: a.start / b.start };
  }
}

const firstDay = dayOf('0001-01-01');
const lastDay = dayOf('9999-12-31');

/** years, months and days rise or fall steadily with each of their dates. */
function stepDays(term: Extract<Expression, { kind: 'call' }>, k: number, key: string): number[] | null {
  return term.args.every((a) => isUnit(a) || isLiteral(a)) ? steadyDays(term, k, key) : null;
}

/** A term that only ever rises, or only ever falls, with a date: the first days on which it reaches and passes `k`, by halving. */
function steadyDays(term: Expression, k: number, key: string): number[] | null {
  const way = steadiness(term, key);
  if (way === null) return null;
  if (way === 0) return [];
  const at = (day: number) => evaluate(withUnit(term, key, dateOf(day)), nothingKnown);
  if (typeof at(firstDay) !== 'number') return null;
  const reached = [(x: number) => (way > 0 ? x >= k : x < k), (x: number) => (way > 0 ? x > k : x <= k)];
  return reached.map((passed) => {
    let [low, high] = [firstDay, lastDay + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (passed(at(middle) as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** 1 where the term never falls as the date moves on, -1 where it never rises, 0 where the date is not in it, null where neither is seen. */
function steadiness(e: Expression, key: string): 1 | -1 | 0 | null {
  if (!unitsOf(e).has(key)) return 0;
  const of = (x: Expression) => steadiness(x, key);
  const turned = (x: 1 | -1 | 0 | null) => (x === null ? null : ((x === 0 ? 0 : -x) as 1 | -1 | 0));
  if (e.kind === 'call') {
    const dated = (e.name === 'years' || e.name === 'months' || e.name === 'days') && e.args.every((a) => isUnit(a) || isLiteral(a));
    return !dated ? null : !unitsOf(e.args[0]!).has(key) ? 1 : !unitsOf(e.args[1]!).has(key) ? -1 : null;
  }
  if (e.kind !== 'arithmetic') return null;
  const [left, right] = [of(e.left), e.op === '-' ? turned(of(e.right)) : of(e.right)];
  if (e.op === '+' || e.op === '-') return left === null || right === null || left * right < 0 ? null : left === 0 ? right : left;
  const factor = e.op === '*' && isLiteral(e.left) ? e.left : e.right;
  const scale = isLiteral(factor) && typeof factor.value === 'number' ? factor.value : 0;
  const other = factor === e.left ? right : left;
  return scale === 0 ? null : scale > 0 ? other : turned(other);
}

const mentionsToday = (e: Expression): boolean => e.kind === 'today' || parts(e).some(mentionsToday);
const mentionsAbsent = (e: Expression): boolean => (isLiteral(e) && e.value === null) || (!isUnit(e) && parts(e).some(mentionsAbsent));
const textsOf = (e: Expression): string[] => (isLiteral(e) ? (typeof e.value === 'string' ? [e.value] : []) : isUnit(e) ? [] : parts(e).flatMap(textsOf));

/** @param cuts of every atom that reads the unknown. */
export function cellsOf(domain: Domain, cuts: readonly Known[]): Cell[] {
  const cells = knownCells(domain, cuts);
  return domain.mayBeAbsent || cuts.includes(null) ? [...cells, { value: null, show: 'absent' }] : cells;
}

function knownCells(domain: Domain, cuts: readonly Known[]): Cell[] {
  const points = [...new Set(cuts.filter((c): c is number => typeof c === 'number'))].sort((a, b) => a - b);
  switch (domain.kind) {
    case 'bool':
      return [
        { value: true, show: 'true' },
        { value: false, show: 'false' },
      ];
    case 'code': {
      const named = [...new Set(cuts.filter((c): c is string => typeof c === 'string'))].sort().filter((c) => !domain.codes || domain.codes.includes(c));
      const rest = domain.codes ? domain.codes.find((c) => !named.includes(c)) : '\u0000other';
      const cells: Cell[] = named.map((c) => ({ value: c, show: c }));
      return rest === undefined ? cells : [...cells, { value: rest, show: named.length ? `not ${named.join(', ')}` : 'any' }];
    }
    case 'number':
      return onLine(points);
    case 'whole':
      return onGrid(points, 0, Infinity).map((c) => ({ value: c.value, show: spoken(c, String) }));
    case 'date':
      return onGrid(points, firstDay, lastDay).map((c) => ({ value: dateOf(c.value), show: spoken(c, dateOf) }));
    case 'other':
      return [{ value: '\u0000some', show: 'known' }];
  }
}

/** Values that meet every cell and, where a cell has more than one, two of it. */
export function valuesNear(domain: Domain, cuts: readonly Known[]): Known[] {
  const points = [...new Set(cuts.filter((c): c is number => typeof c === 'number'))].sort((a, b) => a - b);
  const absent: Known[] = domain.mayBeAbsent || cuts.includes(null) ? [null] : [];
  if (domain.kind === 'number') {
    if (points.length === 0) return [0, 1, ...absent];
    const between = points.flatMap((p, i) => {
      const next = points[i + 1];
      return next === undefined ? [p, p + 1, p + 2] : [p, p + (next - p) / 4, (p + next) / 2];
    });
    return [points[0]! - 2, points[0]! - 1, ...between, ...absent];
  }
  const [least, most] = domain.kind === 'date' ? [firstDay, lastDay] : [0, Infinity];
  const days = onGrid(points, least, most).flatMap((c) => [c.first, c.first + 1, c.last].filter((n) => n <= c.last && n < Infinity));
  return [...[...new Set(days)].map((n): Known => (domain.kind === 'date' ? dateOf(n) : n)), ...absent];
}

/** The number line: each cut is a cell, and each gap beside it. */
function onLine(points: number[]): Cell[] {
  if (points.length === 0) return [{ value: 0, show: 'any' }];
  return [
    { value: points[0]! - 1, show: `< ${points[0]}` },
    ...points.flatMap((p, i): Cell[] => {
      const next = points[i + 1];
      return [{ value: p, show: String(p) }, next === undefined ? { value: p + 1, show: `> ${p}` } : { value: (p + next) / 2, show: `${p}–${next}` }];
    }),
  ];
}

type Span = { value: number; first: number; last: number; least: number; most: number };

/** Whole numbers or days from `least` to `most`: a cell ends before each cut and another begins after it. */
function onGrid(points: number[], least: number, most: number): Span[] {
  const starts = [...new Set([least, ...points.flatMap((p) => [Math.ceil(p), Math.floor(p) + 1])])].filter((s) => s >= least && s <= most).sort((a, b) => a - b);
  return starts.map((first, i) => {
    const last = i + 1 < starts.length ? starts[i + 1]! - 1 : most;
    return { value: first, first, last, least, most };
  });
}

const spoken = (c: Span, write: (n: number) => string): string =>
  c.first === c.least && c.last === c.most
    ? 'any'
    : c.first === c.last
      ? write(c.first)
      : c.first === c.least
        ? `< ${write(c.last + 1)}`
        : c.last === c.most
          ? `> ${write(c.first - 1)}`
          : `${write(c.first)}–${write(c.last)}`;
