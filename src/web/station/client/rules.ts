/** The city's law on the tablet, and what it makes of an entry: the same compiler as on the server, with no register. */
import { unpackLaw, type InForce } from '../../../core/catalogue';
import { compileLaw, demand, groupOf, nextQuestion, nothingKnown, pageWith, prepare, situation, type Compiled, type Prepared, type QuestionPage } from '../../../core/journey';
import type { Packed } from '../../../app/station/pack';
import type { Entry } from './entry';

export type Rules = { catalogue: string; made: string; lawOn(day: string): InForce };

export function rulesFrom(packed: Packed): Rules {
  const laws = new Map<string, InForce>();
  return {
    catalogue: packed.catalogue,
    made: packed.made,
    lawOn: (day) => {
      const found = packed.laws.find((l) => l.from <= day && day <= l.to) ?? packed.laws.at(-1)!;
      const law = laws.get(found.from) ?? unpackLaw(found.law);
      laws.set(found.from, law);
      return law;
    },
  };
}

/** The civil day the entry is compiled under: that of the signature, or today's. */
export const dayOf = (law: Pick<InForce, 'city'>, instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: law.city.zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));

const known = (e: Entry) => ({ ...nothingKnown, preferred: new Set(e.preferred) });

export const preparedFor = (law: InForce, e: Entry): Prepared => prepare(law, e.basket);

export const compiled = (law: InForce, e: Entry, day: string): Compiled => compileLaw(law, e.basket, e.answers, known(e), day);

/** The next questions, or null when nothing is open. */
export function nextPage(law: InForce, e: Entry, day: string): QuestionPage | null {
  const s = situation(prepare(law, e.basket), day, e.answers, known(e));
  const d = demand(s);
  const next = nextQuestion(s, d);
  return next && pageWith(s, d, next.concept, next.reason, (concept) => !(concept in e.answers));
}

/** One question alone, to change it. */
export const pageOf = (law: InForce, e: Entry, concept: string): QuestionPage => ({ group: groupOf(prepare(law, e.basket), concept), reason: 'needed', concepts: [concept] });

/** What is known of the principal answers questions about the applicant. */
export function withPrincipal(prepared: Prepared, e: Entry): Entry {
  const { name, idNumber, phone } = e.principal;
  const given = Object.entries({ 'applicant.name': name, 'applicant.idNumber': idNumber, 'applicant.phone': phone }).filter(([concept, x]) => x !== null && prepared.datum(concept));
  return { ...e, answers: { ...e.answers, ...Object.fromEntries(given) } };
}
