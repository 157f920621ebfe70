/** Which names a rule may use, and their types: a service speaks of its roles, a journey of the city's subjects and its choices. */
import type { Domain, Name, Scope } from '../rules';
import type { InForce } from './catalogue';
import type { Entity } from './declare/concept';
import type { Journey, OneOf, Use } from './declare/journey';
import { codesOf, nameOf } from './names';
import { ruleNames } from './rule-sets/names';

/** A scope that also says who a role is; in a derivation the role without a name is the thing itself. */
export type LawScope = Scope & { entity(role: string): Entity | undefined };

/** @param roles role or subject → entity; `lists` are the roles bound to a subject with many. */
export function scopeOf(law: InForce, roles: ReadonlyMap<string, Entity>, lists: ReadonlySet<string>, extra: ReadonlyMap<string, Name> = new Map()): LawScope {
  const datum = (entity: Entity | undefined, id: string) => (entity ? law.data.get(entity)?.get(id) : undefined);
  return {
    name: (id) => {
      const known = extra.get(id);
      if (known) return known;
      const dot = id.indexOf('.');
      const d = dot < 0 ? undefined : datum(roles.get(id.slice(0, dot)), id.slice(dot + 1));
      return d ? nameOf(law, d) : ruleNames(law).names.get(id);
    },
    entity: (role) => roles.get(role),
    macro: (name) => ruleNames(law).macros.get(name),
    macros: () => ruleNames(law).macros.keys(),
    list: (id) => {
      const entity = roles.get(id);
      if (!entity || !lists.has(id)) return undefined;
      return (d) => {
        const found = datum(entity, d);
        return found && nameOf(law, found);
      };
    },
    names: function* () {
      yield* extra.keys();
      for (const [role, entity] of roles) for (const d of law.data.get(entity)?.keys() ?? []) yield `${role}.${d}`;
      yield* ruleNames(law).names.keys();
    },
  };
}

/** Inside a derivation a bare name is a datum of the same entity. */
export function derivationScope(law: InForce, entity: Entity): LawScope {
  const data = law.data.get(entity);
  return {
    name: (id) => {
      const d = data?.get(id);
      return d ? nameOf(law, d) : ruleNames(law).names.get(id);
    },
    // Whoever a rule of a set speaks of is the thing itself.
    entity: () => entity,
    macro: (name) => ruleNames(law).macros.get(name),
    macros: () => ruleNames(law).macros.keys(),
    list: () => undefined,
    names: () => [...(data?.keys() ?? []), ...ruleNames(law).names.keys()],
  };
}

export const rolesOf = (law: InForce, serviceId: string): Map<string, Entity> => new Map(Object.entries(law.services.get(serviceId)?.subjects ?? {}));

/** The uses of a journey in order, each with its step id and the choice it hangs on. */
export type Placed = { use: Use; step: string; path: (string | number)[]; choice?: { id: string; kind: 'optional' | 'oneOf'; value: string | true } };

export function placedUses(journey: Journey): readonly Placed[] {
  let found = placed.get(journey);
  if (!found) placed.set(journey, (found = place(journey)));
  return found;
}
const placed = new WeakMap<Journey, readonly Placed[]>();

function place(journey: Journey): Placed[] {
  return journey.services.flatMap((item, i): Placed[] => {
    if (!('oneOf' in item)) {
      const step = item.as ?? item.use;
      return [{ use: item, step, path: ['services', i], ...(item.optional && { choice: { id: `choice.${step}`, kind: 'optional' as const, value: true as const } }) }];
    }
    const asked = item.ask !== undefined;
    return item.oneOf.map((use, j) => {
      const step = use.as ?? use.use;
      return { use, step, path: ['services', i, 'oneOf', j], ...(asked && { choice: { id: choiceId(item), kind: 'oneOf' as const, value: step } }) };
    });
  });
}

/** A choice between alternatives is named by its `id`, else by its first alternative. */
export const choiceId = (item: OneOf): string => `choice.${item.id ?? item.oneOf[0]!.as ?? item.oneOf[0]!.use}`;

/** The choices of a journey as names a rule or an answer may use. */
export function choicesOf(journey: Journey): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const p of placedUses(journey)) {
    if (!p.choice) continue;
    if (p.choice.kind === 'optional') names.set(p.choice.id, { type: 'bool' });
    else names.set(p.choice.id, { type: 'code', codes: [...(names.get(p.choice.id)?.codes ?? []), p.step] });
  }
  return names;
}

/** How the decision diagram cuts a concept's values. */
export function domainOf(law: InForce, d: { type: string; mayBeAbsent?: boolean | undefined }, absent: boolean): Domain {
  const codes = codesOf(law, d.type);
  const mayBeAbsent = absent || d.mayBeAbsent === true;
  if (codes) return { kind: 'code', codes, mayBeAbsent };
  switch (d.type) {
    case 'bool':
      return { kind: 'bool', mayBeAbsent };
    case 'number':
      return { kind: 'number', mayBeAbsent };
    case 'money':
    case 'duration':
      return { kind: 'whole', mayBeAbsent };
    case 'date':
      return { kind: 'date', mayBeAbsent };
    default:
      return { kind: 'other', mayBeAbsent };
  }
}
