/** What every stage that checks a rule set wants of it: whom its roles are, how its concepts are cut, and where findings are said. */
import type { DomainOf, RuleError } from '../../rules';
import type { InForce } from '../catalogue';
import type { Entity } from '../declare/concept';
import type { RuleSet } from '../declare/rule-set';
import type { Path } from '../kit';
import { domainOf } from '../scope';

/** What a stage has to say at a text of a set. */
export type Say = (file: string, path: Path, error: RuleError) => void;

/** The day whose law is meant where a rule reads `at`. */
export const dayOf = (law: InForce): string => (law.from !== '0000-01-01' ? law.from : law.to !== '9999-12-31' ? law.to : '2026-01-15');

export const entitiesOf =
  (set: RuleSet) =>
  (role: string): Entity | undefined =>
    set.subjects[role];

/** How a concept of the set is cut: data of its roles, and the values a rule takes. */
export const domainIn =
  (law: InForce, set: RuleSet, args: readonly { id: string; type: string }[] = []): DomainOf =>
  (concept) => {
    const arg = args.find((a) => a.id === concept);
    if (arg) return domainOf(law, { type: arg.type }, false);
    const dot = concept.indexOf('.');
    const entity = set.subjects[concept.slice(0, Math.max(dot, 0))];
    const datum = entity && law.data.get(entity)?.get(concept.slice(dot + 1));
    return datum ? domainOf(law, datum, false) : { kind: 'other' };
  };
