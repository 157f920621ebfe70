/**
 * What a person wants to know before she starts: minutes, what is known already, cost, when it is done and what decides that. Read from the plan.
 * While a service is undecided everything counts as if all of them were needed, and `most` says so.
 */
import { instantOf } from '../../app/clocks';
import { afterWorkingHours } from '../../core/calendar';
import { compileLaw, feesOf, fillingIn, ifAllIn, nothingKnown, type Basket, type Compared, type Compiled, type FillingIn, type StepPlan } from '../../core/journey';
import { compiledScenario, compiledServices, typicalOf } from '../journey/figures';
import { most as upper } from '../text';
import type { Visit } from '../visit';

export type Attending = { kind: 'appear' | 'attend' | 'sign'; subject: string; steps: string[]; hall: string | null; illustrative: boolean };
export type Before = {
  journey: string | null;
  compiled: Compiled;
  /** Questions and documents of the plan, or of all services where some are undecided. */
  plan: Compared;
  most: boolean;
  filling: FillingIn;
  /** Given by registers, of what joining leaves. */
  known: { fields: { given: number; of: number }; documents: { given: number; of: number }; registers: string[] };
  fee: { sum: number; illustrative: boolean };
  days: { count: Compiled['plan']['numbers']['days']['after']; illustrative: boolean };
  /** When it would be done if it were filed now; null where the calendar ends or services are undecided. */
  due: string | null;
  /** The services that decide how long it takes, in order, each with the working days it spends on the path. */
  path: { step: string; days: number }[];
  attending: Attending[];
};

/** Null for a scenario that is not there. Services, or journeys without examples, are compiled with nothing answered. */
export function beforeFor(v: Visit, basket: Basket, scenario?: string): Before | null {
  const compiled = compiledFor(v, basket, scenario);
  return compiled && beforeOf(v, compiled);
}

export function compiledFor(v: Visit, basket: Basket, scenario?: string): Compiled | null {
  if (!('journey' in basket)) return compiledServices(v, basket.services);
  const journey = v.law.journeys.get(basket.journey);
  const chosen = scenario ?? typicalOf(v.law, basket.journey);
  if (journey && Object.keys(journey.scenarios).length === 0) return compileLaw(v.law, basket, {}, { ...nothingKnown, registers: v.product.connected }, v.today);
  return journey && Object.hasOwn(journey.scenarios, chosen) ? compiledScenario(v, basket.journey, chosen) : null;
}

export function beforeOf(v: Pick<Visit, 'law' | 'product' | 'today'>, compiled: Compiled): Before {
  const { situation: s, plan, schedule } = compiled;
  const most = plan.services.some((x) => x.state === 'undecided');
  const shown = most ? ifAllIn(compiled) : plan;
  const steps = most ? s.prepared.steps : s.active;
  const day = v.law.city.workday.hours;
  const hours = Math.max(0, ...schedule.steps.flatMap((x) => x.stages.map((g) => g.finish)));
  const { numbers } = shown;
  const known = (key: 'fields' | 'documents') => ({ given: Math.max(0, upper(numbers[key].joined) - upper(numbers[key].after)), of: upper(numbers[key].joined) });
  const fees = feesOf(s, steps);
  return {
    journey: plan.journey,
    compiled,
    plan: shown,
    most,
    filling: fillingIn(s.prepared, shown, rowsOf(compiled)),
    known: { fields: known('fields'), documents: known('documents'), registers: [...v.product.connected] },
    fee: { sum: fees.reduce((n, f) => n + f.amount, 0), illustrative: fees.some((f) => f.illustrative) },
    days: { count: plan.numbers.days.after, illustrative: plan.numbers.days.illustrative },
    due: most || hours === 0 ? null : afterWorkingHours(v.product.calendar(), instantOf(v.product), hours).due,
    path: most ? [] : pathOf(schedule.steps, day),
    attending: attending(compiled, steps),
  };
}

/** The stages without slack, one after another: each step with the time it adds to the whole. */
function pathOf(steps: Compiled['schedule']['steps'], day: number): Before['path'] {
  const stages = steps.flatMap((x) => x.stages.filter((g) => g.slack === 0).map((g) => ({ step: x.id, ...g }))).sort((a, b) => a.start - b.start || b.finish - a.finish);
  const hours = new Map<string, number>();
  let at = 0;
  for (const g of stages) {
    const adds = g.finish - Math.max(at, g.start);
    if (adds <= 0) continue;
    hours.set(g.step, (hours.get(g.step) ?? 0) + adds);
    at = g.finish;
  }
  return [...hours].map(([step, h]) => ({ step, days: Math.ceil((h / day) * 10) / 10 }));
}

const rowsOf =
  ({ situation: s }: Compiled) =>
  (concept: string): number => {
    const subject = concept.slice(0, concept.indexOf('.'));
    const rows = s.prepared.lists.has(subject) ? s.answers[subject] : undefined;
    return Array.isArray(rows) ? rows.length : 1;
  };

/** Who must be there in person, once for what is done together. */
function attending({ situation: s }: Compiled, steps: readonly StepPlan[]): Attending[] {
  const found = new Map<string, Attending>();
  for (const step of steps.filter((x) => x.initiator === 'applicant'))
    for (const { item, when } of step.acts) {
      if (item.kind === 'obtain' || !s.holds(when, true)) continue;
      const subject = item.subject ? (step.bind.get(item.subject) ?? item.subject) : 'applicant';
      const counter = item.counter ?? step.service.filing?.counter;
      const hall = item.kind === 'appear' && counter !== undefined ? (s.prepared.law.counters.get(counter)?.hall ?? null) : null;
      const key = item.joins ? `${item.kind}|${item.joins}|${subject}|${hall}` : `${step.id}|${item.index}`;
      const same = found.get(key);
      if (same) same.steps.push(step.id);
      else found.set(key, { kind: item.kind, subject, steps: [step.id], hall, illustrative: item.illustrative === true });
    }
  return [...found.values()];
}
