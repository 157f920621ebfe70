/**
 * How a conditional line stands for what is known: decided, or open with what it still depends on. A walk through many
 * situations keeps a `Memory`: a line whose concepts read the same as before stands as before, so that an answer costs
 * what it touches and not the whole basket.
 */
import type { Value, Values } from '../case/event';
import { diagram, show, simplify, type Diagram, type Facts } from '../rules';
import type { Prepared } from './basket';
import type { Line } from './step-plan';
import type { KnownFacts } from './plan';
import type { Rounds } from './rounds';
import type { StepState } from './step-state';
import type { SupplyTable } from './supply-table';

export type LineState = { value: boolean } | { open: Diagram; askable: string[]; awaited: string[]; declined: boolean };

/** Valid for one prepared basket and one day, whatever the answers. Lines and steps are kept per table of who supplies what. */
export type Memory = {
  /** What lines came to, by the values they read: the same whoever supplies and whichever way the walk goes. */
  found: Map<Line, Reached[]>;
  lines: Map<SupplyTable, Map<Line, Kept<unknown[], LineState>>>;
  steps: Map<SupplyTable, KeptSteps>;
  supplies: Map<string, SupplyTable>;
  /** How the situation before was settled, where nothing was assumed in it. */
  rounds: Rounds | null;
  /** The situation before, and how many there were: what was found true in it needs only its changed answers looked at. */
  last: { answers: Values; known: KnownFacts; at: number; since: number; declined: boolean; supplying: SupplyTable | null } | null;
  /** In which situation a concept or list was last answered otherwise. */
  changedAt: Map<string, number>;
  /** What others keep of this walk, and of both walks through a basket. */
  own: Parts;
  shared: Parts;
};
type Parts = Map<() => unknown, unknown>;
/** By place in the basket. */
export type KeptSteps = (Kept<LineState[], StepState> | undefined)[];
/** What was found, from what, and in which situation it was last seen to hold. */
export type Kept<From, Found> = { from: From; found: Found; at: number };
type Reached = { from: unknown[]; found: LineState };
/** Values of a line that are remembered; a line read by more is worked out again. */
const maxReached = 12;

/** @param beside of another walk through the same basket on the same day. */
export const memory = (beside?: Memory): Memory => ({
  found: beside?.found ?? new Map(),
  lines: new Map(),
  steps: new Map(),
  supplies: beside?.supplies ?? new Map(),
  rounds: null,
  last: null,
  changedAt: new Map(),
  own: new Map(),
  shared: beside?.shared ?? new Map(),
});

/**
 * What a file keeps along with a walk, made when it is first asked for; it goes when the walk goes. (Beside the walk, in a WeakMap, it would outlive it:
 * V8's young collections take a value whose table is old for alive, and each compilation would leave some megabytes to the next full one.)
 */
export function keptIn<T>(parts: Parts, make: () => T): T {
  let part = parts.get(make) as T | undefined;
  if (part === undefined) parts.set(make, (part = make()));
  return part;
}

/**
 * This situation's number; the concepts and lists answered otherwise than in the one before, null where that is not known;
 * since which situation that is known; who supplied at the end of the one before; and whether anything is "I don't know".
 */
export type Turn = { at: number; changed: ReadonlySet<string> | null; changedAt: ReadonlyMap<string, number>; since: number; before: SupplyTable | null; declined: boolean };

/** @param told what has been answered since the situation before, where the caller knows: a walk writes on into the same answers. */
export function nextTurn(kept: Memory, answers: Values, known: KnownFacts, told?: ReadonlySet<string>): Turn {
  const { last, changedAt } = kept;
  const at = (last?.at ?? 0) + 1;
  const isKnown = last?.known === known;
  const goesOn = told && isKnown && last.answers === answers;
  const declined = goesOn ? last.declined || [...told].some((c) => isDeclined(answers[c])) : Object.values(answers).some(isDeclined) || Object.values(known.values).some(isDeclined);
  const since = isKnown ? last.since : at;
  const before = isKnown ? last.supplying : null;
  let changed: Set<string> | null = null;
  if (goesOn) changed = new Set(told);
  else if (isKnown) {
    changed = new Set();
    for (const c in answers) if (answers[c] !== last.answers[c]) changed.add(c);
    for (const c in last.answers) if (!(c in answers)) changed.add(c);
  }
  for (const c of changed ?? []) changedAt.set(c, at);
  kept.last = { answers: told ? answers : { ...answers }, known, at, since, declined, supplying: before };
  return { at, changed, changedAt, since, before, declined };
}

