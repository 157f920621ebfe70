/** What a rule can come to, and what each depends on: questions that can never matter, outcomes that can never be reached. */
import { diagram, type DomainOf } from '../diagram';
import { nothingKnown } from '../cells';
import { conceptsOf, isLiteral, literal, type Expression } from '../expression';
import { simplify } from '../simplify';
import type { Known } from '../evaluate';
import type { Work } from './cover';

/** The written values a rule may come to, or null where some are worked out. */
export function outcomes(e: Expression, found: Set<Known> = new Set()): Set<Known> | null {
  if (isLiteral(e)) return found.add(e.value);
  return e.kind === 'if' && outcomes(e.yes, found) && outcomes(e.no, found) ? found : null;
}

/** "The rule comes to this value", as a condition. */
export const comesTo = (e: Expression, value: Known): Expression =>
  isLiteral(e)
    ? literal(e.value === value, e.at)
    : e.kind === 'if'
      ? { ...e, yes: comesTo(e.yes, value), no: comesTo(e.no, value) }
      : { kind: 'compare', op: '=', left: e, right: literal(value), at: e.at };

export type Reading = { idle: string[]; unreached: Known[] /** A condition that always or never holds. */; constant: boolean | null; exact: boolean };

/** @param e a rule with everything it names put in. @param bool it is a condition. */
export function reading(e: Expression, bool: boolean, today: string, domainOf: DomainOf, work: Work): Reading {
  const written = conceptsOf(e);
  const values = bool ? null : outcomes(e);
  const unknown: Reading = { idle: [], unreached: [], constant: null, exact: false };
  if (!bool && !values) return unknown;
  const support = new Set<string>();
  const unreached: Known[] = [];
  let constant: boolean | null = null;
  for (const value of bool ? [true] : values!) {
    const residual = simplify(bool ? e : comesTo(e, value), { ...nothingKnown, today });
    const d = diagram(residual, domainOf, work);
    if (!d.exact) return unknown;
    for (const c of d.support) support.add(c);
    if (bool && d.root.leaf && written.size > 0) constant = d.root.value;
    else if (!bool && d.root.leaf && !d.root.value) unreached.push(value);
  }
  return { idle: constant === null ? [...written].filter((c) => !support.has(c)) : [], unreached, constant, exact: true };
}
