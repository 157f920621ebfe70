/** The rows and parameters of rule sets that decided a line, each with where it stands and what it rests on – also through derived data. */
import { isRuleError, mapParts, parse, type Expression, type Facts, type Known } from '../../rules';
import { decidedBy } from '../../rules/set';
import type { InForce } from '../catalogue';
import type { Entity } from '../declare/concept';
import type { Rules } from './rule-book';

export type Decided = { rule: string; kind: 'parameter' | 'row' | 'else'; value: Known | undefined; file: string; line: number; source: string | null };

/** @param entityOf who a role of the line is; @param facts by the line's own roles. */
export function accountOf(law: InForce, text: string, facts: Facts, entityOf: (role: string) => Entity | undefined): Decided[] {
  const e = spokenOf(law, text, entityOf);
  if (!e) return [];
  const found = [...decidedBy(e, law.rules, facts), ...conceptsIn(e).flatMap((concept) => throughDerivation(law, concept, facts, entityOf))];
  const once = new Map(found.map((d) => [`${d.file} ${d.path.join('/')}`, d]));
  return [...once.values()].map((d) => ({ rule: d.rule, kind: d.kind, value: d.value, file: d.file, line: law.place(d.file, d.path).line, source: d.source }));
}

const lines = new WeakMap<Rules, Map<string, Expression | null>>();
/** The line as it is written, or null where no rule set has a part in it – which is so of most lines, and found out once. */
function spokenOf(law: InForce, text: string, entityOf: (role: string) => Entity | undefined): Expression | null {
  if (law.rules.definitions.size === 0) return null;
  const known = lines.get(law.rules) ?? new Map<string, Expression | null>();
  lines.set(law.rules, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const e = parse(text);
  const named = (x: Expression) => conceptsIn(x).some((name) => law.rules.definitions.has(name));
  const derived = (concept: string) => {
    const dot = Math.max(concept.indexOf('.'), 0);
    const derive = law.data.get(entityOf(concept.slice(0, dot)) ?? 'place')?.get(concept.slice(dot + 1))?.derive;
    const read = derive === undefined ? null : parse(derive);
    return read !== null && !isRuleError(read) && named(read);
  };
  const spoken = isRuleError(e) || !(named(e) || conceptsIn(e).some(derived)) ? null : e;
  known.set(text, spoken);
  return spoken;
}

/** The derivation read for the role it is asked of: bare names, and the set's own roles, are that role's data. */
function throughDerivation(law: InForce, concept: string, facts: Facts, entityOf: (role: string) => Entity | undefined): ReturnType<typeof decidedBy> {
  const dot = concept.indexOf('.');
  const role = concept.slice(0, Math.max(dot, 0));
  const data = law.data.get(entityOf(role) ?? 'place');
  const derive = data?.get(concept.slice(dot + 1))?.derive;
  const e = derive === undefined ? null : parse(derive);
  if (!e || isRuleError(e)) return [];
  const own = (c: string) => (data!.has(c) ? c : c.slice(c.indexOf('.') + 1));
  return decidedBy(e, law.rules, { ...facts, value: (c) => facts.value(`${role}.${own(c)}`) });
}

const conceptsIn = (e: Expression): string[] => {
  const found = new Set<string>();
  const visit = (x: Expression): Expression => {
    if (x.kind === 'concept') found.add(x.id);
    if (x.kind === 'invoke') found.add(x.name);
    return mapParts(x, visit);
  };
  visit(e);
  return [...found];
};
