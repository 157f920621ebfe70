/** Services and journeys of a few lines each, for tests that invent a city around one point. */
import { compileLaw, nothingKnown, type Basket, type KnownFacts, type Plan } from '../journey';
import type { Values } from '../case/event';
import type { InForce } from '../catalogue';
import { cityWith } from './small-city';

type Files = { [path: string]: string };

/** @param lines replace or add to what every service needs. */
export function service(id: string, lines = ''): Files {
  const given = (key: string) => new RegExp(`^${key}:`, 'm').test(lines);
  const rest = [
    given('authority') ? '' : 'authority: market-regulation',
    given('subjects') ? '' : 'subjects: {applicant: person, business: organisation, premises: place}',
    given('stages') ? '' : 'stages: [{id: decide, h: 7}]',
  ];
  return { [`services/${id}.yaml`]: [`id: ${id}`, `name: {zh: ${id}, en: ${id}}`, `aliases: [${id}]`, ...rest.filter(Boolean), lines].join('\n') };
}

export const journey = (services: string, more = ''): Files => ({ 'journeys/j.yaml': `id: j\nname: {zh: 事, en: Matter}\nservices:\n${services}\n${more}` });

export const day = '2026-01-15';
export const knowing = (known: Partial<KnownFacts>): KnownFacts => ({ ...nothingKnown, ...known });

/** The plan of every service of the files, or of the journey `j`. */
export function planned(files: Files, answers: Values = {}, known: Partial<KnownFacts> = {}): Plan {
  return compiled(files, answers, known).plan;
}

export function compiled(files: Files, answers: Values = {}, known: Partial<KnownFacts> = {}) {
  const law = cityWith(files, day);
  return compileLaw(law, basketOf(files), answers, knowing(known), day);
}

export const basketOf = (files: Files): Basket => ('journeys/j.yaml' in files ? { journey: 'j' } : { services: Object.keys(files).flatMap((f) => /^services\/(.+)\.yaml$/.exec(f)?.[1] ?? []) });

export const states = (plan: Plan) => Object.fromEntries(plan.services.map((s) => [s.id, s.state]));
export const asked = (plan: Plan) => plan.questions.map((q) => q.concept);
export type { InForce };