/** True when it was found in this situation, or nothing it reads was answered otherwise since. */
export function stillHolds(kept: Kept<unknown, unknown>, { at, since, changedAt }: Turn, reads: ReadonlySet<string>): boolean {
  if (kept.at === at) return true;
  // A later situation may have been made meanwhile, of other answers.
  if (kept.at < since || kept.at > at) return false;
  for (const name of reads) if ((changedAt.get(name) ?? 0) > kept.at) return false;
  return true;
}

/** What lines read: a concept's value, the rows of a list, and whether a step will give the concept. */
export type Reading = { facts: Facts; value(concept: string): Value | undefined; rows(list: string): Value | undefined; supplied(concept: string): boolean };

const awaitedMark = Symbol('awaited');
const decidedYes: LineState = { value: true };
const decidedNo: LineState = { value: false };

/** Lines under the table that holds now; and where it follows upon another, that one's lines with what the two disagree about. */
export type LinesNow = { own: Map<Line, Kept<unknown[], LineState>>; earlier: { lines: ReadonlyMap<Line, Kept<unknown[], LineState>>; differing: ReadonlySet<string> } | null };

export function lineStateOf(prepared: Prepared, line: Line, reading: Reading, { own: kept, earlier }: LinesNow, turn: Turn, found: Memory['found']): LineState {
  const before = kept.get(line);
  if (before && stillHolds(before, turn, readBy(line))) {
    before.at = turn.at;
    return before.found;
  }
  const other = earlier?.lines.get(line);
  if (other && stillHolds(other, turn, readBy(line)) && !line.concepts.some((c) => earlier!.differing.has(c))) {
    kept.set(line, { from: other.from, found: other.found, at: turn.at });
    return other.found;
  }
  const from: unknown[] = [];
  for (const c of line.concepts) {
    const x = reading.value(c);
    from.push(x === undefined && reading.supplied(c) ? awaitedMark : x);
  }
  for (const l of line.lists) from.push(reading.rows(l));
  const reached = reachedFrom(prepared, line, reading, from, found);
  if (before) [before.from, before.found, before.at] = [from, reached, turn.at];
  else kept.set(line, { from, found: reached, at: turn.at });
  return reached;
}

function reachedFrom(prepared: Prepared, line: Line, reading: Reading, from: unknown[], found: Memory['found']): LineState {
  let reached = found.get(line);
  if (!reached) found.set(line, (reached = []));
  for (const r of reached) if (isSame(r.from, from)) return r.found;
  const state = newStateOf(prepared, line, reading);
  if (reached.length >= maxReached) reached.shift();
  reached.push({ from, found: state });
  return state;
}

export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** What an answer may be called that the line reads: its concepts, and the lists these or its quantifiers go through – a list is answered as a whole. */
const names = new WeakMap<Line, ReadonlySet<string>>();
export function readBy(line: Line): ReadonlySet<string> {
  let read = names.get(line);
  if (!read) names.set(line, (read = new Set([...line.concepts, ...line.lists, ...line.concepts.map((c) => c.slice(0, Math.max(c.indexOf('.'), 0)))])));
  return read;
}

/** The same of many lines, for lists of lines that are made once. */
const namesOfMany = new WeakMap<readonly Line[], ReadonlySet<string>>();
export function readByAny(lines: readonly Line[]): ReadonlySet<string> {
  let read = namesOfMany.get(lines);
  if (!read) namesOfMany.set(lines, (read = new Set(lines.flatMap((l) => [...readBy(l)]))));
  return read;
}

function newStateOf(prepared: Prepared, line: Line, { facts, value, supplied }: Reading): LineState {
  const residual = simplify(line.rule, facts);
  if (residual.kind === 'literal') return residual.value === true ? decidedYes : decidedNo;
  const open = diagramOf(prepared, residual);
  if (open.root.leaf) return open.root.value ? decidedYes : decidedNo;
  const awaited = open.support.filter(supplied);
  const askable = open.support.filter((c) => !supplied(c) && !isDeclined(value(c)));
  return { open, askable, awaited, declined: askable.length === 0 && awaited.length === 0 };
}

export const isDeclined = (v: Value | undefined): v is { declined: true } => typeof v === 'object' && v !== null && !Array.isArray(v) && (v as { declined?: boolean }).declined === true;

const diagrams = new WeakMap<Prepared, Map<string, Diagram>>();
function diagramOf(prepared: Prepared, residual: Parameters<typeof diagram>[0]): Diagram {
  const known = diagrams.get(prepared) ?? new Map<string, Diagram>();
  diagrams.set(prepared, known);
  const key = show(residual);
  let d = known.get(key);
  if (!d) {
    if (known.size > 5000) known.clear();
    known.set(key, (d = diagram(residual, prepared.domain)));
  }
  return d;
}
