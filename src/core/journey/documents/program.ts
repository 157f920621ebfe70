/**
 * A part as a linear program for an outside solver: y for each option, x for each item, z for each arc that could close a
 * circle. Circles are forbidden as they turn up: solve, look, forbid the circle found, solve again.
 */
import type { Option } from './cover';
import type { Arc, Order } from '../order';
import type { Part } from './parts';
import type { Solve } from './problem';

const maxRounds = 60;

/** Null when the solver gives nothing usable; `bound` is what it proved. */
export function solveWith(solve: Solve, part: Part, order: Order): { chosen: (Option | null)[] | null; weight: number; bound: number } | null {
  const cuts: string[] = [];
  for (let round = 0; round < maxRounds; round++) {
    const answer = solve(programOf(part, cuts));
    if (answer.status === 'impossible') return null;
    const chosen = part.options.map((options, c) => options.find((_, k) => (answer.values.get(`y${c}_${k}`) ?? 0) > 0.5) ?? null);
    if (part.active.some((a, c) => a && !chosen[c])) return { chosen: null, weight: Infinity, bound: answer.bound };
    const circles = circlesIn(chosen, order);
    if (circles.length === 0) return { chosen, weight: weigh(part, chosen), bound: answer.bound };
    for (const circle of circles) cuts.push(`${circle.map(arcName).join(' + ')} <= ${circle.length - 1}`);
  }
  return null;
}

const arcName = ([a, b]: Arc) => `z${a}_${b}`;

function weigh(part: Part, chosen: readonly (Option | null)[]): number {
  const items = new Set(chosen.flatMap((o) => o?.items ?? []));
  return [...items].reduce((n, i) => n + part.weight[i]!, 0) + chosen.reduce((n, o) => n + (o?.own ?? 0), 0);
}

/** Circles among the chosen arcs, one after another: each is what remains when every arc it can do without is left out; then one of its arcs goes, and the rest is looked at again. */
function circlesIn(chosen: readonly (Option | null)[], order: Order): Arc[][] {
  const possible = (some: readonly Arc[]) => {
    const can = order.add(some);
    if (can) order.remove(some);
    return can;
  };
  let arcs = [...new Map(chosen.flatMap((o) => o?.arcs ?? []).map((a) => [arcName(a), a])).values()];
  const circles: Arc[][] = [];
  while (!possible(arcs)) {
    let circle = arcs;
    for (const arc of arcs) {
      const without = circle.filter((a) => a !== arc);
      if (!possible(without)) circle = without;
    }
    circles.push(circle);
    arcs = arcs.filter((a) => a !== circle[0]);
  }
  return circles;
}

function programOf(part: Part, cuts: readonly string[]): string {
  const rows: string[] = [...cuts];
  const prices: string[] = part.items.map((_, i) => `${part.weight[i]} x${i}`);
  const names = new Set(part.items.map((_, i) => `x${i}`));
  const by = new Map(part.opens.flatMap((clauses, i) => clauses.map((c) => [c, i] as const)));
  part.options.forEach((options, c) => {
    const all = options.map((_, k) => `y${c}_${k}`);
    for (const y of all) names.add(y);
    rows.push(part.active[c] ? `${all.join(' + ')} = 1` : `${all.join(' + ')} - x${by.get(c)} = 0`);
    const within = new Map<string, string[]>();
    options.forEach((o, k) => {
      if (o.own > 0) prices.push(`${o.own} y${c}_${k}`);
      for (const v of [...o.items.map((i) => `x${i}`), ...new Set(o.arcs.map(arcName))]) within.set(v, [...(within.get(v) ?? []), `y${c}_${k}`]);
    });
    for (const [v, ys] of within) {
      names.add(v);
      rows.push(`${ys.join(' + ')} - ${v} <= 0`);
    }
  });
  const lines = (parts: readonly string[]) => parts.join(' +\n ');
  return `Minimize\n obj: ${lines(prices)}\nSubject To\n${rows.map((r, i) => ` c${i}: ${r}`).join('\n')}\nBinary\n ${[...names].join('\n ')}\nEnd\n`;
}
