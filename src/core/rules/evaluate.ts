/**
 * Evaluation with three states of a fact: known, absent (null) and unknown (undefined). Strong Kleene: a result is given
 * only when the operator gives it whatever the unknown parts turn out to be. Comparing with an absent fact is false
 * (`!=` is true); an absent condition does not hold; arithmetic with an absent fact is absent.
 */
import type { Expression, Range } from './expression';
import type { Known } from './known';
import { arithmetic, both, call, compare } from './operations';

export type { Known } from './known';

/** A longer list than this is not read: what depends on it stays unknown. Lists are held to it where they are declared. */
export const maxRows = 500;
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
      const rows = rowsOf(e.list, facts);
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
      const rows = rowsOf(e.list, facts);
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

function rowsOf(list: string, facts: Facts): readonly RowOf[] | undefined {
  const rows = facts.rows(list);
  return rows && rows.length > maxRows ? undefined : rows;
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
