/**
 * What a change of the catalogue would do to every journey: one register more, one document less, two appearances made one.
 * The change is made to the law as loaded, and everything is compiled again; nothing is estimated.
 */
import type { Act, EvidenceLine, InForce, Service } from '../catalogue';
import { compileLaw } from './compile';
import { distance } from './difference';
import type { Numbers } from './plan';
import { scenarioInput } from './scenario';

/** `mergeActs` names acts as `service.act`. */
export type Change = { register: string } | { dropEvidence: string } | { mergeActs: readonly [string, string] };
export type Outcome = { journey: string; scenario: string; before: Numbers; after: Numbers };
export type Unknown = { unknown: string; kind: 'register' | 'evidence' | 'act'; there: string[] };
type World = { law: InForce; registers: ReadonlySet<string> };

/**
 * Every scenario of every journey, largest change first: by the units in which the six numbers after move, added up; then in
 * the catalogue's order. A register is compared without and with, whether it is connected today or not.
 */
export function whatIf(law: InForce, day: string, connected: ReadonlySet<string>, change: Change): Outcome[] | Unknown {
  const worlds = worldsOf(law, connected, change);
  if ('unknown' in worlds) return worlds;
  const all = [...law.journeys.values()].flatMap((j) =>
    Object.keys(j.scenarios).map((scenario): Outcome => ({ journey: j.id, scenario, before: numbersIn(worlds.before, day, j.id, scenario), after: numbersIn(worlds.after, day, j.id, scenario) })),
  );
  return all
    .map((o, i) => ({ o, i, far: distance(o.before, o.after) }))
    .sort((a, b) => b.far - a.far || a.i - b.i)
    .map(({ o }) => o);
}

function numbersIn({ law, registers }: World, day: string, journey: string, scenario: string): Numbers {
  const input = scenarioInput(law, journey, scenario, registers)!;
  return compileLaw(law, { journey }, input.answers, input.known, day).plan.numbers;
}

function worldsOf(law: InForce, connected: ReadonlySet<string>, change: Change): { before: World; after: World } | Unknown {
  if ('register' in change) {
    if (!law.registers.has(change.register)) return { unknown: change.register, kind: 'register', there: [...law.registers.keys()] };
    const others = [...connected].filter((id) => id !== change.register);
    return { before: { law, registers: new Set(others) }, after: { law, registers: new Set([...others, change.register]) } };
  }
  const before = { law, registers: connected };
  if ('dropEvidence' in change) {
    if (!law.evidence.has(change.dropEvidence)) return { unknown: change.dropEvidence, kind: 'evidence', there: [...law.evidence.keys()] };
    return { before, after: { law: withServices(law, (s) => withoutPiece(s, change.dropEvidence)), registers: connected } };
  }
  const acts = appearances(law);
  const [first, second] = change.mergeActs.map((id) => acts.find((a) => a.id === id));
  if (!first || !second || first.act.kind !== second.act.kind || first === second)
    return { unknown: change.mergeActs[first ? 1 : 0], kind: 'act', there: acts.filter((a) => !first || (a.act.kind === first.act.kind && a !== first)).map((a) => a.id) };
  return { before, after: { law: withServices(law, (s) => merged(s, first, second)), registers: connected } };
}

type Appearance = { id: string; act: Act; service: Service };
const appearances = (law: InForce): Appearance[] =>
  [...law.services.values()].flatMap((service) => (service.acts ?? []).flatMap((act) => (act.kind === 'appear' || act.kind === 'attend' ? [{ id: `${service.id}.${act.id}`, act, service }] : [])));

/** Appearances that could be made one, as `service.act`. */
export const actIds = (law: InForce): string[] => appearances(law).map((a) => a.id);

const withServices = (law: InForce, change: (s: Service) => Service): InForce => ({ ...law, services: new Map([...law.services].map(([id, s]) => [id, change(s)])) });

/** A list that asked for nothing else asks for nothing; then the requirement is met. */
function withoutPiece(service: Service, id: string): Service {
  if (!service.evidence?.some((e) => asksFor(e, id))) return service;
  const lines = service.evidence.map((e) => ({ ...e, anyOf: e.anyOf.map((list) => list.filter((p) => p.id !== id)) }));
  return { ...service, evidence: lines.filter((e) => e.anyOf.every((list) => list.length > 0)) };
}
const asksFor = (e: EvidenceLine, id: string) => e.anyOf.some((list) => list.some((p) => p.id === id));

/** Both acts with all that already join either, and the stages they belong to; they become one for the applicant, at the place of the first. */
function merged(service: Service, first: Appearance, second: Appearance): Service {
  const groups = new Set([first.act.joins, second.act.joins].filter((j) => j !== undefined));
  const own = (act: Act) => [first, second].some((a) => a.service.id === service.id && a.act.id === act.id);
  const joins = first.act.joins ?? second.act.joins ?? `${first.id}+${second.id}`;
  const counter = first.act.counter ?? first.service.filing?.counter;
  const acts = service.acts?.map(
    (a): Act => (own(a) ? { ...forApplicant(a), joins, ...(a.kind === 'appear' && counter !== undefined && { counter }) } : a.joins !== undefined && groups.has(a.joins) ? { ...a, joins } : a),
  );
  const stages = new Set(service.acts?.filter(own).map((a) => a.stage));
  return { ...service, ...(acts && { acts }), stages: service.stages.map((st) => (stages.has(st.id) || (st.joins !== undefined && groups.has(st.joins)) ? { ...st, joins } : st)) };
}
const forApplicant = ({ subject: _, ...act }: Act): Act => act;

/** The lines that law forbids to change, with the source that forbids it; a what-if over them is a question to the lawmaker. */
export function forbidden(law: InForce, change: Change): { service: string; source: string }[] {
  const lines = (s: Service) =>
    'dropEvidence' in change
      ? (s.evidence ?? []).filter((e) => asksFor(e, change.dropEvidence))
      : 'mergeActs' in change
        ? (s.acts ?? []).filter((a) => change.mergeActs.includes(`${s.id}.${a.id}`))
        : [];
  return [...law.services.values()].flatMap((s) => lines(s).flatMap((l) => (l.irreducible ? [{ service: s.id, source: l.irreducible.source }] : [])));
}
