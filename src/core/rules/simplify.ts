/**
 * What is left of a rule once some facts are known: known parts are replaced by their values and decided branches fall away.
 * A residual that is not a literal is still open by Kleene's reading; the diagram says whether it is really open.
 */
import { evaluate, inRow, type Facts } from './evaluate';
import { asCondition, literal, mapParts, type Expression } from './expression';

export function simplify(e: Expression, facts: Facts): Expression {
  const known = evaluate(e, facts);
  if (known !== undefined) return literal(known, e.at);
  if (e.kind === 'and' || e.kind === 'or') {
    const neutral = e.kind === 'and';
    const of = e.of.map((p) => simplify(p, facts)).filter((p) => !(p.kind === 'literal' && (p.value === true) === neutral));
    return of.length === 1 ? asCondition(of[0]!) : { ...e, of };
  }
  if (e.kind === 'if') {
    const test = simplify(e.test, facts);
    if (test.kind === 'literal') return simplify(test.value === true ? e.yes : e.no, facts);
    return { ...e, test, yes: simplify(e.yes, facts), no: simplify(e.no, facts) };
  }
  // Rows are known as a whole or not at all: of a quantifier over unknown rows, only what is no row's own is known.
  if (e.kind === 'some' || e.kind === 'every') return { ...e, test: simplify(e.test, inRow(facts, e.variable, {})) };
  if (e.kind === 'count') return e.test && e.variable ? { ...e, test: simplify(e.test, inRow(facts, e.variable, {})) } : e;
  return mapParts(e, (p) => simplify(p, facts));
}
