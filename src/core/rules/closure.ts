/**
 * A rule made into JavaScript functions that call each other: names become places in an array, and nothing is allocated while it decides. No
 * source text is made and run, so a page with a strict content security policy runs it. It gives what `evaluate` gives.
 */
import { type Facts, maxRows, type RowOf } from './evaluate';
import type { Expression, Range } from './expression';
import { oneFact } from './one-fact';
import type { Known } from './known';
import { arithmetic, both, call, compare } from './operations';
import { Slots, type Compiling, type Decide, type Values } from './slots';

type Made = Compiling & { rows: ReadonlyMap<string, number> };

/** The rule as one function of the facts. */
export function compileRule(rule: Expression): (facts: Facts) => Known | undefined {
  const slots = new Slots();
  const decide = closure(rule, { slots });
  return (facts) => decide(slots.read(facts));
}

export const closure = (e: Expression, how: Compiling): Decide => made(e, { ...how, rows: new Map() });

function made(e: Expression, how: Made): Decide {
  const part = (p: Expression) => made(p, how);
  switch (e.kind) {
    case 'literal': {
      const { value } = e;
      return () => value;
    }
    case 'today': {
      if (how.today === undefined) return place(how.slots.of('at'));
      const day = how.today || undefined;
      return () => day;
    }
    case 'concept':
      return concept(e.id, how);
    case 'not': {
      const of = part(e.of);
      return (values) => {
        const x = of(values);
        return x === undefined ? undefined : x !== true;
      };
    }
    case 'and':
    case 'or':
      return e.of.length === 2 ? pair(part(e.of[0]!), part(e.of[1]!), e.kind === 'or') : junction(e.of.map(part), e.kind === 'or');
    case 'compare':
      return oneFact(e, how, () => comparison(e.op, part(e.left), part(e.right)));
    case 'in':
      return oneFact(e, how, () => within(e.items, part(e.value), part));
    case 'arithmetic':
      return sum(e.op, part(e.left), part(e.right));
    case 'if':
      return choice(part(e.test), part(e.yes), part(e.no));
    case 'call': {
      const args = e.args.map(part);
      return (values) =>
        call(
          e.name,
          args.map((a) => a(values)),
        );
    }
    case 'invoke':
      return () => undefined;
    case 'some':
    case 'every':
      return quantifier(e, how);
    case 'count':
      return count(e, how);
  }
}

const place =
  (slot: number): Decide =>
  (values) =>
    values[slot] as Known | undefined;

function concept(id: string, how: Made): Decide {
  const dot = id.indexOf('.');
  const row = dot < 0 ? undefined : how.rows.get(id.slice(0, dot));
  if (row === undefined) return place(how.slots.of(id));
  const datum = id.slice(dot + 1);
  return (values) => (values[row] as RowOf)[datum];
}

function pair(left: Decide, right: Decide, deciding: boolean): Decide {
  return (values) => {
    const a = left(values);
    if (a !== undefined && (a === true) === deciding) return deciding;
    const b = right(values);
    if (b !== undefined && (b === true) === deciding) return deciding;
    return a === undefined || b === undefined ? undefined : !deciding;
  };
}

function junction(parts: readonly Decide[], deciding: boolean): Decide {
  return (values) => {
    let open = false;
    for (const part of parts) {
      const x = part(values);
      if (x === undefined) open = true;
      else if ((x === true) === deciding) return deciding;
    }
    return open ? undefined : !deciding;
  };
}

function choice(test: Decide, yes: Decide, no: Decide): Decide {
  return (values) => {
    const t = test(values);
    if (t !== undefined) return t === true ? yes(values) : no(values);
    const x = yes(values);
    return x !== undefined && x === no(values) ? x : undefined;
  };
}

type Op = Extract<Expression, { kind: 'compare' }>['op'];
function comparison(op: Op, left: Decide, right: Decide): Decide {
  const numbers = (test: (a: number, b: number) => boolean): Decide => {
    return (values) => {
      const a = left(values);
      const b = right(values);
      return typeof a === 'number' && typeof b === 'number' ? test(a, b) : compare(op, a, b);
    };
  };
  switch (op) {
    case '=':
      return numbers((a, b) => a === b);
    case '!=':
      return numbers((a, b) => a !== b);
    case '<':
      return numbers((a, b) => a < b);
    case '<=':
      return numbers((a, b) => a <= b);
    case '>':
      return numbers((a, b) => a > b);
    case '>=':
      return numbers((a, b) => a >= b);
  }
}

function sum(op: Extract<Expression, { kind: 'arithmetic' }>['op'], left: Decide, right: Decide): Decide {
  return (values) => arithmetic(op, left(values), right(values));
}

function within(items: readonly (Expression | Range)[], value: Decide, part: (e: Expression) => Decide): Decide {
  const tests = items.map((item) => {
    if (item.kind !== 'range') {
      const wanted = part(item);
      return (x: Known | undefined, values: Values) => compare('=', x, wanted(values));
    }
    const [from, to] = [part(item.from), part(item.to)];
    const [low, high] = [item.fromOpen ? '>' : '>=', item.toOpen ? '<' : '<='] as const;
    return (x: Known | undefined, values: Values) => both(compare(low, x, from(values)), compare(high, x, to(values)));
  });
  return (values) => {
    const x = value(values);
    let open = x === undefined;
    for (const test of tests) {
      const hit = test(x, values);
      if (hit === true) return true;
      if (hit === undefined) open = true;
    }
    return open ? undefined : false;
  };
}

const noRow: RowOf = {};
const rowsIn = (values: Values, slot: number): readonly RowOf[] | undefined => {
  const rows = values[slot] as readonly RowOf[] | undefined;
  return rows && rows.length > maxRows ? undefined : rows;
};

function quantifier(e: Extract<Expression, { kind: 'some' | 'every' }>, how: Made): Decide {
  const [list, row] = [how.slots.list(e.list), how.slots.row()];
  const test = made(e.test, { ...how, rows: new Map(how.rows).set(e.variable, row) });
  const deciding = e.kind === 'some';
  return (values) => {
    const rows = rowsIn(values, list);
    let open = rows === undefined;
    for (const r of rows ?? [noRow]) {
      values[row] = r;
      const x = test(values);
      if (x === undefined) open = true;
      else if ((x === true) === deciding) return rows ? deciding : undefined;
      // Without the rows, what holds of no row or of every row is known all the same.
      else if (!rows) return !deciding;
    }
    return open ? undefined : !deciding;
  };
}

function count(e: Extract<Expression, { kind: 'count' }>, how: Made): Decide {
  const list = how.slots.list(e.list);
  if (!e.test || !e.variable) return (values) => rowsIn(values, list)?.length;
  const row = how.slots.row();
  const test = made(e.test, { ...how, rows: new Map(how.rows).set(e.variable, row) });
  return (values) => {
    const rows = rowsIn(values, list);
    let n = 0;
    for (const r of rows ?? [noRow]) {
      values[row] = r;
      const x = test(values);
      if (x === undefined) return undefined;
      if (x === true) n++;
    }
    return rows || n === 0 ? n : undefined;
  };
}
