/** What a question or a value is called, whose it is, and why it is asked: read from the plan, never written by hand. */
import { type OpenDraft, preparedOf } from '../../app/draft';
import type { Plan, Prepared, StepPlan } from '../../core/journey';
import { citationOf, day, moment, say, stepName } from '../text';
import type { Visit } from '../visit';

import { askOf, subjectName, subjectOf, type Speaking } from './words';

export { askOf, choiceOf, nameOf, subjectName, subjectOf, type Speaking } from './words';

/** The civil date of an instant in the city's zone. */
export const dateOf = ({ t, law }: Pick<Visit, 't' | 'law'>, instant: string): string => moment(t, instant, law.city.zone).replace(/ \d\d:\d\d$/, '');

/** A day not far off, without the year it shares with today: 11月24日. */
export const soon = (v: Pick<Visit, 't' | 'law' | 'today'>, instant: string): string => {
  const date = day(v.t, instant.slice(0, 10));
  const year = v.today.slice(0, 4);
  return instant.startsWith(year) ? date.replace(v.t.lang === 'zh' ? `${year}年` : ` ${year}`, '') : date;
};

export const journeyOf = (draft: OpenDraft): string | null => ('journey' in draft.body.basket ? draft.body.basket.journey : null);
export type Reasons = { decides: string[]; inner: string[]; neededBy: string[]; source: { href: string; title: string } | undefined };

/** A question with whom it is about, unless that is the applicant or said already. */
export function titleOf(s: Speaking, journey: string | null, prepared: Prepared, concept: string): string {
  const ask = askOf(s, journey, prepared, concept);
  const subject = subjectOf(concept);
  return subject === 'choice' || subject === 'applicant' || ask.startsWith(subjectName(s, subject)) ? ask : `${subjectName(s, subject)}${s.t.joins.colon}${ask}`;
}

/** Why a question is asked: what it decides, who needs it, and what that rests on. */
export const reasonsFor = (s: Pick<Visit, 't' | 'law' | 'product'>, draft: OpenDraft, plan: Plan, concept: string): Reasons =>
  reasonsOf(s, journeyOf(draft), preparedOf(s.product, draft), plan.questions.find((q) => q.concept === concept)?.neededBy ?? [], concept);

/** @param neededBy the steps it is asked for */
export function reasonsOf(s: Speaking, journey: string | null, prepared: Prepared, neededBy: readonly string[], concept: string): Reasons {
  const name = (step: StepPlan) => stepName(s.t, s.law, journey, step.id);
  const outer = (step: StepPlan) => [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)].filter((l) => l.concepts.includes(concept));
  const inside = (step: StepPlan) => [...step.needs, ...step.evidence, ...step.stages, ...step.fees, ...step.clocks].flatMap((x) => (x.when?.concepts.includes(concept) ? [x.when] : []));
  const needs = (step: StepPlan) => step.needs.flatMap((n, i) => (n.item.concept === concept ? [step.service.needs?.[i]?.source] : []));
  const asking = prepared.steps.filter((step) => neededBy.includes(step.id));
  const cited = [...asking.flatMap((step) => [...outer(step), ...inside(step)].map((l) => l.source)), ...asking.flatMap(needs)].find((x) => x);
  return {
    decides: [...new Set(prepared.steps.filter((step) => outer(step).length > 0).map(name))],
    inner: [...new Set(asking.filter((step) => outer(step).length === 0 && inside(step).length > 0).map(name))],
    neededBy: [...new Set(asking.map((step) => s.t.apply.neededBy(name(step), say(s.t, s.law.authorities.get(step.service.authority)!.name))))],
    source: cited ? citationOf(s.t, s.law, cited) : undefined,
  };
}
