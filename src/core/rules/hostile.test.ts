/** Whatever text a rule is and whatever facts it meets, it is read or refused, checked, decided and shown within two seconds, and never with a crash. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, type Scope } from './check';
import { compileRule } from './closure';
import { isRuleError } from './error';
import { evaluate, type Facts, type Known } from './evaluate';
import { conceptsOf, show } from './expression';
import { parse } from './parse';
import { simplify } from './simplify';

const million = 1_000_000;
const names = Array.from({ length: 2000 }, (_, i) => `subject${i % 40}.${'datum'.repeat(8)}${i}`);
const scope: Scope = { name: (id) => (id.startsWith('x') ? { type: 'any' } : undefined), list: () => () => ({ type: 'any' }), names: () => names };
const rows = Array.from({ length: 500 }, (_, i) => ({ n: i, ok: i % 2 === 0 }));
const long = 'P'.repeat(million / 2);
const values: readonly (Known | undefined)[] = [
  undefined,
  null,
  true,
  0,
  -0,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n ** 49n,
  0.1,
  long,
  '2021-10-28',
  '2021-10-28T00:00:00+08:00',
  'P9D',
  'P99Y',
  'PT',
  '\u0000',
];
const facts = (k: number): Facts => ({ today: '2026-01-15', value: (c) => values[(c.length + k) % values.length], rows: () => rows });

/** Everything that is done with a rule, in milliseconds of this process: other work on the machine does not count. */
function lifeOf(text: string): { read: boolean; ms: number } {
  const start = process.cpuUsage();
  const e = parse(text);
  if (isRuleError(e)) expect(e.at).toBeLessThanOrEqual(text.length);
  else {
    for (const x of check(e, scope)) expect(x.at).toBeLessThanOrEqual(text.length);
    const [first, second] = [facts(0), facts(5)];
    expect(compileRule(e)(first)).toEqual(evaluate(e, first));
    show(simplify(e, second));
    conceptsOf(e);
  }
  const { user, system } = process.cpuUsage(start);
  return { read: !isRuleError(e), ms: (user + system) / 1000 };
}

const words =
  '( ) [ ] , .. + - * / = != < <= > >= and or not in between if then else some every count satisfies date instant duration years months days min max abs at absent true 且 或 非 若 则 否则 ＝ “ " \' . x x.a x.bb y.c row 1 0.1 12345678901234567890 "P1D" "2021-02-30" \u0000 😀 é'.split(
    ' ',
  );
const pieces = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 }));

test('a million characters of any few pieces over and over', () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), fc.constantFrom('', ' '), (some, between) => {
      const piece = some.join(between) + between;
      fc.pre(piece !== '');
      expect(lifeOf(piece.repeat(Math.ceil(million / piece.length))).ms).toBeLessThan(2000);
    }),
    { numRuns: 60 },
  );
});

test('as many words of the language as a rule may have, in any order', () => {
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 400 }), (some, times) => {
      expect(lifeOf(`x.a = 1 and ${`${some.join(' ')} `.repeat(times)}`).ms).toBeLessThan(2000);
    }),
    { numRuns: 200 },
  );
});

const chain = (piece: string, n: number, by: string) => Array.from({ length: n }, () => piece).join(by);
const nested = (open: string, inner: string, close: string, n: number) => open.repeat(n) + inner + close.repeat(n);
describe('the largest rules that are read', () => {
  test.each<[string, string]>([
    ['sums', `${chain('x.a', 1900, ' + ')} > 1`],
    ['decimal products', `${chain('x.a * 1.0000001', 900, ' * ')} > 1`],
    ['quotients', `${chain('x.a / 0.3', 900, ' / ')} > 1`],
    ['conditions', chain('x.a = "a"', 950, ' and ')],
    ['unknown names', chain(`y.${'datum'.repeat(30)}`, 1900, ' or ')],
    ['a list of 500', `x.a in [${chain('"code"', 500, ', ')}] and x.b in [${chain('[1..2]', 300, ', ')}]`],
    ['lists within lists', nested('(', 'x.a', ' in [true, false, x.b, x.c]) ', 24)],
    ['brackets', nested('(', 'x.a', ')', 28)],
    ['ifs', nested('if x.a then x.b else (', 'x.c', ')', 14)],
    ['nots', `${'not '.repeat(55)}x.a`],
    ['a text of a million characters', `x.a = "${'P'.repeat(million)}"`],
    ['dates moved on and on', `${chain('x.a', 1, '')} + ${chain('duration("P9999D")', 700, ' + ')} > at`],
    ['a list in a list', 'count(a in row satisfies some b in row satisfies b.n > a.n + 500 or b.n * 0.3 > 200 or b.n < 0) = 3'],
    ['one list after another', chain('(every r in row satisfies r.n < 1000 and r.n >= 0)', 150, ' and ')],
  ])('%s', (_name, text) => {
    const { read, ms } = lifeOf(text);
    expect(read).toBe(true);
    expect(ms).toBeLessThan(2000);
  });
});

describe('what would take too long is refused', () => {
  test.each<[string, string]>([
    ['three lists within each other', 'some a in row satisfies some b in row satisfies some c in row satisfies a.n = c.n'],
    ['much asked of a list within a list', `some a in row satisfies some b in row satisfies ${chain('a.n = b.n', 60, ' or ')}`],
    ['a list of more than 500', `x.a in [${chain('1', 501, ', ')}]`],
    ['brackets sixty deep', nested('(', 'x.a', ')', 61)],
    ['a name of more than 200 letters', 'x'.repeat(201)],
  ])('%s', (_name, text) => expect(lifeOf(text).read).toBe(false));
});
