/**
 * What is left of a rule once some facts are known: known parts are replaced by their values and decided branches fall away.
 * A residual that is not a literal is still open by Kleene's reading; the diagram says whether it is really open.
 */
import { evaluate, inRow, type Facts } from './evaluate';
import { asCondition, isLiteral, literal, mapParts, type Expression } from './expression';

export function simplify(e: Expression, facts: Facts): Expression {
  switch (e.kind) {
    case 'literal':
    case 'invoke':
      return e;
    case 'concept':
    case 'today':
      return valueOr(e, facts);
    case 'and':
    case 'or':
      return junction(e, facts);
    case 'not': {
      const of = simplify(e.of, facts);
      return isLiteral(of) ? literal(of.value !== true, e.at) : { ...e, of };
    }
    case 'if': {
      const test = simplify(e.test, facts);
      if (isLiteral(test)) return simplify(test.value === true ? e.yes : e.no, facts);
      const [yes, no] = [simplify(e.yes, facts), simplify(e.no, facts)];
      return isLiteral(yes) && isLiteral(no) && yes.value === no.value ? yes : { ...e, test, yes, no };
    }
    // Rows are known as a whole or not at all: of a quantifier over unknown rows, only what is no row's own is known.
    case 'some':
    case 'every':
      return valueOr(e, facts, () => ({ ...e, test: simplify(e.test, inRow(facts, e.variable, {})) }));
    case 'count': {
      const { test, variable } = e;
      return valueOr(e, facts, () => (test && variable ? { ...e, test: simplify(test, inRow(facts, variable, {})) } : e));
    }
    case 'compare':
    case 'in':
    case 'arithmetic':
    case 'call': {
      // The parts are as simple as they get, so their values stand in them: nothing is worked out twice.
      const rest = mapParts(e, (p) => simplify(p, facts));
      return valueOr(rest, nothing);
    }
  }
}

const nothing: Facts = { today: '', value: () => undefined, rows: () => undefined };

function valueOr(e: Expression, facts: Facts, open: () => Expression = () => e): Expression {
  const value = evaluate(e, facts);
  return value === undefined ? open() : literal(value, e.at);
}

function junction(e: Extract<Expression, { kind: 'and' | 'or' }>, facts: Facts): Expression {
  const neutral = e.kind === 'and';
  const of: Expression[] = [];
  for (const p of e.of) {
    const part = simplify(p, facts);
    if (!isLiteral(part)) of.push(part);
    else if ((part.value === true) !== neutral) return literal(!neutral, e.at);
  }
  return of.length === 0 ? literal(neutral, e.at) : of.length === 1 ? asCondition(of[0]!) : { ...e, of };
}
