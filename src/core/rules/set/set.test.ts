/** Rules written out mean what the table, the macro or the parameter says – held against a second, simpler reading of each. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, isRuleError, parse, show, sizeOf, type Expression, type Facts, type Known } from '..';
import { cell, type Definition, expandAll, inOrder, limits, measureAll, tableBody, type Table } from '.';
import { substitute } from './substitute';

const read = (text: string): Expression => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(e.en);
  return e;
};
const facts = (values: { [c: string]: Known | undefined }): Facts => ({ today: '2026-01-15', value: (c) => values[c], rows: () => undefined });
const noWords = { codes: undefined, named: () => false };

describe('a cell', () => {
  const holds = (text: string, value: Known, codes?: readonly string[]) => {
    const test = cell(text, { codes, named: () => false });
    if (isRuleError(test)) return test.code;
    return test === null ? null : evaluate(test, facts({ '#': value }));
  };
  test.each([
    ['-', 3, null],
    ['< 18', 17, true],
    ['< 18', 18, false],
    ['>= 18', 18, true],
    ['18', 18, true],
    ['!= 18', 18, false],
    ['[7..18)', 7, true],
    ['[7..18)', 18, false],
    ['(7..18]', 7, false],
    ['(7..18]', 18, true],
    ['1, 3, [7..9]', 8, true],
    ['1, 3, [7..9]', 2, false],
    ['not(1, 3)', 3, false],
    ['not([1..3])', 4, true],
    ['(2 + 3)', 5, true],
    ['< 2021-10-01', '2021-09-30', true],
    ['[2021-10-01..2021-10-31]', '2021-10-31', true],
    ['[2021-10-01..2021-10-31]', '2021-11-01', false],
    ['2021-10-01', '2021-10-01', true],
    ['true', true, true],
    ['true', null, null],
    ['false', false, true],
    ['false', null, false],
    ['absent', null, true],
    ['"a", "b"', 'b', true],
    ['', 3, 'YJ401'],
    ['< ', 3, 'YJ401'],
    ['1,,2', 3, 'YJ401'],
    ['[1..', 3, 'YJ401'],
    ['not(-)', 3, 'YJ401'],
    ['< 2021-13-01', 3, 'YJ401'],
  ] as const)('%s of %s: %s', (text, value, expected) => expect(holds(text, value)).toBe(expected));
  test('codes stand without quotes, also those that look like sums', () => {
    expect(holds('unit-kind, 14th', '14th', ['unit-kind', '14th'])).toBe(true);
    expect(holds('not(unit-kind)', 'unit-kind', ['unit-kind'])).toBe(false);
  });
});

const definition = (name: string, body: Expression, args: string[] = []): Definition => ({
  name,
  kind: 'formula',
  args: args.map((id) => ({ id, name: { type: 'number' } })),
  gives: { type: 'number' },
  body,
  table: null,
  file: 'rules/r.yaml',
  path: [],
  source: null,
});
const writtenOut = (list: Definition[]) => {
  const all = new Map(list.map((d) => [d.name, d]));
  const { order } = inOrder(all);
  return expandAll(order, all, measureAll(order));
};

describe('putting in what is named', () => {
  test('a macro is used with each of its values', () => {
    const bodies = writtenOut([definition('r.twice', read('n + n'), ['n']), definition('r.a', read('r.twice(r.twice(x.y)) * r.p')), definition('r.p', read('3'))]);
    expect(show(bodies.get('r.a')!)).toBe('(((x.y + x.y) + (x.y + x.y)) * 3)');
  });
  test('a variable of a quantifier does not catch a name of what is put in', () => {
    const macro = definition('r.older', read('some e in employee satisfies e.age > n'), ['n']);
    const bodies = writtenOut([macro, definition('r.a', read('some e in employee satisfies r.older(e.age)'))]);
    expect(show(bodies.get('r.a')!)).toBe('some e in employee satisfies some e2 in employee satisfies e2.age > e.age');
  });
  test('a rule is not meant where a variable has its name', () => {
    const bodies = writtenOut([definition('r.age', read('3')), definition('q.a', read('some r in employee satisfies r.age > 2'))]);
    expect(show(bodies.get('q.a')!)).toBe('some r in employee satisfies r.age > 2');
  });
  test('the size told beforehand is the size it has', () => {
    const leaf = fc.constantFrom('x.y', 'n', 'm', '2');
    const body = fc.letrec<{ e: string }>((tie) => ({
      e: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a} + ${b})`),
        fc.tuple(tie('e'), tie('e')).map(([a, b]) => `r.f(${a}, ${b})`),
      ),
    })).e;
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), (texts) => {
        const list = texts.map((t, i) => definition(`r.f${i}`, read(t.replaceAll('r.f(', i === 0 ? 'r.none(' : `r.f${i - 1}(`)), ['n', 'm']));
        const all = new Map(list.map((d) => [d.name, d]));
        const { order } = inOrder(all);
        const measures = measureAll(order);
        for (const [name, e] of expandAll(order, all, measures)) {
          expect(measures.get(name)!.size).toBe(sizeOf(e));
          expect(measures.get(name)!.size).toBeLessThanOrEqual(limits.size);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const ops = ['<', '<=', '>', '>=', '=', '!='] as const;
const row = fc.record({
  a: fc.option(fc.tuple(fc.constantFrom(...ops), fc.integer({ min: 0, max: 3 })), { nil: null }),
  b: fc.option(fc.boolean(), { nil: null }),
  gives: fc.integer({ min: 0, max: 5 }),
});
const compared = (op: (typeof ops)[number], x: number, k: number) => ({ '<': x < k, '<=': x <= k, '>': x > k, '>=': x >= k, '=': x === k, '!=': x !== k })[op];

test('a table written out gives what reading its rows one by one gives, whatever the hit policy', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('first', 'sum', 'count', 'min', 'max'),
      fc.option(fc.integer({ min: 6, max: 9 }), { nil: null }),
      (rows, how, otherwise) => {
        const tests = (r: (typeof rows)[number]) => [r.a === null ? '-' : `${r.a[0]} ${r.a[1]}`, r.b === null ? '-' : String(r.b)].map((t) => cell(t, noWords) as Expression | null);
        const table: Table = {
          hit: how === 'first' ? 'first' : 'collect',
          collect: how === 'first' ? null : how,
          columns: [read('x.n'), read('x.b')],
          rows: rows.map((r) => ({ tests: tests(r), gives: how === 'count' ? null : read(String(r.gives)), path: [], source: null })),
          otherwise: otherwise === null ? null : read(String(otherwise)),
        };
        const body = tableBody(table);
        for (const n of [-1, 0, 1, 2, 3, 4])
          for (const b of [true, false]) {
            const hits = rows.filter((r) => (r.a === null || compared(r.a[0], n, r.a[1])) && (r.b === null || r.b === b)).map((r) => r.gives);
            const chosen = how === 'first' ? hits[0] : how === 'min' ? (hits.length ? Math.min(...hits) : undefined) : hits.length ? Math.max(...hits) : undefined;
            const expected = how === 'sum' ? hits.reduce((s, x) => s + x, 0) : how === 'count' ? hits.length : (chosen ?? otherwise);
            expect(evaluate(body, facts({ 'x.n': n, 'x.b': b }))).toBe(expected);
          }
      },
    ),
    { numRuns: 400 },
  );
});

test('what is put in for a name stands in every place of it', () => expect(show(substitute(read('n + n * x.n'), new Map([['n', read('y.z')]])))).toBe('(y.z + (y.z * x.n))'));
