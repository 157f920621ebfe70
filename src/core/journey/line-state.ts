/**
 * How a conditional line stands for what is known: decided, or open with what it still depends on. A walk through many
 * situations keeps a `Memory`: a line whose concepts read the same as before stands as before, so that an answer costs
 * what it touches and not the whole basket.
 */
import type { Value } from '../case/event';
import { diagram, show, simplify, type Diagram, type Facts } from '../rules';
import type { Line, Prepared, StepPlan } from './basket';
import type { StepState } from './situation';
import type { SupplyTable } from './supply-table';

export type LineState = { value: boolean } | { open: Diagram; askable: string[]; awaited: string[]; declined: boolean };

/** Valid for one prepared basket and one day, whatever the answers. */
export type Memory = {
  lines: Map<Line, { read: unknown[]; state: LineState }>;
  steps: Map<StepPlan, { told: LineState[]; state: StepState }>;
  supplies: Map<string, SupplyTable>;
};
export const memory = (): Memory => ({ lines: new Map(), steps: new Map(), supplies: new Map() });

/** What lines read: a concept's value, the rows of a list, and whether a step will give the concept. */
export type Reading = { facts: Facts; value(concept: string): Value | undefined; rows(list: string): Value | undefined; supplied(concept: string): boolean };

const awaitedMark = Symbol('awaited');
const decidedYes: LineState = { value: true };
const decidedNo: LineState = { value: false };

export function lineStateOf(prepared: Prepared, line: Line, reading: Reading, kept: Memory): LineState {
  const read = (c: string): unknown => {
    const x = reading.value(c);
    return x === undefined && reading.supplied(c) ? awaitedMark : x;
  };
  const { concepts, lists } = line;
  const before = kept.lines.get(line);
  if (before && concepts.every((c, i) => read(c) === before.read[i]) && lists.every((l, i) => reading.rows(l) === before.read[concepts.length + i])) return before.state;
  const state = newStateOf(prepared, line, reading);
  kept.lines.set(line, { read: [...concepts.map(read), ...lists.map(reading.rows)], state });
  return state;
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
