/** What a rule can come to, and what each depends on: questions that can never matter, outcomes that can never be reached. */
import type { DomainOf } from '../domain';
import { nothingKnown } from '../cells';
import { conceptsOf, isLiteral, literal, type Expression } from '../expression';
import { simplify } from '../simplify';
import type { Known } from '../evaluate';
import { look, type Work } from './look';

/** The written values a rule may come to, or null where some are worked out. */
export function outcomes(e: Expression, found: Set<Known> = new Set()): Set<Known> | null {
  if (isLiteral(e)) return found.add(e.value);
  return e.kind === 'if' && outcomes(e.yes, found) && outcomes(e.no, found) ? found : null;
}

/** Gives yes or no and nothing else. */
const yesOrNo: ReadonlySet<Expression['kind']> = new Set(['not', 'and', 'or', 'compare', 'in', 'some', 'every']);

/** "The rule comes to this value", as a condition. */
export function comesTo(e: Expression, value: Known): Expression {
  if (isLiteral(e)) return literal(e.value === value, e.at);
  if (e.kind === 'if') return { ...e, yes: comesTo(e.yes, value), no: comesTo(e.no, value) };
  if (yesOrNo.has(e.kind)) return value === true ? e : value === false ? { kind: 'not', of: e, at: e.at } : literal(false, e.at);
  return { kind: 'compare', op: '=', left: e, right: literal(value), at: e.at };
}

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
    const d = look(residual, domainOf, work);
    if (!d.exact) return unknown;
    for (const c of d.support) support.add(c);
    if (bool && d.root.leaf && written.size > 0) constant = d.root.value;
    else if (!bool && d.root.leaf && !d.root.value) unreached.push(value);
  }
  return { idle: constant === null ? [...written].filter((c) => !support.has(c)) : [], unreached, constant, exact: true };
}
