/**
 * Whether a step is in, by its own lines: out, barred, excluded, in, later or undecided. What was found stays found while the
 * lines come to the same; a walk looks only at the steps that read what was answered, or that somebody supplies otherwise.
 */
import type { Prepared } from './basket';
import type { Line, StepPlan } from './step-plan';
import { isSame, readByAny, type LineState } from './line-state';
import { keptIn, type Kept, type Memory, type Turn } from './memory';
import type { ServiceState } from './plan';
import { differing, type SupplyTable } from './supply-table';

export type StepState = {
  state: ServiceState;
  why: Line[];
  open: { line: Line; state: Extract<LineState, { askable: string[] }> }[];
  undecidedBy: string[];
  decidedBy: string | null;
  clerkDecides: string[];
};

const inner = new WeakMap<StepPlan, Line[]>();
/** The conditional lines inside a service that is in. */
export function innerLines(step: StepPlan): Line[] {
  let lines = inner.get(step);
  if (!lines) {
    const all: readonly (readonly { when: Line | null }[])[] = [step.needs, step.evidence, step.acts, step.stages, step.fees, step.outputs, step.clocks];
    inner.set(step, (lines = all.flatMap((list) => list.flatMap((x) => (x.when ? [x.when] : [])))));
  }
  return lines;
}

const outputs = new WeakMap<StepPlan, Line[]>();
/** What a step gives only under a condition. */
function outputLines(step: StepPlan): Line[] {
  let lines = outputs.get(step);
  if (!lines) outputs.set(step, (lines = step.outputs.flatMap((o) => (o.when ? [o.when] : []))));
  return lines;
}

type Test = { list: Line[]; wanted: boolean; otherwise: ServiceState };
const tests = new WeakMap<StepPlan, Test[]>();
function testsOf(step: StepPlan): Test[] {
  let all = tests.get(step);
  if (!all) {
    all = [
      { list: [...step.gates, ...step.applies], wanted: true, otherwise: 'out' },
      { list: step.eligible, wanted: true, otherwise: 'barred' },
      { list: step.excludes.map((x) => x.line), wanted: false, otherwise: 'excluded' },
    ];
    tests.set(step, all);
  }
  return all;
}

/** The steps of a walk by place in the basket, kept per table of who supplies what. */
type KeptSteps = (Kept<LineState[], StepState> | undefined)[];
const byTable = (): Map<SupplyTable, KeptSteps> => new Map();
export function keptSteps(kept: Memory, table: SupplyTable): KeptSteps {
  const all = keptIn(kept.own, byTable);
  let list = all.get(table);
  if (!list) all.set(table, (list = []));
  return list;
}

/** Lines that say whether a step is in. */
const linesOf = new WeakMap<StepPlan, Line[]>();
function outerLines(step: StepPlan): Line[] {
  let lines = linesOf.get(step);
  if (!lines) linesOf.set(step, (lines = testsOf(step).flatMap((t) => t.list)));
  return lines;
}

/** Steps, by place in the basket, of which some of these lines read what has changed; null where that is not known. */
export function touchedBy(prepared: Prepared, changed: ReadonlySet<string> | null, which: keyof Readers): Uint8Array | null {
  if (!changed) return null;
  const byName = readersOf(prepared)[which];
  const touched = new Uint8Array(prepared.steps.length);
  for (const name of changed) for (const i of byName.get(name) ?? []) touched[i] = 1;
  return touched;
}

type ByName = ReadonlyMap<string, readonly number[]>;
type Readers = { outer: ByName; inner: ByName; outputs: ByName };
type Places = { readers: Readers; ids: ReadonlyMap<string, number> };
const newPlaces = (prepared: Prepared): Places => ({
  readers: { outer: placesOf(prepared, outerLines), inner: placesOf(prepared, innerLines), outputs: placesOf(prepared, outputLines) },
  ids: new Map(prepared.steps.map((s, i) => [s.id, i])),
});
const placesIn = (prepared: Prepared): Places => keptIn(prepared.own, newPlaces, prepared);
const readersOf = (prepared: Prepared): Readers => placesIn(prepared).readers;
/** A step's place in the basket, -1 where it is none of it. */
export const placeOf = (prepared: Prepared, id: string): number => placesIn(prepared).ids.get(id) ?? -1;
function placesOf({ steps }: Prepared, linesOf: (step: StepPlan) => readonly Line[]): ByName {
  const places = new Map<string, number[]>();
  for (const [i, step] of steps.entries())
    for (const name of readByAny(linesOf(step))) {
      const list = places.get(name);
      if (list) list.push(i);
      else places.set(name, [i]);
    }
  return places;
}

