/**
 * A basket made ready: each use of a service becomes a step with its roles bound to the city's subjects, and every
 * conditional line becomes one parsed rule with a pointer to where it stands. Nothing here depends on anybody's answers.
 */
import { choicesOf, domainOf, placedUses, type Datum, type InForce, type Journey, type Placed, type Subject } from '../catalogue';
import { conceptsOf, parts, type Domain, type Expression } from '../rules';
import type { Parts } from './memory';
import type { Basket } from './plan';
import { linesIn, stepOf, type StepPlan } from './step-plan';

/** A concept as the city declares it. `suppliers` are the registers that have it, each with the concept it is keyed by. */
export type About = { datum: Datum; subject: Subject; suppliers: readonly { register: string; key: string }[] };

export type Prepared = {
  law: InForce;
  basket: Basket;
  journey: Journey | null;
  steps: StepPlan[];
  /** The datum behind a concept id, with the subject it is about. Null for choices. */
  datum(concept: string): About | null;
  domain(concept: string): Domain;
  /** Subjects that are lists. */
  lists: ReadonlySet<string>;
  /** False for a concept that no line reads and no register is keyed by: answering it changes nobody's state. */
  matters(concept: string): boolean;
  /** Concepts of this city's subjects that a register or a held document is keyed by. */
  keys: readonly string[];
  /** Choices in order, with the values they may take. */
  choices: ReadonlyMap<string, readonly string[] | null>;
  /** What others keep of this basket. */
  own: Parts;
};

/** Written journeys are few and stay. Baskets that people choose are without number: one is kept from its second use on, and only the latest are. */
type Made = { journeys: Map<string, Prepared>; chosen: Map<string, Prepared>; once: Set<string> };
const maxChosen = 32;
const maxOnce = 256;
const cache = new WeakMap<InForce, Made>();

export function prepare(law: InForce, basket: Basket): Prepared {
  const made = cache.get(law) ?? { journeys: new Map(), chosen: new Map(), once: new Set() };
  cache.set(law, made);
  const key = JSON.stringify(basket);
  if ('journey' in basket && !basket.only) {
    let prepared = made.journeys.get(key);
    if (!prepared) made.journeys.set(key, (prepared = prepareNew(law, basket)));
    return prepared;
  }
  const prepared = made.chosen.get(key) ?? prepareNew(law, basket);
  if (made.chosen.has(key) || made.once.has(key)) latest(made.chosen, key, prepared);
  else {
    made.once.add(key);
    if (made.once.size > maxOnce) made.once.delete(made.once.keys().next().value!);
  }
  return prepared;
}

/** The basket used last stands last; the first makes room. */
function latest(chosen: Made['chosen'], key: string, prepared: Prepared): void {
  chosen.delete(key);
  chosen.set(key, prepared);
  if (chosen.size > maxChosen) chosen.delete(chosen.keys().next().value!);
}

