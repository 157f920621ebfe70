/** One use of a service as a step: its roles bound to the city's subjects, and every conditional line one parsed rule with a pointer to where it stands. */
import type { Act, EvidenceLine, InForce, Journey, Placed, Service, Stage } from '../catalogue';
import { conceptsOf, literal, type Expression } from '../rules';
import { derived, leaves, listsOf, readable, rebound } from './bound-rule';

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

/** Every conditional line of a step. */
export function linesIn(step: StepPlan): Line[] {
  const inner: readonly (readonly { when: Line | null }[])[] = [step.needs, step.evidence, step.acts, step.stages, step.fees, step.outputs, step.clocks];
  return [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line), ...inner.flatMap((list) => list.flatMap((x) => (x.when ? [x.when] : [])))];
}

export function stepOf(law: InForce, journey: Journey | null, placed: Placed): StepPlan {
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
