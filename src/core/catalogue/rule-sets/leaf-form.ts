/** A rule down to the data people are asked for: what is derived is replaced by what it is derived from. */
import { isRuleError, mapParts, type Expression } from '../../rules';
import type { InForce } from '../catalogue';
import type { Entity } from '../declare/concept';
import { ruleIn } from './rules';

export function leafForm(law: InForce, e: Expression, entityOf: (role: string) => Entity | undefined, lists: ReadonlyMap<string, string> = new Map()): Expression {
  if (e.kind === 'concept') {
    const dot = e.id.indexOf('.');
    const role = e.id.slice(0, Math.max(dot, 0));
    const entity = entityOf(lists.get(role) ?? role);
    const derive = entity && law.data.get(entity)?.get(e.id.slice(dot + 1))?.derive;
    const read = derive === undefined ? null : ruleIn(law, derive, 'itself');
    if (!read || isRuleError(read)) return e;
    return leafForm(law, about(read, role), entityOf, lists);
  }
  if ((e.kind === 'some' || e.kind === 'every' || e.kind === 'count') && e.test && e.variable)
    return { ...e, test: leafForm(law, e.test, entityOf, new Map([...lists, [e.variable, e.list]])) } as Expression;
  return mapParts(e, (p) => leafForm(law, p, entityOf, lists));
}

/** A derivation's bare names, said of a role. */
const about = (e: Expression, role: string): Expression => (e.kind === 'concept' ? { ...e, id: `${role}.${e.id}` } : mapParts(e, (p) => about(p, role)));