/** Steps under the table that holds now, and under the one that held at the end of the situation before, with what the two disagree about. */
export type StepsNow = { mine: KeptSteps; earlier: KeptSteps; differing: ReadonlySet<string> };
const nothing: ReadonlySet<string> = new Set();
export function earlierSteps(kept: Memory, prepared: Prepared, before: SupplyTable | null, table: SupplyTable): Omit<StepsNow, 'mine'> {
  return !before || before === table ? { earlier: [], differing: nothing } : { earlier: keptSteps(kept, before), differing: differing(prepared, before, table) };
}

/** The state of a step nobody has touched, where it was found in the situation before or is of this one, and nobody supplies it otherwise. */
export function standing(step: StepPlan, i: number, { mine, earlier, differing }: StepsNow, turn: Turn): StepState | undefined {
  let last = mine[i];
  if (!last || last.at < turn.at - 1) {
    const other = earlier[i];
    if (!other || other.at < turn.at - 1) return undefined;
    const reads = readByAny(outerLines(step));
    for (const name of differing) if (reads.has(name)) return undefined;
    mine[i] = last = { ...other };
  }
  last.at = turn.at;
  return last.found;
}

/** How another step stands, as far as this round has come. */
export type StateOf = (id: string) => StepState | undefined;

export function stepState(step: StepPlan, i: number, lineState: (l: Line) => LineState, supplying: SupplyTable, stateOf: StateOf, { mine, earlier }: StepsNow, turn: Turn): StepState {
  const from = outerLines(step).map(lineState);
  const before = mine[i];
  if (before && isSame(before.from, from)) {
    before.at = turn.at;
    return before.found;
  }
  // Under another table, but its lines come to the same.
  const other = earlier[i];
  if (other && isSame(other.from, from)) {
    mine[i] = { from, found: other.found, at: turn.at };
    return other.found;
  }
  const found = newStepState(step, lineState, supplying, stateOf);
  // One that waits for another step's output hangs on that step too.
  mine[i] = found.open.every((o) => o.state.awaited.length === 0) ? { from, found, at: turn.at } : undefined;
  return found;
}

export const decided = (state: ServiceState, by: Line[]): StepState => ({ state, why: by, open: [], undecidedBy: [], decidedBy: null, clerkDecides: [] });

/** applies false → out; eligible false → barred; excludes true → excluded; tested in this order. */
function newStepState(step: StepPlan, lineState: (l: Line) => LineState, supplying: SupplyTable, stateOf: StateOf): StepState {
  const why: Line[] = [];
  const open: StepState['open'] = [];
  for (const { list, wanted, otherwise } of testsOf(step)) {
    const told = list.map((line) => ({ line, state: lineState(line) }));
    const against = told.find((t) => 'value' in t.state && t.state.value !== wanted);
    // Once one line is against it, its fellows and all after them can change nothing; what stands before still can. "I don't know" counts as in.
    if (against) {
      if (open.every((o) => o.state.declined)) return decided(otherwise, [against.line]);
      break;
    }
    for (const { line, state } of told) {
      if ('value' in state) why.push(line);
      else open.push({ line, state });
    }
  }
  const unknown = open.filter((o) => !o.state.declined);
  const clerkDecides = [...new Set(open.filter((o) => o.state.declined).flatMap((o) => o.state.open.support))];
  if (unknown.length === 0) return { state: 'in', why, open: [], undecidedBy: [], decidedBy: null, clerkDecides };
  const askable = [...new Set(unknown.flatMap((o) => o.state.askable))];
  const awaited = [...new Set(unknown.flatMap((o) => o.state.awaited))];
  if (askable.length === 0) {
    const by = awaited.flatMap((c) => supplying.concepts.get(c) ?? []).find((s) => s.step.id !== step.id);
    const supplier = by && stateOf(by.step.id);
    if (supplier?.state === 'undecided') return { state: 'undecided', why, open: unknown, undecidedBy: supplier.undecidedBy, decidedBy: null, clerkDecides };
    return { state: 'later', why, open: unknown, undecidedBy: awaited, decidedBy: by?.step.id ?? null, clerkDecides };
  }
  return { state: 'undecided', why, open: unknown, undecidedBy: [...askable, ...awaited], decidedBy: null, clerkDecides };
}
