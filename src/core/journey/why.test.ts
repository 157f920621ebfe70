/** What is shown as the reason of a question is true: both completions are tried, and differ; every fact that decides has such a pair. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value, Values } from '../case/event';
import { holds, type Facts, type Known } from '../rules';
import { journey, service } from '../testing/invented';
import { shippedLaw } from '../testing/shipped-city';
import { cityWith } from '../testing/small-city';
import { prepare } from './basket';
import { demand } from './demand';
import { nothingKnown } from './plan';
import { pageWith } from './question-page';
import { nextQuestion } from './questions';
import { situation, type Situation } from './situation';
import { whyAsked, type Fact, type Witness } from './why';

const day = '2026-01-15';
const law = shippedLaw(day);

function tried(s: Situation, w: Witness, side: Fact): boolean | undefined {
  const known = new Map<string, Known>([...w.shared, side].map((f) => [f.concept, f.known]));
  const facts: Facts = {
    today: s.at,
    rows: () => undefined,
    value: (c) => {
      const x = known.has(c) ? known.get(c) : s.value(c);
      return typeof x === 'object' && x !== null ? undefined : x;
    },
  };
  return holds(w.line.rule, facts);
}

test.each([...law.journeys.keys()])('%s: every question has its reason, and a page takes nothing back', (id) => {
  const prepared = prepare(law, { journey: id });
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (choices) => {
      const answers: Values = {};
      for (const choice of choices) {
        const s = situation(prepared, day, answers, nothingKnown);
        const d = demand(s);
        const next = nextQuestion(s, d);
        if (!next) return;
        const why = whyAsked(s, next.concept, d);
        if (next.reason === 'deciding') expect(why.decides.length, next.concept).toBeGreaterThan(0);
        else expect(why.needed.length + why.decides.length, next.concept).toBeGreaterThan(0);
        for (const w of why.decides) {
          expect(w.holds.concept).toBe(w.fails.concept);
          expect(tried(s, w, w.holds), `${w.line.text} ${JSON.stringify(w.holds)}`).toBe(true);
          expect(tried(s, w, w.fails), `${w.line.text} ${JSON.stringify(w.fails)}`).toBe(false);
        }
        const page = pageWith(s, d, next.concept, next.reason, (c) => !(c in answers));
        expect(page.concepts).toContain(next.concept);
        const value = (c: string, n: number): Value => {
          const { kind, codes, mayBeAbsent } = prepared.domain(c);
          if (mayBeAbsent && n % 5 === 0) return null;
          return kind === 'bool'
            ? n % 2 === 0
            : kind === 'code'
              ? codes![n % codes!.length]!
              : kind === 'date'
                ? ['1962-03-01', '1985-03-07', '2012-06-01'][n % 3]!
                : kind === 'other'
                  ? '某某'
                  : (n % 500) + 1;
        };
        // Whatever is answered to one, the others are still needed.
        for (const c of page.concepts)
          for (const n of [choice, choice + 1, 0]) {
            const after = demand(situation(prepared, day, { ...answers, [c]: value(c, n) }, nothingKnown));
            for (const other of page.concepts) if (other !== c) expect(after.needed.has(other), `${other} beside ${c}`).toBe(true);
          }
        for (const c of page.concepts) answers[c] = value(c, choice + c.length);
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('of two unknowns side by side, one value of each is shown', () => {
  const city = cityWith({ ...service('a', `applies: [{when: 'business.capital > 5 and premises.area > business.seats'}]`), ...journey('  - a') });
  const s = situation(prepare(city, { journey: 'j' }), day, { 'business.capital': 10 }, nothingKnown);
  const [w] = whyAsked(s, 'premises.area').decides;
  expect(w!.shared.map((f) => f.concept)).toEqual(['business.seats']);
  expect([w!.holds, w!.fails].map((f) => f.concept)).toEqual(['premises.area', 'premises.area']);
  expect(tried(s, w!, w!.holds)).toBe(true);
  expect(tried(s, w!, w!.fails)).toBe(false);
});
