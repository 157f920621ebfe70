/**
 * A basket made ready: each use of a service becomes a step with its roles bound to the city's subjects, and every
 * conditional line becomes one parsed rule with a pointer to where it stands. Nothing here depends on anybody's answers.
 */
import { choicesOf, domainOf, placedUses, ruleIn, type Datum, type InForce, type Journey, type Placed, type Service, type Subject } from '../catalogue';
import type { Act, EvidenceLine, Stage } from '../catalogue';
import { conceptsOf, isRuleError, literal, mapParts, parts, type Domain, type Expression } from '../rules';
import type { Basket } from './plan';

/** A conditional line: one yes/no outcome with its own decision diagram. */
export type Line = {
  pointer: string;
  file: string;
  path: (string | number)[];
  text: string;
  rule: Expression;
  concepts: readonly string[];
  /** Roles of the line → subjects; empty for a journey's own lines. */
  bind: ReadonlyMap<string, string>;
  lists: readonly string[];
  source: string | null;
  illustrative: boolean;
};
type Marked = { source?: string | undefined; illustrative?: boolean | undefined };
/** A thing that may carry `when`. */
export type Conditional<T> = { item: T; when: Line | null };

/** `leaves` are the data its concept is derived from: these are asked. */
export type NeedLine = { concept: string; leaves: readonly string[]; stage: string; illustrative: boolean; irreducible: boolean };
export type PieceUse = { evidence: string; subject: string; copies: number; form: 'paper' | 'electronic' | 'either'; kept: boolean; kind: string };
/** `held` are its pieces some register may hold in the applicant's stead, with the concept each is read by. */
export type EvidenceNeed = { line: EvidenceLine; stage: string; per: string | null; lists: PieceUse[][]; held: Held[] };
export type Held = { piece: PieceUse; register: string; key: string };

export type StepPlan = {
  id: string;
  service: Service;
  initiator: 'applicant' | 'authority';
  bind: ReadonlyMap<string, string>;
  per: string | null;
  /** False on any of these keeps the step out. */
  gates: Line[];
  /** The gate a choice makes: it is read only by the journey. */
  choice: Placed['choice'] | null;
  applies: Line[];
  eligible: Line[];
  excludes: { line: Line; id: string }[];
  needs: Conditional<NeedLine>[];
  evidence: Conditional<EvidenceNeed>[];
  acts: Conditional<Act & { index: number }>[];
  stages: Conditional<Stage>[];
  fees: Conditional<NonNullable<Service['fee']>[number]>[];
  outputs: Conditional<{ kind: 'concept' | 'evidence'; id: string; subject: string; stage: string }>[];
  clocks: { when: Line | null; statutory: NonNullable<Service['clock']>['statutory']; promised: NonNullable<Service['clock']>['promised']; illustrative: boolean }[];
};

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
};

/** Written journeys are few and stay; baskets that people choose are without number, and only the latest are kept. */
const maxChosen = 32;
const cache = new WeakMap<InForce, { journeys: Map<string, Prepared>; chosen: Map<string, Prepared> }>();

export function prepare(law: InForce, basket: Basket): Prepared {
  const made = cache.get(law) ?? { journeys: new Map<string, Prepared>(), chosen: new Map<string, Prepared>() };
  cache.set(law, made);
  const key = JSON.stringify(basket);
  const written = 'journey' in basket && !basket.only;
  const kept = written ? made.journeys : made.chosen;
  let prepared = kept.get(key);
  if (prepared && written) return prepared;
  prepared ??= prepareNew(law, basket);
  // The basket used last stands last; the first makes room.
  kept.delete(key);
  kept.set(key, prepared);
  if (!written && kept.size > maxChosen) kept.delete(kept.keys().next().value!);
  return prepared;
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
  };
}

/** Every conditional line of a step. */
export function linesIn(step: StepPlan): Line[] {
  const inner: readonly (readonly { when: Line | null }[])[] = [step.needs, step.evidence, step.acts, step.stages, step.fees, step.outputs, step.clocks];
  return [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line), ...inner.flatMap((list) => list.flatMap((x) => (x.when ? [x.when] : [])))];
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

