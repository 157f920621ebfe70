/**
 * Where a basket stands for what is known now: the state of each service, the lines still open with what they depend on,
 * and the data certainly needed. Deciding and needed are kept apart: a concept is *deciding* while it is in the support of
 * an open line's diagram, and *needed* when a line that is certainly in lists it (contracts.md).
 */
import type { Value, Values } from '../case/event';
import { diagram, show, simplify, type Diagram, type Facts, type Known } from '../rules';
import type { Line, Prepared, StepPlan } from './basket';
import type { KnownFacts, ServiceState, Why } from './plan';

export type LineState = { value: boolean } | { open: Diagram; askable: string[]; awaited: string[]; declined: boolean };
export type StepState = {
  state: ServiceState;
  why: Line[];
  open: { line: Line; state: Extract<LineState, { open: Diagram }> }[];
  undecidedBy: string[];
  decidedBy: string | null;
  clerkDecides: string[];
};

export type Situation = {
  prepared: Prepared;
  at: string;
  answers: Values;
  known: KnownFacts;
  states: Map<string, StepState>;
  /** Steps in or later, in basket order: those that supply and are supplied. */
  active: StepPlan[];
  /** The step that supplies a concept or a document, if one of the basket does. */
  supplier(kind: 'concept' | 'evidence', id: string, subject: string, forStep: string): { step: StepPlan; stage: string } | null;
  lineState(line: Line | null): LineState;
  /** True when decided true; open lines count as in where `openCounts`. */
  holds(line: Line | null, openCounts?: boolean): boolean;
  value(concept: string): Value | undefined;
};

const yes: LineState = { value: true };
const diagrams = new WeakMap<Prepared, Map<string, Diagram>>();

export function situation(prepared: Prepared, at: string, answers: Values, known: KnownFacts, forced?: ReadonlyMap<string, ServiceState>): Situation {
  const lists = new Set([...prepared.law.subjects.values()].filter((s) => s.many).map((s) => s.id));
  const states = new Map<string, StepState>();
  let lines = new Map<Line, LineState>();
  let supplying = supplyTable(prepared.steps, () => true);

  const value = (concept: string): Value | undefined => {
    // A step's output, once granted, is the value whatever else was said.
    if (concept in known.outputs) return known.outputs[concept];
    if (supplying.concepts.has(concept)) return undefined;
    const dot = concept.indexOf('.');
    const subject = concept.slice(0, dot);
    if (lists.has(subject)) {
      const rows = answers[subject];
      return Array.isArray(rows) ? (rows.every((r) => r[concept.slice(dot + 1)] !== undefined) ? rows : undefined) : undefined;
    }
    if (concept in answers) return answers[concept];
    if (alwaysAsked(prepared, concept)) return undefined;
    if (concept in known.signIn) return known.signIn[concept];
    return known.unavailable.has(concept) ? undefined : known.values[concept];
  };
  const facts: Facts = {
    today: at,
    value: (c) => {
      const x = value(c);
      return typeof x === 'object' && x !== null ? undefined : x;
    },
    rows: (list) => {
      const rows = answers[list];
      return Array.isArray(rows) ? (rows as unknown as Record<string, Known>[]) : undefined;
    },
  };
  const lineState = (line: Line | null): LineState => {
    if (!line) return yes;
    let state = lines.get(line);
    if (!state) lines.set(line, (state = stateOf(line)));
    return state;
  };
  const stateOf = (line: Line): LineState => {
    const residual = simplify(line.rule, facts);
    if (residual.kind === 'literal') return { value: residual.value === true };
    const open = diagramOf(prepared, residual);
    if (open.root.leaf) return { value: open.root.value };
    const awaited = open.support.filter((c) => supplying.concepts.has(c));
    const askable = open.support.filter((c) => !supplying.concepts.has(c) && !isDeclined(value(c)));
    return { open, askable, awaited, declined: askable.length === 0 && awaited.length === 0 };
  };

  // States and supply hang together: a step that is out supplies nothing, and what it would have supplied is asked.
  let before = '';
  for (let round = 0; round < 2 * prepared.steps.length + 2; round++) {
    lines = new Map();
    for (const step of prepared.steps) states.set(step.id, stepState(step, lineState, supplying, states, forced?.get(step.id)));
    // An undecided step may still supply, and so may an output whose condition is open: what they would supply is not asked before they are decided.
    const ruledOut = (line: Line | null) => {
      const x = lineState(line);
      return 'value' in x && !x.value;
    };
    supplying = supplyTable(prepared.steps, (s) => ['in', 'later', 'undecided'].includes(states.get(s.id)!.state), ruledOut);
    let now = '';
    for (const state of states.values()) now += `${state.state} `;
    for (const supply of [supplying.concepts, supplying.evidence]) for (const [key, by] of supply) now += `${key}:${by.length} `;
    if (now === before) break;
    before = now;
  }
  lines = new Map();
  for (const step of prepared.steps) {
    const state = states.get(step.id)!;
    if (state.state !== 'in' && state.state !== 'later') continue;
    const open = innerLines(step).flatMap((line) => {
      const x = lineState(line);
      return 'open' in x && x.declined ? x.open.support : [];
    });
    if (open.length) states.set(step.id, { ...state, clerkDecides: [...new Set([...state.clerkDecides, ...open])] });
  }

  const holds = (line: Line | null, openCounts = false) => {
    const s = lineState(line);
    return 'value' in s ? s.value : openCounts || s.declined;
  };
  return {
    prepared,
    at,
    answers,
    known,
    states,
    active: prepared.steps.filter((s) => states.get(s.id)!.state === 'in' || states.get(s.id)!.state === 'later'),
    supplier: (kind, id, subject, forStep) => {
      const list = kind === 'concept' ? supplying.concepts.get(id) : supplying.evidence.get(`${id}@${subject}`);
      return list?.find((s) => s.step.id !== forStep) ?? null;
    },
    lineState,
    holds,
    value,
  };
}

