/** Use case: how much each journey saves – typical, and over a thousand people drawn –, held against the aims; everything is compiled, nothing is typed in. */
import type { Citation, InForce, Label } from '../core/catalogue';
import { aims, compileLaw, judge, sampleNumbers, scenarioInput, whatStays, type AimKey, type Chance, type Judged, type Numbers, type Staying } from '../core/journey';

/** The day whose law docs/reductions.md is counted under, and how many people are drawn for each journey. */
export const reductionsDay = '2026-01-15';
export const peopleDrawn = 1000;

/** Whose registers: none, those connected today, all the catalogue knows. */
export const worlds = ['none', 'connected', 'all'] as const;
export type World = (typeof worlds)[number];

/** Cuts in per cent among those with something before; `worstTenth` is what nine in ten reach. Null where nobody has. */
export type Spread = { aim: AimKey; people: number; median: number | null; worstTenth: number | null; met: number };
export type JourneyReductions = {
  id: string;
  name: Label;
  typical: { [world in World]: Numbers };
  /** With every register, as the aims are set. */
  judged: (Judged & { stays: Staying[] })[];
  /** What the city itself says of a number. */
  notes: (Label & { explains?: string | undefined })[];
  sampled: { [world in World]: Spread[] };
};
export type Reductions = { day: string; people: number; journeys: JourneyReductions[]; citations: ReadonlyMap<string, Citation> };

export function reductions(law: InForce, people = peopleDrawn): Reductions {
  return { day: reductionsDay, people, citations: law.citations, journeys: [...law.journeys.keys()].map((id) => journeyReductions(law, id, people)) };
}

function journeyReductions(law: InForce, id: string, people: number): JourneyReductions {
  const journey = law.journeys.get(id)!;
  const registers = registersOf(law);
  const typical = (world: World) => {
    const input = scenarioInput(law, id, 'typical', registers[world])!;
    return compileLaw(law, { journey: id }, input.answers, input.known, reductionsDay);
  };
  const all = typical('all');
  const drawn = sampleNumbers(law, id, reductionsDay, [registers.connected, registers.all], people, seeded(id));
  const byWorld = <T>(make: (world: World, i: number) => T) => Object.fromEntries(worlds.map((world, i) => [world, make(world, i)])) as { [w in World]: T };
  return {
    id,
    name: journey.name,
    typical: byWorld((world) => (world === 'all' ? all : typical(world)).plan.numbers),
    judged: aims.map((aim) => {
      const judged = judge(all.plan.numbers, aim);
      return { ...judged, stays: judged.verdict === 'missed' || judged.verdict === 'floor' ? whatStays(all, aim.key) : [] };
    }),
    notes: (journey.notes ?? []).flatMap(({ zh, en, explains }) => (explains ? [{ zh, en, explains }] : [])),
    sampled: byWorld((_, i) => spreads(drawn[i]!.map((p) => p.numbers))),
  };
}

const registersOf = (law: InForce): { [w in World]: ReadonlySet<string> } => {
  const every = [...law.registers.values()];
  return { none: new Set(), connected: new Set(every.filter((r) => r.connected).map((r) => r.id)), all: new Set(every.map((r) => r.id)) };
};

function spreads(people: readonly Numbers[]): Spread[] {
  return aims.map((aim): Spread => {
    const judged = people.map((n) => judge(n, aim)).filter((j) => j.verdict !== 'not-set' && j.cut !== null);
    const cuts = judged.map((j) => j.cut!).sort((a, b) => a - b);
    const at = (share: number) => cuts[Math.floor(share * (cuts.length - 1))] ?? null;
    return { aim: aim.key, people: cuts.length, median: at(0.5), worstTenth: at(0.1), met: judged.filter((j) => j.verdict !== 'missed').length };
  });
}

/** The same people in every run: FNV-1a over journey, person and concept, its bits mixed. */
const seeded =
  (journey: string): Chance =>
  (person, concept) => {
    let h = 2166136261;
    for (const c of `${journey}/${person}/${concept}`) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
  };
