/**
 * `bench compile`: the largest shipped journeys, baskets of 20 out of a made-up catalogue of 1,000 services, and how both grow.
 * Every basket is new to the compiler; it is compiled in three orders and the middle time is its sample. CPU time of this process
 * in milliseconds, collecting garbage included: what other programs do on the machine meanwhile does not count as the compiler's.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCity } from '../../app/load-city';
import { loadCatalogue, type InForce } from '../../core/catalogue';
import type { Values } from '../../core/case/event';
import { compileLaw, linesIn, nothingKnown, prepare, scenarioInput } from '../../core/journey';
import { generatedCity, type GeneratedCity } from '../../core/testing/generated-city';
import { type Bench, median, within, type Bar } from './bench';
import { growthPlot } from './growth-plot';
import { seeded } from './seeded';

const day = '2026-01-15';
const journeyBar = 5;
const basketBar = 20;
/** Time per service may grow no more than this from the smallest to the largest; linear is 1. */
const growthBar: Bar = { op: '<=', value: 2 };
const limit: Bar = { op: '<=', value: 1 };
const catalogues = [125, 250, 500, 1000, 2000];
const sizes = [5, 10, 20, 40];
/** Baskets compiled before the first that counts: a server that has been answering for a minute. */
const warm = 60;
const registers = new Set(['register-a', 'register-b']);

export const compileBench: Bench = (a, { root }) => {
  const journeys = journeyTimes(root);
  const worlds = catalogues.map(world);
  const thousand = worlds.find((w) => w.services === 1000)!;
  const baskets = basketTimes(thousand, 20, 100);
  const bySize = sizes.map((size) => ({ size, ms: median(basketTimes(thousand, size, 24)) }));
  const byCatalogue = worlds.map((w) => ({ services: w.services, load: w.load, basket: median(basketTimes(w, 20, 24)) }));
  const figure = quantile(baskets, 0.99);
  const worst = Math.max(...journeys.map((j) => j.p99));
  const growth = round(Math.max(perUnit(bySize.map((x) => [x.size, x.ms])), perUnit(byCatalogue.map((x) => [x.services, x.load])), byCatalogue.at(-1)!.basket / byCatalogue[0]!.basket));
  const parts = {
    journeys: { figure: worst, baseline: journeyBar, unit: 'ms CPU p99', ratio: round(worst / journeyBar), bar: limit, holds: within(limit, worst / journeyBar), of: journeys },
    baskets: { figure, baseline: basketBar, unit: 'ms CPU p99', ratio: round(figure / basketBar), bar: limit, holds: within(limit, figure / basketBar), median: median(baskets) },
    growth: { ratio: growth, bar: growthBar, holds: within(growthBar, growth), bySize, byCatalogue },
  };
  if (a.flag('plot')) writeFileSync(join(root, 'docs', 'compile-growth.svg'), growthPlot(bySize, byCatalogue));
  return {
    figure,
    baseline: basketBar,
    unit: 'ms CPU p99, 20 of 1,000 services',
    ratio: parts.baskets.ratio,
    bar: limit,
    holds: parts.journeys.holds && parts.baskets.holds && parts.growth.holds,
    samples: baskets,
    ...parts,
  };
};

type World = { services: number; law: InForce; city: GeneratedCity; load: number };
function world(services: number): World {
  const city = generatedCity(services, seeded(7));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const [law, load] = timed(() => loadCatalogue(city.files, hash).catalogue.inForce(day).law!);
  return { services, law, city, load };
}

/** The journeys with the most services, every scenario, warm. */
function journeyTimes(root: string) {
  const law = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce(day).law!;
  const connected = new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id));
  const steps = (journey: string) => prepare(law, { journey }).steps.length;
  const largest = [...law.journeys.keys()].sort((x, y) => steps(y) - steps(x)).slice(0, 3);
  return largest.map((journey) => {
    const inputs = Object.keys(law.journeys.get(journey)!.scenarios).map((s) => scenarioInput(law, journey, s, connected)!);
    const once = (input: (typeof inputs)[number]) => timed(() => compileLaw(law, { journey }, input.answers, input.known, day))[1];
    for (let i = 0; i < 20; i++) inputs.map(once);
    const times = inputs.flatMap((input) => Array.from({ length: 10 }, () => median([once(input), once(input), once(input)])));
    return { journey, services: steps(journey), median: median(times), p99: quantile(times, 0.99) };
  });
}

function basketTimes({ law, city }: World, size: number, count: number): number[] {
  const chance = seeded(size + city.services.length);
  const known = { ...nothingKnown, registers };
  const one = () => {
    const services = basket(city, size, chance);
    const answers = chance() < 0.25 ? {} : answersTo(law, services, chance);
    return median([0, 1, 2].map((turn) => timed(() => compileLaw(law, { services: [...services.slice(turn), ...services.slice(0, turn)] }, answers, known, day))[1]));
  };
  for (let i = 0; i < warm; i++) one();
  return Array.from({ length: count }, one);
}

/** Half from a few fields that know each other, half from anywhere. */
function basket(city: GeneratedCity, size: number, chance: () => number): string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const fields = Array.from({ length: Math.max(1, Math.ceil(size / 8)) }, () => pick(city.fields));
  const chosen = new Set<string>();
  while (chosen.size < size) chosen.add(chance() < 0.5 ? pick(pick(fields)) : pick(city.services));
  return [...chosen];
}

function answersTo(law: InForce, services: readonly string[], chance: () => number): Values {
  const prepared = prepare(law, { services });
  const concepts = new Set(prepared.steps.flatMap((s) => linesIn(s).flatMap((l) => l.concepts)));
  return Object.fromEntries([...concepts].map((c) => [c, prepared.domain(c).kind === 'bool' ? chance() < 0.5 : Math.floor(chance() * 200)]));
}

function timed<T>(run: () => T): [T, number] {
  const from = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(from);
  return [result, round((user + system) / 1000)];
}

const round = (x: number) => Number(x.toFixed(3));
const quantile = (xs: readonly number[], p: number) => xs.toSorted((x, y) => x - y)[Math.min(xs.length - 1, Math.floor(xs.length * p))]!;
/** How much dearer a unit is at the largest size than at the smallest; not below 1. */
const perUnit = (points: readonly (readonly [number, number])[]) => Math.max(1, points.at(-1)![1] / points.at(-1)![0] / (points[0]![1] / points[0]![0]));