const alwaysAsked = (prepared: Prepared, concept: string): boolean => prepared.datum(concept)?.datum.reuse === 'always-ask';

export const isDeclined = (v: Value | undefined): v is { declined: true } => typeof v === 'object' && v !== null && !Array.isArray(v) && (v as { declined?: boolean }).declined === true;

function diagramOf(prepared: Prepared, residual: Parameters<typeof diagram>[0]): Diagram {
  const memo = diagrams.get(prepared) ?? new Map<string, Diagram>();
  diagrams.set(prepared, memo);
  const key = show(residual);
  let d = memo.get(key);
  if (!d) {
    if (memo.size > 5000) memo.clear();
    memo.set(key, (d = diagram(residual, prepared.domain)));
  }
  return d;
}

type Supply = { step: StepPlan; stage: string };
function supplyTable(
  steps: readonly StepPlan[],
  supplies: (s: StepPlan) => boolean,
  ruledOut: (line: Line | null) => boolean = () => false,
): { concepts: Map<string, Supply[]>; evidence: Map<string, Supply[]> } {
  const concepts = new Map<string, Supply[]>();
  const evidence = new Map<string, Supply[]>();
  for (const step of steps) {
    if (!supplies(step)) continue;
    for (const { item, when } of step.outputs) {
      if (ruledOut(when)) continue;
      const [map, key] = item.kind === 'concept' ? [concepts, item.id] : [evidence, `${item.id}@${item.subject}`];
      map.set(key, [...(map.get(key) ?? []), { step, stage: item.stage }]);
    }
  }
  return { concepts, evidence };
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

/** applies false → out; eligible false → barred; excludes true → excluded; tested in this order. */
function stepState(
  step: StepPlan,
  lineState: (l: Line) => LineState,
  supplying: { concepts: Map<string, Supply[]> },
  states: ReadonlyMap<string, StepState>,
  forced: ServiceState | undefined,
): StepState {
  const decided = (state: ServiceState, by: Line[]): StepState => ({ state, why: by, open: [], undecidedBy: [], decidedBy: null, clerkDecides: [] });
  if (forced) return decided(forced, []);
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
    const supplier = by && states.get(by.step.id);
    if (supplier?.state === 'undecided') return { state: 'undecided', why, open: unknown, undecidedBy: supplier.undecidedBy, decidedBy: null, clerkDecides };
    return { state: 'later', why, open: unknown, undecidedBy: awaited, decidedBy: by?.step.id ?? null, clerkDecides };
  }
  return { state: 'undecided', why, open: unknown, undecidedBy: [...askable, ...awaited], decidedBy: null, clerkDecides };
}

/** The account of a line: the rule as written and the facts it read. */
export function account(s: Situation, line: Line): Why {
  const place = s.prepared.law.place(line.file, line.path);
  const facts: Values = {};
  for (const c of line.concepts) {
    const x = s.value(c);
    if (x !== undefined) facts[c] = x;
  }
  return { rule: line.text, file: line.file, line: place.line, facts, source: line.source };
}

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
