import { describe, expect, test } from 'vitest';
import { agreement, asFeel, type Feel, ourValue } from '../testing/common-with-feel';
import type { Known } from './evaluate';

/** feelin is there while developing; without it nothing is compared, and the run says so. */
const feel = await import('feelin').then(
  (found) => found as unknown as Feel,
  () => null,
);
if (!feel) console.warn('feelin is not installed: the rule language is not compared with FEEL');

/** `npm run prove feelin` compares 20,000. */
const expressions = Number(process.env.YIJIAN_FEELIN ?? 300);

describe.skipIf(!feel)('beside FEEL as feelin reads it', () => {
  test(`${expressions} expressions of the common subset mean the same`, () => {
    const found = agreement(expressions, 53, feel!);
    console.log(JSON.stringify({ ...found, differences: found.differences.length }));
    expect(found.differences.slice(0, 5)).toEqual([]);
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(expressions / 5);
  }, 3_600_000);

  /** Each declared difference is real: what we say, and what feelin says. */
  test.each<[string, string, Known | undefined, unknown, { [c: string]: Known }?]>([
    ['an unknown condition decides nothing', 'if x then 1 else 2', undefined, 2],
    ['an unknown fact is not absent', 'x = absent', undefined, true],
    ['order with an absent fact is false, not null', 'x < 3', false, null, { x: null }],
    ['so its opposite holds', 'not(x < 3)', true, null, { x: null }],
    ['an absent condition does not hold', 'x and true', false, null, { x: null }],
    ['nor does its opposite stay open', 'not(x)', true, null, { x: null }],
    ['decimals are exact', '0.1 + 0.2 = 0.3', true, false],
    ['a fraction without end is cut at 20 places', '1 / 3 * 3 = 1', false, true],
    ['a date stays a date', 'date("2021-10-28") + duration("PT36H") = date("2021-10-29")', true, null],
    ['instants differ by moments, whatever their offsets', 'instant("2021-10-27T16:00:00Z") - instant("2021-10-28T00:00:00+08:00") = duration("PT0S")', true, false],
    ['in ends with its list', '2 in [1, 2] or 1 = 0', true, null],
  ])('%s', (_what, text, ours, theirs, known = {}) => {
    expect(ourValue(text, known)).toBe(ours);
    expect(feel!.evaluate(asFeel(text), known).value).toBe(theirs);
  });
});
