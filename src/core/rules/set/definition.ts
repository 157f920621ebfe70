/**
 * A named rule of a set: a parameter, a formula or a decision table, with the values it takes and the type it gives. Its body is one
 * expression of the rule language that may still name other rules; `expand` puts in what they stand for.
 */
import type { Name } from '../types';
import { asCondition, literal, type Expression } from '../expression';
import { substitute } from './substitute';

export type HitPolicy = 'unique' | 'first' | 'collect';
export type Aggregate = 'sum' | 'count' | 'min' | 'max' | 'any' | 'every';

/** A test of one cell reads its column as this concept; null accepts any value. */
export const column = '#';
export type Row = { tests: readonly (Expression | null)[]; gives: Expression | null; path: (string | number)[]; source: string | null };
export type Table = { hit: HitPolicy; collect: Aggregate | null; columns: readonly Expression[]; rows: readonly Row[]; otherwise: Expression | null };

export type Definition = {
  /** `set.rule`, as everything outside the set names it; inside, the body's names are written out likewise. */
  name: string;
  kind: 'parameter' | 'formula' | 'table';
  args: readonly { id: string; name: Name }[];
  gives: Name;
  body: Expression;
  table: Table | null;
  file: string;
  path: (string | number)[];
  source: string | null;
};
export type Definitions = ReadonlyMap<string, Definition>;

/** The test of a whole row over the table's columns. */
export function rowTest(table: Table, row: Row): Expression {
  const of = row.tests.flatMap((t, k) => (t ? [substitute(t, new Map([[column, table.columns[k]!]]))] : []));
  return of.length === 0 ? literal(true) : of.length === 1 ? asCondition(of[0]!) : { kind: 'and', of, at: 0 };
}

/** What a table means, in the language itself: a chain of conditions, or what collecting comes to. */
export function tableBody(table: Table): Expression {
  const rows = table.rows.map((r) => ({ test: rowTest(table, r), gives: r.gives ?? literal(true) }));
  const chain = (list: typeof rows, last: Expression) =>
    list.reduceRight<Expression>((no, r) => (r.test.kind === 'literal' && r.test.value === true ? r.gives : { kind: 'if', test: r.test, yes: r.gives, no, at: 0 }), last);
  const otherwise = table.otherwise ?? literal(null);
  switch (table.hit === 'collect' ? table.collect : null) {
    case 'sum':
    case 'count': {
      const each = rows.map((r): Expression => ({ kind: 'if', test: r.test, yes: table.collect === 'sum' ? r.gives : literal(1), no: literal(0), at: 0 }));
      return each.reduce((left, right): Expression => ({ kind: 'arithmetic', op: '+', left, right, at: 0 }));
    }
    case 'any':
      return { kind: 'or', of: rows.map((r): Expression => ({ kind: 'and', of: [r.test, r.gives], at: 0 })), at: 0 };
    case 'every':
      return { kind: 'and', of: rows.map((r): Expression => ({ kind: 'or', of: [{ kind: 'not', of: r.test, at: 0 }, r.gives], at: 0 })), at: 0 };
    case 'min':
    case 'max': {
      const sign = table.collect === 'min' ? 1 : -1;
      return chain(
        rows.toSorted((a, b) => sign * order(a.gives, b.gives)),
        otherwise,
      );
    }
    default:
      return chain(rows, otherwise);
  }
}

/** Outcomes of `min` and `max` are written values; the loader refuses others. */
const order = (a: Expression, b: Expression) => (a.kind === 'literal' && b.kind === 'literal' && a.value !== null && b.value !== null ? (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) : 0);
