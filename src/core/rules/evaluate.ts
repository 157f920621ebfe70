/**
 * Evaluation with three states of a fact: known, absent (null) and unknown (undefined). Strong Kleene: a result is given
 * only when the operator gives it whatever the unknown parts turn out to be. Comparing with an absent fact is false
 * (`!=` is true); an absent condition does not hold; arithmetic with an absent fact is absent.
 */
import { daysBetween, monthsBetween, parseDate, yearsBetween } from '../calendar/civil-date';
import type { Expression, FunctionName, Range } from './expression';

export type Known = boolean | number | string | null;
export type RowOf = { readonly [datum: string]: Known };
/** What is known: `undefined` is unknown. A list answers with its rows. `today` is empty where no day is meant. */
export type Facts = { value(concept: string): Known | undefined; rows(list: string): readonly RowOf[] | undefined; today: string };

export function evaluate(e: Expression, facts: Facts): Known | undefined {
  switch (e.kind) {
    case 'literal':
      return e.value;
    case 'today':
      return facts.today === '' ? undefined : facts.today;
    case 'concept':
      return facts.value(e.id);
    case 'not': {
      const x = holds(e.of, facts);
      return x === undefined ? undefined : !x;
    }
    case 'and':
    case 'or': {
      const deciding = e.kind === 'or';
      let open = false;
      for (const p of e.of) {
        const x = holds(p, facts);
        if (x === deciding) return deciding;
        if (x === undefined) open = true;
      }
      return open ? undefined : !deciding;
    }
    case 'compare':
      return compare(e.op, evaluate(e.left, facts), evaluate(e.right, facts));
    case 'in':
      return within(e.items, evaluate(e.value, facts), facts);
    case 'arithmetic':
      return arithmetic(e.op, evaluate(e.left, facts), evaluate(e.right, facts));
    case 'if': {
      const test = holds(e.test, facts);
      if (test !== undefined) return evaluate(test ? e.yes : e.no, facts);
      const yes = evaluate(e.yes, facts);
      return yes !== undefined && yes === evaluate(e.no, facts) ? yes : undefined;
    }
    case 'call':
      return call(
        e.name,
        e.args.map((a) => evaluate(a, facts)),
      );
    // What it stands for is not here: nothing is known of it.
    case 'invoke':
      return undefined;
    case 'some':
    case 'every': {
      const rows = facts.rows(e.list);
      const deciding = e.kind === 'some';
      // Without the rows, what holds of no row or of every row is known all the same.
      if (rows === undefined) return holds(e.test, inRow(facts, e.variable, {})) === !deciding ? !deciding : undefined;
      let open = false;
      for (const row of rows) {
        const x = holds(e.test, inRow(facts, e.variable, row));
        if (x === deciding) return deciding;
        if (x === undefined) open = true;
      }
      return open ? undefined : !deciding;
    }
    case 'count': {
      const rows = facts.rows(e.list);
      if (!e.test || !e.variable) return rows?.length;
      if (rows === undefined) return holds(e.test, inRow(facts, e.variable, {})) === false ? 0 : undefined;
      let n = 0;
      for (const row of rows) {
        const x = holds(e.test, inRow(facts, e.variable, row));
        if (x === undefined) return undefined;
        if (x) n++;
      }
      return n;
    }
  }
}

/** As a condition: absent does not hold. */
export function holds(e: Expression, facts: Facts): boolean | undefined {
  const x = evaluate(e, facts);
  return x === undefined ? undefined : x === true;
}

/** The facts as one row sees them; an empty row knows nothing of its own. */
export function inRow(facts: Facts, variable: string, row: RowOf): Facts {
  const prefix = `${variable}.`;
  return { today: facts.today, rows: facts.rows, value: (c) => (c.startsWith(prefix) ? row[c.slice(prefix.length)] : facts.value(c)) };
}

export function compare(op: string, a: Known | undefined, b: Known | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (op === '=') return a === b;
  if (op === '!=') return a !== b;
  if (a === null || b === null) return false;
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

function within(items: readonly (Expression | Range)[], x: Known | undefined, facts: Facts): boolean | undefined {
  let open = x === undefined;
  for (const item of items) {
    const hit =
      item.kind === 'range'
        ? both(compare(item.fromOpen ? '>' : '>=', x, evaluate(item.from, facts)), compare(item.toOpen ? '<' : '<=', x, evaluate(item.to, facts)))
        : compare('=', x, evaluate(item, facts));
    if (hit === true) return true;
    if (hit === undefined) open = true;
  }
  return open ? undefined : false;
}

const both = (a: boolean | undefined, b: boolean | undefined) => (a === false || b === false ? false : a === undefined || b === undefined ? undefined : true);

function arithmetic(op: string, a: Known | undefined, b: Known | undefined): Known | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  switch (op) {
    case '+':
      return tidy(a + b);
    case '-':
      return tidy(a - b);
    case '*':
      return tidy(a * b);
    default:
      return b === 0 ? null : tidy(a / b);
  }
}

/** Decimals of the field have few places: 0.1 + 0.2 is 0.3. */
const tidy = (x: number) => Number(x.toPrecision(14));

function call(name: FunctionName, args: (Known | undefined)[]): Known | undefined {
  if (args.some((a) => a === undefined)) return undefined;
  if (args.some((a) => a === null)) return null;
  // A date that does not exist is as good as none.
  if ((name === 'years' || name === 'months' || name === 'days') && args.some((a) => parseDate(String(a)) === null)) return null;
  switch (name) {
    case 'years':
      return yearsBetween(String(args[0]), String(args[1]));
    case 'months':
      return monthsBetween(String(args[0]), String(args[1]));
    case 'days':
      return daysBetween(String(args[0]), String(args[1]));
    case 'min':
      return Math.min(...(args as number[]));
    case 'max':
      return Math.max(...(args as number[]));
    case 'abs':
      return Math.abs(Number(args[0]));
  }
}