function prepareNew(law: InForce, basket: Basket): Prepared {
  const journey = 'journey' in basket ? (law.journeys.get(basket.journey) ?? null) : null;
  if ('journey' in basket && !journey) throw new UnknownBasket([basket.journey]);
  const unknown = 'services' in basket ? basket.services.filter((s) => !law.services.has(s)) : [];
  if (unknown.length) throw new UnknownBasket(unknown);
  const placed: Placed[] = journey
    ? placedUses(journey).filter((p) => !('only' in basket && basket.only) || basket.only.includes(p.step))
    : [...new Set((basket as { services: readonly string[] }).services)].map((service) => ({ use: { use: service, with: usualBinding(law, service) }, step: service, path: [] }));
  const choices = new Map([...(journey ? choicesOf(journey) : [])].map(([id, n]) => [id, n.codes ?? null] as const));
  const data = new Map<string, About | null>();
  const datum = (concept: string) => {
    let entry = data.get(concept);
    if (entry === undefined) {
      const dot = concept.indexOf('.');
      const subject = law.subjects.get(concept.slice(0, dot));
      const found = subject && law.data.get(subject.entity)?.get(concept.slice(dot + 1));
      entry =
        subject && found
          ? { datum: found, subject, suppliers: (found.suppliedBy ?? []).map((by) => ({ register: by.register, key: `${subject.id}.${by.key}` })).filter((by) => by.key !== concept) }
          : null;
      // Only what the city declares is kept: names that people make up must not pile up.
      if (entry) data.set(concept, entry);
    }
    return entry;
  };
  const steps = placed.map((p) => (journey ? stepOf(law, journey, p) : loneStep(law, p)));
  const lists = listSubjects(law);
  const keys = keysOf(law);
  const read = new Set(steps.flatMap((s) => linesIn(s).flatMap((l) => l.concepts)));
  const absent = askedForAbsence(steps);
  return {
    law,
    basket,
    journey,
    steps,
    datum,
    lists,
    matters: (concept) => {
      const dot = concept.indexOf('.');
      return dot < 0 || read.has(concept) || lists.has(concept.slice(0, dot)) || keys.has(concept.slice(dot + 1));
    },
    keys: keyConcepts(law),
    domain: (concept) => {
      if (choices.has(concept)) {
        const codes = choices.get(concept);
        return codes ? { kind: 'code', codes, mayBeAbsent: false } : { kind: 'bool', mayBeAbsent: false };
      }
      const found = datum(concept);
      return found ? domainOf(law, found.datum, found.subject.mayBeAbsent === true || absent.has(concept)) : { kind: 'other' };
    },
    choices,
    own: new Map(),
  };
}

/** Data that any register or any held document is keyed by. */
const keysOf = once((law): ReadonlySet<string> => {
  const suppliers = [...law.data.values()].flatMap((data) => [...data.values()].flatMap((d) => d.suppliedBy ?? []));
  return new Set([...suppliers, ...[...law.evidence.values()].flatMap((e) => e.heldBy ?? [])].map((by) => by.key));
});
const keyConcepts = once((law): readonly string[] => [...law.subjects.values()].flatMap((s) => [...keysOf(law)].filter((k) => law.data.get(s.entity)?.has(k)).map((k) => `${s.id}.${k}`)));
const listSubjects = once((law): ReadonlySet<string> => new Set([...law.subjects.values()].filter((s) => s.many).map((s) => s.id)));
/** A service chosen on its own is the same step in every basket. */
const loneSteps = once(() => new Map<string, StepPlan>());
function loneStep(law: InForce, placed: Placed): StepPlan {
  const steps = loneSteps(law);
  let step = steps.get(placed.step);
  if (!step) steps.set(placed.step, (step = stepOf(law, null, placed)));
  return step;
}

/** Computed once per law. */
function once<T>(make: (law: InForce) => T): (law: InForce) => T {
  const made = new WeakMap<InForce, T>();
  return (law) => {
    let value = made.get(law);
    if (value === undefined) made.set(law, (value = make(law)));
    return value;
  };
}

/** A service chosen on its own binds by name; a role no subject is named after is bound as the first journey that uses the service binds it. */
function usualBinding(law: InForce, service: string): { [role: string]: string } {
  const roles = Object.entries(law.services.get(service)?.subjects ?? {}).filter(([role]) => !law.subjects.has(role));
  if (roles.length === 0) return {};
  const used = [...law.journeys.values()].flatMap(placedUses).find((p) => p.use.use === service)?.use.with ?? {};
  const byEntity = (entity: string) => [...law.subjects.values()].find((x) => x.entity === entity)?.id;
  return Object.fromEntries(roles.flatMap(([role, entity]) => [[role, used[role] ?? byEntity(entity) ?? role]]));
}

export class UnknownBasket extends Error {
  constructor(readonly ids: string[]) {
    super(`unknown: ${ids.join(', ')}`);
  }
}

/** Concepts some line asks the absence of: for these, "known not to exist" is an answer to reckon with. */
function askedForAbsence(steps: readonly StepPlan[]): Set<string> {
  const found = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.kind === 'compare' && [e.left, e.right].some((x) => x.kind === 'literal' && x.value === null)) for (const c of conceptsOf(e)) found.add(c);
    else parts(e).forEach(visit);
  };
  for (const step of steps) for (const line of linesIn(step)) visit(line.rule);
  return found;
}
