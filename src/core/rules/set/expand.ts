/**
 * Puts what rules stand for where they are named, so that nothing after the loader knows of sets, macros and tables: diagrams,
 * simplification and closures read plain expressions. Sizes are worked out before anything grows: a chain of macros that doubles
 * at each step is refused by its number, not by running out of memory.
 */
import { mapParts, parts, type Expression } from '../expression';
import type { Definition, Definitions } from './definition';
import { substitute } from './substitute';

/** Far beyond what a rule of law needs, and little enough that a diagram of it is built in a second. */
export const limits = { size: 1500, depth: 250, rows: 200, columns: 16, rules: 300, args: 8, examples: 300 };

const prefix = (id: string) => id.slice(0, Math.max(id.indexOf('.'), 0));
/** What may stand for something else, with the rest of the expression; variables of quantifiers hide what has their name. */
export function namesIn(e: Expression, visit: (name: string, e: Expression) => void, hidden: ReadonlySet<string> = new Set()): void {
  if (e.kind === 'concept' && !hidden.has(prefix(e.id))) visit(e.id, e);
  if (e.kind === 'invoke') visit(e.name, e);
  const inner = (e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.variable !== null ? new Set([...hidden, e.variable]) : hidden;
  for (const p of parts(e)) namesIn(p, visit, inner);
}

/** The definitions in an order in which each comes after those it names, and the circles that keep others from having one. */
export function inOrder(definitions: Definitions): { order: Definition[]; circles: string[][] } {
  const uses = new Map([...definitions].map(([name, d]) => [name, usesOf(d, definitions)] as const));
  const state = new Map<string, 'open' | 'done'>();
  const order: Definition[] = [];
  const circles: string[][] = [];
  for (const start of definitions.keys()) {
    if (state.has(start)) continue;
    const path: { name: string; next: number }[] = [{ name: start, next: 0 }];
    state.set(start, 'open');
    while (path.length) {
      const top = path[path.length - 1]!;
      const use = uses.get(top.name)![top.next++];
      if (use === undefined) {
        state.set(top.name, 'done');
        order.push(definitions.get(top.name)!);
        path.pop();
      } else if (state.get(use) === 'open') circles.push([...path.slice(path.findIndex((p) => p.name === use)).map((p) => p.name), use]);
      else if (!state.has(use)) {
        state.set(use, 'open');
        path.push({ name: use, next: 0 });
      }
    }
  }
  return { order, circles };
}

const usesOf = (d: Definition, definitions: Definitions): string[] => {
  const found = new Set<string>();
  namesIn(d.body, (name) => void (definitions.has(name) && found.add(name)));
  return [...found];
};

export type Measure = { size: number; depth: number; times: readonly number[] };
/** How large the expression is once every rule is put in: parts, levels, and how often each of the values it takes is used. */
export function measure(e: Expression, of: (name: string) => Measure | undefined, args: readonly string[] = [], hidden: ReadonlySet<string> = new Set()): Measure {
  if (e.kind === 'concept') {
    const known = hidden.has(prefix(e.id)) ? undefined : of(e.id);
    return known ?? { size: 1, depth: 1, times: args.map((a) => (a === e.id ? 1 : 0)) };
  }
  const inner = (e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.variable !== null ? new Set([...hidden, e.variable]) : hidden;
  const known = e.kind === 'invoke' ? of(e.name) : undefined;
  let size = known?.size ?? 1;
  let below = 0;
  const times = args.map(() => 0);
  parts(e).forEach((p, i) => {
    const m = measure(p, of, args, inner);
    const often = known ? (known.times[i] ?? 0) : 1;
    // What stands for a value replaces its name.
    size += often * (known ? m.size - 1 : m.size);
    if (often > 0) below = Math.max(below, m.depth);
    for (let k = 0; k < times.length; k++) times[k]! += often * (m.times[k] ?? 0);
  });
  return { size: Math.min(size, 1e12), depth: Math.min((known?.depth ?? 1) + below, 1e12), times: times.map((t) => Math.min(t, 1e12)) };
}

/** How large each is, written out. @param order from `inOrder`. */
export function measureAll(order: readonly Definition[]): Map<string, Measure> {
  const found = new Map<string, Measure>();
  for (const d of order)
    found.set(
      d.name,
      measure(
        d.body,
        (name) => found.get(name),
        d.args.map((a) => a.id),
      ),
    );
  return found;
}

export const tooLarge = (m: Measure | undefined): boolean => m !== undefined && (m.size > limits.size || m.depth > limits.depth);

/** Every definition written out, but for those too large. @param order from `inOrder`. */
export function expandAll(order: readonly Definition[], definitions: Definitions, measures: ReadonlyMap<string, Measure>): Map<string, Expression> {
  const bodies = new Map<string, Expression>();
  for (const d of order)
    if (!tooLarge(measures.get(d.name)))
      bodies.set(
        d.name,
        expand(d.body, (name) => meaningOf(name, bodies, definitions)),
      );
  return bodies;
}

type Meaning = { args: readonly string[]; e: Expression };
export const meaningOf = (name: string, bodies: { get(name: string): Expression | undefined }, definitions: Definitions): Meaning | undefined => {
  const e = bodies.get(name);
  return e && { args: definitions.get(name)!.args.map((a) => a.id), e };
};

export function expand(e: Expression, meaning: (name: string) => Meaning | undefined, hidden: ReadonlySet<string> = new Set()): Expression {
  if (e.kind === 'concept') return (hidden.has(prefix(e.id)) ? undefined : meaning(e.id)?.e) ?? e;
  if ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.variable !== null && e.test) return { ...e, test: expand(e.test, meaning, new Set([...hidden, e.variable])) } as Expression;
  const whole = mapParts(e, (p) => expand(p, meaning, hidden));
  if (whole.kind !== 'invoke') return whole;
  const known = meaning(whole.name);
  return known ? substitute(known.e, new Map(known.args.map((a, i) => [a, whole.args[i]!] as const))) : whole;
}
