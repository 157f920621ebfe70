/**
 * The proof by trial that answers are sound: random rule sets with random partial answers, decided by the evaluator, the closures, what is left of
 * the rule and its decision diagram; whatever any of them decides must be what every completion of the unknown facts gives.
 */
import fc from 'fast-check';
import { compileRule, conceptsOf, diagram, evaluate, type Expression, isLiteral, isRuleError, type Known, parse, simplify } from '../rules';
import { everyCompletion, factsIn, kindDomain, kindRule, kindTerm, type Partly, partlyKnown } from './arbitrary-kinds';

export type Soundness = { sets: number; rules: number; decided: number; completions: number; skipped: number; contradictions: string[] };

/** A rule set is up to three rules and a value worked out, over the same facts. */
const ruleSet = fc.record({ rules: fc.array(kindRule, { minLength: 1, maxLength: 3 }), term: kindTerm, partly: partlyKnown });

/** @param limit completions tried of one rule; a rule set with a rule of more is drawn again and counted as skipped. */
export function soundness(sets: number, seed: number, limit = 20_000): Soundness {
  const found: Soundness = { sets: 0, rules: 0, decided: 0, completions: 0, skipped: 0, contradictions: [] };
  // Drawn in portions: no more is held at once than is looked at.
  for (let portion = 0; found.sets < sets; portion++)
    for (const { rules, term, partly } of fc.sample(ruleSet, { numRuns: Math.min(1000, sets - found.sets), seed: seed + portion })) {
      const read = [...rules, term].map((text) => ({ text, rule: parsed(text) }));
      if (read.every(({ text, rule }, i) => holdsUp(text, rule, i < rules.length, partly, limit, found))) found.sets++;
      else found.skipped++;
    }
  return found;
}

function parsed(text: string): Expression {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
  return e;
}

/** False where there are too many completions to try them all. */
function holdsUp(text: string, rule: Expression, condition: boolean, partly: Partly, limit: number, found: Soundness): boolean {
  const claims = decisions(rule, condition, partly);
  if (claims.size === 0) {
    found.rules++;
    return true;
  }
  const ways = everyCompletion([...conceptsOf(rule)], partly, limit);
  if (!ways) return false;
  found.rules++;
  found.decided++;
  const outcomes = new Set<Known | undefined>(ways.map((facts) => evaluate(rule, facts)));
  found.completions += ways.length;
  for (const [by, value] of claims) {
    const contradicted = [...outcomes].filter((x) => (by === 'diagram' ? (x === true) !== value : !alike(x, value)));
    if (contradicted.length) found.contradictions.push(`${by} decides ${String(value)}, a completion gives ${String(contradicted[0])}: ${text} with ${JSON.stringify(partly)}`);
  }
  return true;
}

const alike = (a: Known | undefined, b: Known) =>
  a === b || (typeof a === 'string' && typeof b === 'string' && evaluate(parsed(`x = y`), { today: '', rows: () => undefined, value: (c) => (c === 'x' ? a : b) }) === true);

/** What each way of deciding says of the rule as things stand. */
function decisions(rule: Expression, condition: boolean, partly: Partly): Map<string, Known> {
  const facts = factsIn(partly);
  const claims = new Map<string, Known>();
  const claim = (by: string, value: Known | undefined) => value !== undefined && claims.set(by, value);
  claim('evaluate', evaluate(rule, facts));
  claim('closure', compileRule(rule)(facts));
  const rest = simplify(rule, facts);
  if (isLiteral(rest)) claim('simplify', rest.value);
  else if (condition) {
    const { root } = diagram(rest, kindDomain);
    if (root.leaf) claim('diagram', root.value);
  }
  return claims;
}
