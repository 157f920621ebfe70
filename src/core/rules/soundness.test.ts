import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsIn, kindRule, kindScope, kindTerm, partlyKnown } from '../testing/arbitrary-kinds';
import { soundness } from '../testing/soundness';
import { check } from './check';
import { compileRule } from './closure';
import { isRuleError } from './error';
import { evaluate } from './evaluate';
import { isLiteral, show } from './expression';
import { parse } from './parse';
import { simplify } from './simplify';

const read = (text: string) => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
  return e;
};

/** `npm run prove soundness` tries 100,000. */
const sets = Number(process.env.YIJIAN_SOUNDNESS ?? 1000);
test(`no decided answer contradicts a completion, in ${sets} rule sets`, () => {
  const found = soundness(sets, 41);
  console.log(JSON.stringify({ ...found, contradictions: found.contradictions.length }));
  expect(found.contradictions.slice(0, 5)).toEqual([]);
  expect(found.sets).toBe(sets);
  expect(found.decided).toBeGreaterThan(sets / 2);
}, 3_600_000);

test('rules over every kind of value are well typed, read back as they are shown, and compiled they say the same', () => {
  fc.assert(
    fc.property(fc.oneof(kindRule, kindTerm), partlyKnown, (text, partly) => {
      const e = read(text);
      expect(check(e, kindScope, 'any')).toEqual([]);
      expect(show(read(show(e)))).toBe(show(e));
      const facts = factsIn(partly);
      expect(compileRule(e)(facts)).toBe(evaluate(e, facts));
      const rest = simplify(e, facts);
      expect(isLiteral(rest) ? rest.value : undefined).toBe(evaluate(e, facts));
      expect(evaluate(read(show(rest)), facts)).toBe(evaluate(e, facts));
    }),
    { numRuns: 1000 },
  );
});
