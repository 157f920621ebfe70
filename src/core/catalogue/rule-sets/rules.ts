/** The city's named rules as every line reads them: written out, measured, and put in where they are named. */
import { isRuleError, mapParts, parse, ruleError, type Expression, type RuleError } from '../../rules';
import { expand, meaningOf, measure, type Measure, namesIn, tooLarge } from '../../rules/set';
import type { InForce } from '../catalogue';
import type { Entity } from '../declare/concept';
import type { Rules } from './rule-book';

const cache = new WeakMap<Rules, Map<string, Expression>>();

/**
 * A rule of the folder with every rule of a set it names put in. @param about `itself` where bare names are data of the thing
 * a derivation belongs to; the roles of the set are then that thing.
 */
export function ruleIn(law: InForce, text: string, about: 'roles' | 'itself' = 'roles'): Expression | RuleError {
  const known = cache.get(law.rules) ?? new Map<string, Expression>();
  cache.set(law.rules, known);
  const key = `${about} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const read = parse(text);
  if (isRuleError(read)) return read;
  const e = putIn(law.rules, read, about);
  known.set(key, e);
  return e;
}

export function putIn({ bodies, definitions }: Rules, e: Expression, about: 'roles' | 'itself'): Expression {
  if (definitions.size === 0) return e;
  return expand(e, (name) => {
    const meaning = meaningOf(name, bodies, definitions);
    return meaning && about === 'itself' ? { ...meaning, e: ofItself(meaning.e, new Set(meaning.args)) } : meaning;
  });
}

/** `person.birthDate` of a set is `birthDate` where the person is the thing itself. */
function ofItself(e: Expression, args: ReadonlySet<string>, hidden: ReadonlySet<string> = new Set()): Expression {
  if (e.kind === 'concept') {
    const dot = e.id.indexOf('.');
    return dot < 0 || args.has(e.id) || hidden.has(e.id.slice(0, dot)) ? e : { ...e, id: e.id.slice(dot + 1) };
  }
  if ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.variable !== null && e.test) return { ...e, test: ofItself(e.test, args, new Set([...hidden, e.variable])) } as Expression;
  return mapParts(e, (p) => ofItself(p, args, hidden));
}

/** Whom a rule written out speaks of. */
function rolesIn(e: Expression, found: Set<string> = new Set(), hidden: ReadonlySet<string> = new Set()): Set<string> {
  namesIn(
    e,
    (id) => {
      if (id.includes('.')) found.add(id.slice(0, id.indexOf('.')));
    },
    hidden,
  );
  listsIn(e, found);
  return found;
}
const listsIn = (e: Expression, found: Set<string>): void => {
  if (e.kind === 'some' || e.kind === 'every' || e.kind === 'count') found.add(e.list);
  mapParts(e, (p) => {
    listsIn(p, found);
    return p;
  });
};
const roles = new WeakMap<Expression, Set<string>>();

/** What is wrong with naming rules of sets here: a role the rule speaks of is not here or is somebody else, or the whole grows too large. */
export function namingFaults(law: InForce, e: Expression, entityOf: (role: string) => Entity | undefined): RuleError[] {
  const { rules } = law;
  const out: RuleError[] = [];
  namesIn(e, (name, x) => {
    const body = rules.bodies.get(name);
    const set = law.ruleSets.get(name.slice(0, name.indexOf('.')));
    if (!body || !set) return;
    const read = roles.get(body) ?? rolesIn(body);
    roles.set(body, read);
    for (const role of read) {
      const entity = set.subjects[role] ?? [...law.ruleSets.values()].find((s) => s.subjects[role])?.subjects[role];
      const here = entityOf(role);
      if (entity && here !== entity)
        out.push(
          ruleError(
            'YJ403',
            x.at,
            `“${name}”说的是 ${role}（${entity}），这里${here ? `的 ${role} 是 ${here}` : '没有它'}；改用带值的规则，或补上这个角色`,
            `"${name}" speaks of ${role} (a ${entity}), ${here ? `here ${role} is a ${here}` : 'which is not here'}; use a rule that takes values, or add the role`,
          ),
        );
    }
  });
  const m = measure(e, (name) => rules.measures.get(name) ?? derivedMeasure(law, name, entityOf));
  if (tooLarge(m)) out.push(tooLargeError(m, e.at));
  return out;
}

export const derivedMeasure = (law: InForce, concept: string, entityOf: (role: string) => Entity | undefined): Measure | undefined => {
  const dot = concept.indexOf('.');
  const entity = entityOf(concept.slice(0, Math.max(dot, 0)));
  // Inside a derivation a datum has no role before it.
  return (entity && law.rules.measures.get(`~${entity}.${concept.slice(dot + 1)}`)) ?? law.rules.measures.get(`~${entityOf('')}.${concept}`);
};

export const tooLargeError = (m: Measure, at: number): RuleError => {
  const parts = m.size >= 1e12 ? '10¹²' : String(m.size);
  return ruleError(
    'YJ430',
    at,
    `写全以后有 ${parts} 个部分、${m.depth} 层，太大；拆开，或少套几层`,
    `written out it has ${parts} parts and ${m.depth} levels, too many; split it, or build on fewer rules`,
  );
};
