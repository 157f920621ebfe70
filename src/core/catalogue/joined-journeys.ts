/**
 * Matters joined by a person are a journey like any other: `newborn~food-licence` is the journey that does both. It is made when it is asked for,
 * so a basket of journeys and services compiles, is filed and is followed by the same code as a journey of the city; it is never listed.
 */
import type { Journey, OneOf, Scenario, Use } from './declare/journey';
import type { Label } from './declare/scalar';
import type { Service } from './declare/service';
import { choiceId, placedUses } from './scope';

const between = '~';
const mostParts = 20;
/** Joined journeys kept ready; what people put together is without end. */
const mostKept = 300;

export const joinedId = (parts: readonly string[]): string => parts.join(between);
/** What a journey was joined from; one of the city is its own only part. */
export const partsOf = (journey: string): string[] => journey.split(between);

type Declared = { journeys: ReadonlyMap<string, Journey>; services: ReadonlyMap<string, Service> };

/** The journeys of the city, that also answer for what is joined from them and from services. */
export function joinable(journeys: Map<string, Journey>, services: ReadonlyMap<string, Service>): ReadonlyMap<string, Journey> {
  const declared: Declared = { journeys: new Map(journeys), services };
  const made = new Map<string, Journey | undefined>();
  const get = (id: string): Journey | undefined => {
    const own = declared.journeys.get(id);
    if (own || !id.includes(between)) return own;
    if (made.size >= mostKept) made.clear();
    if (!made.has(id)) made.set(id, join(declared, id));
    return made.get(id);
  };
  return Object.assign(journeys, { get, has: (id: string) => get(id) !== undefined });
}

function join(declared: Declared, id: string): Journey | undefined {
  const parts = partsOf(id);
  if (parts.length > mostParts || new Set(parts).size < parts.length) return undefined;
  const joined = parts.map((p) => declared.journeys.get(p) ?? aloneOf(declared, p));
  if (joined.some((j) => j === undefined)) return undefined;
  const journeys = joined as Journey[];
  const audience = [...new Set(journeys.flatMap((j) => j.audience ?? []))];
  const told = (key: 'notes' | 'open') => ({ [key]: journeys.flatMap((j) => (j[key] as unknown[] | undefined) ?? []) });
  return {
    id,
    name: named(journeys.map((j) => j.name)),
    ...(audience.length > 0 && { audience }),
    ...(journeys.some((j) => j.tone) && { tone: 'gentle' as const }),
    services: itemsOf(journeys),
    ...told('notes'),
    ...told('open'),
    scenarios: scenariosOf(journeys),
    ...(journeys.some((j) => j.illustrative) && { illustrative: true as const }),
  };
}

const named = (names: readonly Label[]): Label => {
  const short = names.slice(0, 3);
  const more = names.length > short.length ? '…' : '';
  return { zh: short.map((n) => n.zh).join('、') + more, en: short.map((n) => n.en).join(', ') + more };
};

/** A service by itself, bound as the first journey that uses it binds it. */
function aloneOf({ journeys, services }: Declared, service: string): Journey | undefined {
  const found = services.get(service);
  if (!found) return undefined;
  const bound = [...journeys.values()].flatMap(placedUses).find((p) => p.use.use === service)?.use.with;
  return { id: service, name: found.name, services: [{ use: service, ...(bound && { with: bound }) }], scenarios: {} };
}

/** The same use of the same service happens once, when either journey needs it. */
function itemsOf(journeys: readonly Journey[]): Journey['services'] {
  const choices = new Map<string, OneOf>();
  const uses = new Map<string, Use>();
  for (const j of journeys)
    for (const item of j.services) {
      if ('oneOf' in item && item.ask) {
        if (!choices.has(choiceId(item))) choices.set(choiceId(item), item);
        continue;
      }
      // Alternatives that conditions decide are uses with those conditions.
      for (const use of 'oneOf' in item ? item.oneOf : [item]) {
        const step = use.as ?? use.use;
        const same = uses.get(step);
        if (same && sameUse(same, use)) uses.set(step, either(same, use));
        else if (same) uses.set(`${step}-${j.id}`, { ...use, as: `${step}-${j.id}` });
        else uses.set(step, use);
      }
    }
  const chosen = [...choices.values()].map((c) => ({ ...c, oneOf: c.oneOf.filter((u) => !uses.has(u.as ?? u.use)) })).filter((c) => c.oneOf.length > 1);
  return [...uses.values(), ...chosen];
}

const bindings = (u: Use) => JSON.stringify(Object.entries(u.with ?? {}).sort());
const sameUse = (a: Use, b: Use): boolean => a.use === b.use && a.per === b.per && bindings(a) === bindings(b);

function either(a: Use, b: Use): Use {
  const { when: _when, optional: _optional, initiator: _initiator, ...rest } = a;
  const when = a.when === undefined || b.when === undefined ? undefined : a.when === b.when ? a.when : `(${a.when}) or (${b.when})`;
  return {
    ...rest,
    ...(when !== undefined && { when }),
    ...(a.optional && b.optional && { optional: a.optional }),
    ...(a.initiator && a.initiator === b.initiator && { initiator: a.initiator }),
  };
}

/** One example: what each part says in its own. */
function scenariosOf(journeys: readonly Journey[]): Journey['scenarios'] {
  const each = journeys.flatMap((j) => j.scenarios['typical'] ?? Object.values(j.scenarios)[0] ?? []);
  if (each.length === 0) return {};
  const typical: Scenario = { answers: Object.assign({}, ...each.map((s) => s.answers ?? {})), ...(each.some((s) => s.illustrative) && { illustrative: true as const }) };
  return { typical };
}
