/** Rules of a service as one basket reads them: roles become the subjects they are bound to, and derived data what they are derived from. */
import { ruleIn, type InForce } from '../catalogue';
import { conceptsOf, isRuleError, mapParts, parts, type Expression } from '../rules';

export function readable(law: InForce, text: string, about: 'roles' | 'itself' = 'roles'): Expression {
  const e = ruleIn(law, text, about);
  if (isRuleError(e)) throw new Error(`a rule that passed the loader does not parse: ${text}`);
  return e;
}

/** Roles become subjects; the variable of a quantifier keeps its own name. */
export function rebound(e: Expression, rename: (concept: string) => string, bind: ReadonlyMap<string, string>, variables: ReadonlySet<string> = new Set()): Expression {
  if (e.kind === 'concept') return variables.has(e.id.slice(0, Math.max(e.id.indexOf('.'), 0))) ? e : { ...e, id: e.id.startsWith('choice.') ? e.id : rename(e.id) };
  if (e.kind === 'some' || e.kind === 'every' || e.kind === 'count') {
    const list = bind.get(e.list) ?? e.list;
    if (!e.test || !e.variable) return { ...e, list } as Expression;
    return { ...e, list, test: rebound(e.test, rename, bind, new Set([...variables, e.variable])) } as Expression;
  }
  return mapParts(e, (p) => rebound(p, rename, bind, variables));
}

/** The lists a rule counts or goes through. */
export function listsOf(e: Expression): string[] {
  const own = e.kind === 'some' || e.kind === 'every' || e.kind === 'count' ? [e.list] : [];
  return [...new Set([...own, ...parts(e).flatMap(listsOf)])];
}

/** Derived data are replaced by what they are derived from, so that only leaf data are ever asked. */
export function derived(law: InForce, e: Expression, lists: ReadonlyMap<string, string> = new Map()): Expression {
  if (e.kind === 'concept') {
    const dot = e.id.indexOf('.');
    const prefix = e.id.slice(0, Math.max(dot, 0));
    const subject = law.subjects.get(lists.get(prefix) ?? prefix);
    const text = subject && law.data.get(subject.entity)?.get(e.id.slice(dot + 1))?.derive;
    if (!text) return e;
    return derived(
      law,
      rebound(readable(law, text, 'itself'), (name) => `${prefix}.${name}`, new Map()),
      lists,
    );
  }
  if ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.test && e.variable) return { ...e, test: derived(law, e.test, new Map([...lists, [e.variable, e.list]])) } as Expression;
  return mapParts(e, (p) => derived(law, p, lists));
}

/** What a concept is derived from: itself, unless the catalogue derives it. */
export function leaves(law: InForce, concept: string): readonly string[] {
  const known = leavesOf.get(law) ?? new Map<string, readonly string[]>();
  leavesOf.set(law, known);
  let found = known.get(concept);
  if (!found) known.set(concept, (found = [...conceptsOf(derived(law, { kind: 'concept', id: concept, at: 0 }))]));
  return found;
}
const leavesOf = new WeakMap<InForce, Map<string, readonly string[]>>();
