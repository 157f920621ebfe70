/** A diagram within what is left to spend: many rules are looked at in one load, and all of them together must not take long. */
import { diagram, type Diagram } from '../diagram';
import type { DomainOf } from '../domain';
import { type Expression, sizeOf } from '../expression';

/** What looking may cost; what is left is passed on. */
export type Work = { left: number };

/** Joins of nodes one rule may cost. */
const most = 20_000;

export function look(residual: Expression, domainOf: DomainOf, work: Work): Diagram {
  const size = sizeOf(residual);
  const d = diagram(residual, domainOf, Math.max(0, Math.min(most, work.left / 10)));
  work.left -= size * 20 + (d.exact ? 0 : most);
  return d;
}
