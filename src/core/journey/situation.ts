/**
 * Where a basket stands for what is known now: the state of each service, the lines still open with what they depend on,
 * and the data certainly needed. Deciding and needed are kept apart: a concept is *deciding* while it is in the support of
 * an open line's diagram, and *needed* when a line that is certainly in lists it (contracts.md).
 */
import type { Value, Values } from '../case/event';
import { diagram, show, simplify, type Diagram, type Facts, type Known } from '../rules';
import { leaves, type Line, type Prepared, type StepPlan } from './basket';
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

// — what is still to be asked —————————————————————————————————————————————————————————————————

export type Demand = {
  /** Concepts that could still change an open line, in catalogue order, with the steps whose lines read them. */
  deciding: Map<string, Set<string>>;
  /** Concepts a line that is certainly in lists and nobody else supplies, in catalogue order; `later` for those only a later step needs. */
  needed: Map<string, { steps: Set<string>; later: boolean; mode: 'ask' | 'confirm' }>;
};

/** The register that supplies a concept: in use, not refused, and keyed by something this basket does not create. */
export function registerFor(s: Situation, concept: string): { register: string; key: string } | null {
  const found = s.prepared.datum(concept);
  if (!found || found.datum.reuse === 'always-ask' || s.known.unavailable.has(concept)) return null;
  const subject = concept.slice(0, concept.indexOf('.'));
  for (const by of found.datum.suppliedBy ?? []) {
    const key = `${subject}.${by.key}`;
    if (s.known.registers.has(by.register) && key !== concept && keyIsKnowable(s, key)) return { register: by.register, key };
  }
  return null;
}

/** Not created by this basket, not known to be missing, and not "I don't know". */
const keyIsKnowable = (s: Situation, key: string): boolean => !s.supplier('concept', key, '', '') && s.value(key) !== null && !isDeclined(s.value(key));

const alwaysAsked = (prepared: Prepared, concept: string): boolean => prepared.datum(concept)?.datum.reuse === 'always-ask';

/** @param given what the person says in the end, when `s` knows only her answers so far: her answer comes before a register. */
export function demand(s: Situation, given: Values = s.answers): Demand {
  const deciding: Demand['deciding'] = new Map();
  const needed: Demand['needed'] = new Map();
  const decide = (concepts: readonly string[], step: string) => {
    for (const c of concepts) deciding.set(c, (deciding.get(c) ?? new Set()).add(step));
  };
  const need = (concept: string, step: StepPlan, later: boolean) => {
    for (const leaf of leaves(s.prepared.law, concept)) {
      if (s.supplier('concept', leaf, '', step.id) || leaf in s.known.outputs) continue;
      const reuse = s.prepared.datum(leaf)?.datum.reuse ?? 'free';
      const register = registerFor(s, leaf);
      if (register) need(register.key, step, later);
      if (leaf in s.known.signIn && !(leaf in given) && reuse !== 'always-ask') continue;
      // Supply order: a step, the person's own answer, a register, an earlier case, and only then a question.
      const supplied = register !== null || (leaf in s.known.values && !s.known.unavailable.has(leaf) && reuse !== 'always-ask');
      if (supplied && reuse !== 'confirm' && !(leaf in given)) continue;
      const mode = supplied && !(leaf in given) ? 'confirm' : 'ask';
      const entry = needed.get(leaf) ?? { steps: new Set(), later: true, mode };
      entry.steps.add(step.id);
      if (!later) entry.later = false;
      needed.set(leaf, entry);
    }
  };
  for (const step of s.prepared.steps) {
    const state = s.states.get(step.id)!;
    for (const o of state.open) decide(o.state.askable, step.id);
    if (state.state !== 'in' && state.state !== 'later') continue;
    if (state.state === 'in') {
      for (const line of innerLines(step)) {
        const ls = s.lineState(line);
        if ('open' in ls) decide(ls.askable, step.id);
      }
    }
    if (step.initiator === 'authority') continue;
    for (const n of step.needs) if (s.holds(n.when)) need(n.item.concept, step, state.state === 'later');
    // A register that holds a document in the applicant's stead needs its key.
    for (const e of step.evidence) {
      if (e.item.line.necessity === 'optional' || !s.holds(e.when)) continue;
      for (const p of e.item.lists.flat().filter((x) => !s.supplier('evidence', x.evidence, x.subject, step.id)))
        for (const held of heldBy(s, p.evidence, p.subject)) need(held.key, step, state.state === 'later');
    }
  }
  return { deciding, needed };
}

/** Registers in use that hold a document of a subject, with the key concept each reads it by. */
export function heldBy(s: Situation, evidence: string, subject: string): { register: string; key: string }[] {
  return (s.prepared.law.evidence.get(evidence)?.heldBy ?? [])
    .map((h) => ({ register: h.register, key: `${subject}.${h.key}` }))
    .filter((h) => s.known.registers.has(h.register) && !s.known.unavailable.has(`${evidence}@${subject}`) && keyIsKnowable(s, h.key));
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