function stepOf(law: InForce, journey: Journey | null, placed: Placed): StepPlan {
  const service = law.services.get(placed.use.use)!;
  const bind = new Map(Object.keys(service.subjects ?? {}).map((role) => [role, placed.use.with?.[role] ?? role] as const));
  const file = `services/${service.id}.yaml`;
  const first = service.stages[0]!.id;
  const last = service.stages[service.stages.length - 1]!.id;
  const bound = (concept: string) => {
    const dot = concept.indexOf('.');
    return (bind.get(concept.slice(0, dot)) ?? concept.slice(0, dot)) + concept.slice(dot);
  };
  const line = (text: string, path: (string | number)[], mark: Marked, rename: (c: string) => string, at: 'service' | 'journey' = 'service'): Line => {
    const rule = derived(law, rebound(readable(law, text), rename, bind));
    const where = at === 'service' ? file : `journeys/${journey!.id}.yaml`;
    return {
      pointer: `/${where.replace(/\.yaml$/, '')}/${path.join('/')}`,
      file: where,
      path,
      text,
      rule,
      concepts: [...conceptsOf(rule)],
      bind: at === 'service' ? bind : new Map(),
      lists: listsOf(rule),
      source: mark.source ?? null,
      illustrative: mark.illustrative === true,
    };
  };
  const own = (text: string, path: (string | number)[], mark: Marked) => line(text, path, mark, bound);
  const conditional = <T extends Marked & { when?: string | undefined }, U>(items: readonly T[] | undefined, key: string, f: (item: T, i: number) => U): Conditional<U>[] =>
    (items ?? []).map((item, i) => ({ item: f(item, i), when: item.when === undefined ? null : own(item.when, [...key.split('/'), i, 'when'], item) }));
  const subjectOf = (evidence: string, of: string | undefined, per: string | undefined) => {
    const entity = law.evidence.get(evidence)!.entity;
    const role = of ?? (per && service.subjects?.[per] === entity ? per : Object.entries(service.subjects ?? {}).find(([, e]) => e === entity)?.[0]) ?? entity;
    return bind.get(role) ?? role;
  };

  const gates: Line[] = [];
  if (placed.use.when !== undefined) gates.push(line(placed.use.when, [...placed.path, 'when'], placed.use, (c) => c, 'journey'));
  if (placed.choice) {
    const text = placed.choice.kind === 'optional' ? placed.choice.id : `${placed.choice.id} = "${placed.choice.value}"`;
    const ref: Expression = { kind: 'concept', id: placed.choice.id, at: 0 };
    const rule: Expression = placed.choice.kind === 'optional' ? ref : { kind: 'compare', op: '=', left: ref, right: literal(placed.choice.value), at: 0 };
    gates.push({
      pointer: `/journeys/${journey!.id}/${placed.path.join('/')}`,
      file: `journeys/${journey!.id}.yaml`,
      path: placed.path,
      text,
      rule,
      concepts: [placed.choice.id],
      bind: new Map(),
      lists: [],
      source: placed.use.source ?? null,
      illustrative: placed.use.illustrative === true,
    });
  }
  const clock = service.clock;
  return {
    id: placed.step,
    service,
    initiator: placed.use.initiator ?? service.initiator ?? 'applicant',
    bind,
    per: placed.use.per ?? null,
    gates,
    choice: placed.choice ?? null,
    applies: (service.applies ?? []).map((c, i) => own(c.when, ['applies', i, 'when'], c)),
    eligible: (service.eligible ?? []).map((c, i) => own(c.when, ['eligible', i, 'when'], c)),
    excludes: (service.excludes ?? []).map((c, i) => ({ line: own(c.when, ['excludes', i, 'when'], c), id: c.id })),
    needs: conditional(service.needs, 'needs', (n) => {
      const concept = bound(n.concept);
      return { concept, leaves: leaves(law, concept), stage: n.by ?? first, illustrative: n.illustrative === true, irreducible: n.irreducible !== undefined };
    }),
    evidence: conditional(service.evidence, 'evidence', (e) => {
      const lists = e.anyOf.map((list) =>
        list.map((p) => ({ evidence: p.id, subject: subjectOf(p.id, p.of, e.per), copies: p.copies ?? 1, form: p.form ?? 'either', kept: p.kept === true, kind: law.evidence.get(p.id)!.kind })),
      );
      const held = lists.flat().flatMap((piece) => (law.evidence.get(piece.evidence)!.heldBy ?? []).map((h): Held => ({ piece, register: h.register, key: `${piece.subject}.${h.key}` })));
      return { line: e, stage: e.by ?? first, per: e.per ? (bind.get(e.per) ?? e.per) : null, lists, held };
    }),
    acts: conditional(service.acts, 'acts', (a, index) => ({ ...a, index })),
    stages: conditional(service.stages, 'stages', (s) => s),
    fees: conditional(service.fee, 'fee', (f) => f),
    outputs: [
      ...conditional(service.outputs?.concepts, 'outputs/concepts', (o) => ({ kind: 'concept' as const, id: bound(o.concept), subject: '', stage: o.from ?? last })),
      ...conditional(service.outputs?.evidence, 'outputs/evidence', (o) => ({ kind: 'evidence' as const, id: o.id, subject: subjectOf(o.id, o.of, undefined), stage: o.from ?? last })),
    ],
    clocks: [
      ...(clock?.alternatives ?? []).map((a, i) => ({
        when: own(a.when, ['clock', 'alternatives', i, 'when'], a),
        statutory: a.statutory,
        promised: a.promised,
        illustrative: a.illustrative === true,
      })),
      { when: null, statutory: clock?.statutory, promised: clock?.promised, illustrative: clock?.illustrative === true },
    ],
  };
}

function readable(law: InForce, text: string, about: 'roles' | 'itself' = 'roles'): Expression {
  const e = ruleIn(law, text, about);
  if (isRuleError(e)) throw new Error(`a rule that passed the loader does not parse: ${text}`);
  return e;
}

/** Roles become subjects; the variable of a quantifier keeps its own name. */
function rebound(e: Expression, rename: (concept: string) => string, bind: ReadonlyMap<string, string>, variables: ReadonlySet<string> = new Set()): Expression {
  if (e.kind === 'concept') return variables.has(e.id.slice(0, Math.max(e.id.indexOf('.'), 0))) ? e : { ...e, id: e.id.startsWith('choice.') ? e.id : rename(e.id) };
  if (e.kind === 'some' || e.kind === 'every' || e.kind === 'count') {
    const list = bind.get(e.list) ?? e.list;
    if (!e.test || !e.variable) return { ...e, list } as Expression;
    return { ...e, list, test: rebound(e.test, rename, bind, new Set([...variables, e.variable])) } as Expression;
  }
  return mapParts(e, (p) => rebound(p, rename, bind, variables));
}

/** The lists a rule counts or goes through. */
function listsOf(e: Expression): string[] {
  const own = e.kind === 'some' || e.kind === 'every' || e.kind === 'count' ? [e.list] : [];
  return [...new Set([...own, ...parts(e).flatMap(listsOf)])];
}

/** Derived data are replaced by what they are derived from, so that only leaf data are ever asked. */
function derived(law: InForce, e: Expression, lists: ReadonlyMap<string, string> = new Map()): Expression {
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
