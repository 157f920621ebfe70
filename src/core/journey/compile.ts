/**
 * `compile(catalogue, basket, answers, known, at) → Plan`: pure and deterministic. The plan says which services are in,
 * what is asked and handed over, who works when, and the numbers before, joined and after.
 */
import type { Values } from '../case/event';
import type { Catalogue, InForce } from '../catalogue';
import { jointOutcomes, simplify, type Facts } from '../rules';
import { prepare, type Line, type Prepared, type StepPlan } from './basket';
import { numbersOf, spread, variant, type Variant } from './numbers';
import { nothingKnown, type Basket, type KnownFacts, type Numbers, type Plan, type PlanService, type Question, type ServiceState } from './plan';
import { questionPath } from './questions';
import { schedule, type Schedule } from './schedule';
import { demand } from './demand';
import { account, innerLines, situation, type Situation } from './situation';

export type Compiled = { plan: Plan; situation: Situation; after: Variant; schedule: Schedule };

export class LawNotLoaded extends Error {}

export function compile(catalogue: Catalogue, basket: Basket, answers: Values, known: KnownFacts = nothingKnown, at: string): Plan {
  const { law } = catalogue.inForce(at);
  if (!law) throw new LawNotLoaded(at);
  return compileLaw(law, basket, answers, known, at).plan;
}

/** The plan with what it was made from, for filing and for the pages. */
export function compileLaw(law: InForce, basket: Basket, answers: Values, known: KnownFacts, at: string): Compiled {
  const prepared = prepare(law, basket);
  const here = situation(prepared, at, answers, known);
  const alone = withoutRegisters(answers, known);
  const questions = questionPath(prepared, at, answers, known);
  const joinedQuestions = questionPath(prepared, at, alone.answers, alone.known);
  const after = variant(here, here.active, questions);
  const joined = variant(situation(prepared, at, alone.answers, alone.known), here.active, joinedQuestions);
  const planned = schedule(here, here.active, after.edges);
  const plan: Plan = {
    city: law.city.id,
    journey: 'journey' in basket ? basket.journey : null,
    at,
    catalogue: law.hash,
    services: prepared.steps.map((s) => serviceOf(here, s)),
    questions,
    documents: after.documents,
    steps: planned.steps,
    numbers: numbers(prepared, at, answers, known, after, joined),
    trace: prepared.steps.flatMap((s) => traceOf(here, s)),
  };
  return { plan, situation: here, after, schedule: planned };
}

/** The same facts as if no register were connected: the person says everything herself. */
function withoutRegisters(answers: Values, known: KnownFacts): { answers: Values; known: KnownFacts } {
  return { answers: { ...known.values, ...answers }, known: { ...known, registers: new Set(), values: {}, unavailable: new Set(), onFile: new Set() } };
}

function serviceOf(s: Situation, step: StepPlan): PlanService {
  const state = s.states.get(step.id)!;
  return {
    id: step.id,
    service: step.service.id,
    state: state.state,
    why: state.why.map((line) => account(s, line)),
    undecidedBy: state.undecidedBy,
    ...(state.decidedBy && { decidedBy: state.decidedBy }),
    ...(state.clerkDecides.length > 0 && { clerkDecides: state.clerkDecides }),
  };
}

function traceOf(s: Situation, step: StepPlan): Plan['trace'] {
  const lines: Line[] = [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line), ...(['in', 'later'].includes(s.states.get(step.id)!.state) ? innerLines(step) : [])];
  return lines.filter((l) => 'value' in s.lineState(l)).map((l) => ({ line: l.pointer, because: [account(s, l)] }));
}

/** Plain numbers when every service is decided; otherwise the least and most over the outcomes still possible. */
function numbers(prepared: Prepared, at: string, answers: Values, known: KnownFacts, after: Variant, joined: Variant): Numbers {
  const open = prepared.steps.filter((s) => after.s.states.get(s.id)!.state === 'undecided');
  if (open.length === 0) return numbersOf(after, joined);
  const alone = withoutRegisters(answers, known);
  const all = outcomes(after.s, open).map((outcome) => {
    const forced = new Map([...after.s.states].map(([id, st]) => [id, st.state === 'undecided' ? outcome.get(id)! : st.state] as const));
    const under = (v: Variant, a: Values, k: KnownFacts): Variant => {
      const s = situation(prepared, at, a, k, forced);
      return variant(s, s.active, questionsUnder(s, v.questions));
    };
    return numbersOf(under(after, answers, known), under(joined, alone.answers, alone.known));
  });
  return spread(all);
}

/** The path so far, and what the services that are in under this outcome would ask besides. */
function questionsUnder(s: Situation, path: readonly Question[]): Question[] {
  const asked = new Set(path.map((q) => q.concept));
  const more = [...demand(s).needed].filter(([concept]) => !asked.has(concept));
  return [...path, ...more.map(([concept, n]): Question => ({ concept, group: '', kind: 'needed', mode: n.mode, neededBy: [...n.steps], when: n.later ? 'later' : 'now' }))];
}

const maxWays = 400;

/** The states the undecided services can still take together. */
function outcomes(s: Situation, open: readonly StepPlan[]): ReadonlyMap<string, ServiceState>[] {
  const facts: Facts = { today: s.at, value: (c) => plainValue(s, c), rows: () => undefined };
  const lines = open.flatMap((step) =>
    s.states
      .get(step.id)!
      .open.filter((o) => !o.state.declined)
      .map((o) => ({ step, line: o.line })),
  );
  const ways = jointOutcomes(
    lines.map((l) => simplify(l.line.rule, facts)),
    s.prepared.domain,
    maxWays * 10,
  );
  const found = new Map<string, ReadonlyMap<string, ServiceState>>();
  const keep = (holds: (i: number) => boolean) => {
    const outcome = new Map(open.map((step) => [step.id, stateUnder(s, step, lines, holds)] as const));
    found.set([...outcome.values()].join(), outcome);
  };
  if (ways) for (const way of ways.slice(0, maxWays)) keep((i) => way[i]!);
  else {
    // Too many ways to walk: everything in and everything out bound the numbers.
    keep(() => true);
    keep(() => false);
  }
  return [...found.values()];
}

function stateUnder(s: Situation, step: StepPlan, lines: readonly { step: StepPlan; line: Line }[], holds: (i: number) => boolean): ServiceState {
  const truth = (line: Line) => {
    const i = lines.findIndex((l) => l.line === line && l.step === step);
    if (i >= 0) return holds(i);
    const state = s.lineState(line);
    return 'value' in state ? state.value : true;
  };
  if (![...step.gates, ...step.applies].every(truth)) return 'out';
  if (!step.eligible.every(truth)) return 'barred';
  if (step.excludes.some((x) => truth(x.line))) return 'excluded';
  return 'in';
}

function plainValue(s: Situation, concept: string) {
  const x = s.value(concept);
  return typeof x === 'object' && x !== null ? undefined : x;
}
