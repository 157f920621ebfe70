/** A filing as a tablet makes it: the questions answered from a scenario, by type where it says nothing, and every document on paper. */
import type { Values } from '../../../core/case';
import { provisionalNumber } from '../../../core/case/provisional';
import type { InForce } from '../../../core/catalogue';
import { compileLaw, nothingKnown, parseAnswer, prepare, questionPath, scenarioInput, type Basket } from '../../../core/journey';
import type { StationFiling } from '../../../app/station/filing';

/** Everything the path asks, answered. */
export function filledIn(law: InForce, basket: Basket, given: Values, day: string): Values {
  const prepared = prepare(law, basket);
  let answers = given;
  for (let n = 0; n < 200; n++) {
    const next = questionPath(prepared, day, answers, nothingKnown).find((q) => !(q.concept in answers));
    if (!next) return answers;
    const type = prepared.datum(next.concept)?.datum.type ?? 'bool';
    const choices = prepared.choices.get(next.concept);
    const code = /^code<(.+)>$/.exec(type)?.[1];
    const samples: { [type: string]: unknown } = {
      bool: 'true',
      number: '3',
      money: '100000',
      date: '2026-11-02',
      duration: '3',
      phone: '16900000009',
      'id-number': '430212199405210020',
      text: '示例',
      address: '渌口区示例村 1 号',
    };
    const raw = choices?.[0] ?? (code === 'division' ? law.city.home : code ? law.codes.get(code)?.values[0]?.code : samples[type]) ?? '示例';
    const parsed = parseAnswer(prepared, next.concept, raw);
    if ('refused' in parsed) throw new Error(`${next.concept}: ${parsed.refused.en}`);
    answers = { ...answers, [next.concept]: parsed.value };
  }
  throw new Error('the questions do not end');
}

export type Made = Omit<StationFiling, 'consent'>;

/** @param at instant of signing; `n` tells filings apart */
export function madeFiling(law: InForce, journey: string, n: number, at: string, given: Values = {}): Made {
  const basket = { journey };
  const day = at.slice(0, 10);
  const name = Object.keys(law.journeys.get(journey)!.scenarios ?? {})[0]!;
  const answers = filledIn(law, basket, { ...scenarioInput(law, journey, name, new Set())!.answers, ...given }, day);
  const { plan } = compileLaw(law, basket, answers, nothingKnown, day);
  const hex = n.toString(16).padStart(12, '0');
  return {
    key: `01a00000-0000-7000-8000-${hex}`,
    provisional: provisionalNumber('430212101', day, 'T0T', n),
    division: '430212101',
    basket,
    principal: { name: `示例${n}`, idNumber: null, phone: '16900000001' },
    answers,
    documents: plan.documents.pieces.map((p) => ({ evidence: p.evidence, subject: p.subject, copies: p.copies, form: 'paper' as const })),
    preferred: [],
    catalogue: plan.catalogue,
    states: Object.fromEntries(plan.services.map((s) => [s.id, s.state])),
    startedAt: at,
    signedAt: at,
    settled: { registers: {}, plan: null, meanwhile: [] },
  };
}
