/**
 * How a conditional line stands for what is known: decided, or open with what it still depends on. A walk through many
 * situations keeps a `Memory`: a line whose concepts read the same as before stands as before, so that an answer costs
 * what it touches and not the whole basket.
 */
import { isDeclined } from '../case/declined';
import type { Value } from '../case/event';
import { diagram, show, simplify, type Diagram, type Facts } from '../rules';
import type { Prepared } from './basket';
import type { Line } from './step-plan';
import { keptIn, stillHolds, type Kept, type Memory, type Turn } from './memory';
import type { SupplyTable } from './supply-table';

export type LineState = { value: boolean } | { open: Diagram; askable: string[]; awaited: string[]; declined: boolean };

/** What lines read: a concept's value, the rows of a list, and whether a step will give the concept. */
export type Reading = { facts: Facts; value(concept: string): Value | undefined; rows(list: string): Value | undefined; supplied(concept: string): boolean };

const awaitedMark = Symbol('awaited');
const decidedYes: LineState = { value: true };
const decidedNo: LineState = { value: false };

/** Lines of a walk, kept per table of who supplies what. */
type LineStates = Map<Line, Kept<unknown[], LineState>>;
const byTable = (): Map<SupplyTable, LineStates> => new Map();
export function linesUnder(kept: Memory, table: SupplyTable): LineStates {
  const all = keptIn(kept.own, byTable);
  let lines = all.get(table);
  if (!lines) all.set(table, (lines = new Map()));
  return lines;
}

/** What lines came to, by the values they read: the same whoever supplies and whichever way the walk goes. */
type Reached = { from: unknown[]; found: LineState };
const everyReached = (): Map<Line, Reached[]> => new Map();
/** Values of a line that are remembered; a line read by more is worked out again. */
const maxReached = 12;

/** Lines under the table that holds now; and where it follows upon another, that one's lines with what the two disagree about. */
export type LinesNow = { own: LineStates; earlier: { lines: LineStates; differing: ReadonlySet<string> } | null };

export function lineStateOf(prepared: Prepared, line: Line, reading: Reading, { own: kept, earlier }: LinesNow, turn: Turn, memory: Memory): LineState {
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
  const reached = reachedFrom(prepared, line, reading, from, memory);
  if (before) [before.from, before.found, before.at] = [from, reached, turn.at];
  else kept.set(line, { from, found: reached, at: turn.at });
  return reached;
}

function reachedFrom(prepared: Prepared, line: Line, reading: Reading, from: unknown[], { shared }: Memory): LineState {
  const found = keptIn(shared, everyReached);
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

const diagrams = (): Map<string, Diagram> => new Map();
function diagramOf(prepared: Prepared, residual: Parameters<typeof diagram>[0]): Diagram {
  const known = keptIn(prepared.own, diagrams);
  const key = show(residual);
  let d = known.get(key);
  if (!d) {
    if (known.size > 5000) known.clear();
    known.set(key, (d = diagram(residual, prepared.domain)));
  }
  return d;
}
