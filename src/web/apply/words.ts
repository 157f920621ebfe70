/** What a question is called, whose it is, and the options of a choice: from the city's words alone, so that it runs at the station too. */
import { choiceId } from '../../core/catalogue';
import type { Prepared } from '../../core/journey';
import { conceptName, say, stepName } from '../text';
import type { Visit } from '../visit';

export type Speaking = Pick<Visit, 't' | 'law'>;

export const subjectOf = (concept: string): string => concept.slice(0, concept.indexOf('.'));

export const subjectName = ({ t, law }: Speaking, subject: string): string => {
  if (subject === 'choice') return t.apply.choices;
  const label = law.subjects.get(subject)?.label;
  return label ? say(t, label) : subject;
};

/** A choice of the journey: its question, and the services it chooses among. */
export function choiceOf({ t, law }: Speaking, journey: string | null, concept: string): { ask: string; options: { value: string; label: string }[] | null } | null {
  for (const item of (journey ? law.journeys.get(journey)?.services : undefined) ?? []) {
    if ('oneOf' in item && item.ask && choiceId(item) === concept)
      return { ask: say(t, item.ask), options: item.oneOf.map((u) => ({ value: u.as ?? u.use, label: stepName(t, law, journey, u.as ?? u.use) })) };
    if (!('oneOf' in item) && item.optional && `choice.${item.as ?? item.use}` === concept) return { ask: say(t, item.optional.ask), options: null };
  }
  return null;
}

/** The question in the city's words. */
export function askOf(s: Speaking, journey: string | null, prepared: Prepared, concept: string): string {
  const datum = prepared.datum(concept)?.datum;
  if (datum) return say(s.t, datum.ask ?? datum.label);
  return choiceOf(s, journey, concept)?.ask ?? concept;
}

/** 母亲的姓名; a choice by its question. */
export const nameOf = (s: Speaking, journey: string | null, concept: string): string => choiceOf(s, journey, concept)?.ask ?? conceptName(s.t, s.law, concept);
