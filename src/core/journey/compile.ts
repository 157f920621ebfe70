/**
 * `compile(catalogue, basket, answers, known, at) → Plan`: pure and deterministic. The plan says which services are in,
 * what is asked and handed over, who works when, and the numbers before, joined and after.
 */
import type { Values } from '../case/event';
import type { Catalogue, InForce } from '../catalogue';
import { prepare } from './basket';
import type { Line, StepPlan } from './step-plan';
import type { Solve } from './documents';
import { memory } from './memory';
import { variant, type Variant } from './variant';
import { nothingKnown, type Basket, type KnownFacts, type Plan, type PlanService } from './plan';
import { questionPath } from './questions';
import { numbersInReach } from './reach';
import { schedule, speedUp, type Schedule } from './schedule';
import { account, situation, type Situation } from './situation';
import { innerLines } from './step-state';

export type Compiled = { plan: Plan; situation: Situation; after: Variant; joined: Variant; schedule: Schedule };

export class LawNotLoaded extends Error {}

export function compile(catalogue: Catalogue, basket: Basket, answers: Values, known: KnownFacts = nothingKnown, at: string): Plan {
  const { law } = catalogue.inForce(at);
  if (!law) throw new LawNotLoaded(at);
  return compileLaw(law, basket, answers, known, at).plan;
}

/**
 * The plan with what it was made from, for filing and for the pages.
 * @param solve proves a choice of documents that our own search cannot finish (`documents.proof` is `gap` without it).
 */
export function compileLaw(law: InForce, basket: Basket, answers: Values, known: KnownFacts, at: string, solve?: Solve): Compiled {
  const prepared = prepare(law, basket);
  const alone = withoutRegisters(answers, known);
  const kept = memory();
  const keptAlone = memory(kept);
  const questions = questionPath(prepared, at, answers, known, kept);
  const joinedQuestions = questionPath(prepared, at, alone.answers, alone.known, keptAlone);
  const here = situation(prepared, at, answers, known, undefined, kept);
  const after = variant(here, here.active, questions, solve);
  const joined = variant(situation(prepared, at, alone.answers, alone.known, undefined, keptAlone), here.active, joinedQuestions, solve);
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
    speedUp: speedUp(here, here.active, planned.edges),
    numbers: numbersInReach(after, joined),
    trace: prepared.steps.flatMap((s) => traceOf(here, s)),
  };
  return { plan, situation: here, after, joined, schedule: planned };
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
  return lines.flatMap((l): Plan['trace'] => {
    const state = s.lineState(l);
    if ('value' in state) return [{ line: l.pointer, because: [account(s, l)] }];
    return state.open.exact ? [] : [{ line: l.pointer, because: [], inexact: true }];
  });
}
