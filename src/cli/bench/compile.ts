/**
 * `bench compile`: the largest shipped journeys, baskets of 20 out of a made-up catalogue of 1,000 services, and how both grow.
 * Every basket is new to the compiler; it is compiled in three orders and the middle time is its sample. Milliseconds of processor time of the thread
 * that compiles, its collecting of garbage included – what a person waits for, and not what other programs do on the machine meanwhile. Beside it the
 * same of the whole process (`p99OfProcess`): V8 optimises functions and marks and sweeps memory on threads of its own, which nobody waits for where
 * there is a second processor. The process is set as the product's own (package.json) and has been compiling for a minute before it is measured;
 * `first` is what the first basket took.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCity } from '../../app/load-city';
import { loadCatalogue, type InForce } from '../../core/catalogue';
import type { Values } from '../../core/case/event';
import { compileLaw, linesIn, nothingKnown, prepare, scenarioInput } from '../../core/journey';
import { generatedCity, type GeneratedCity } from '../../core/testing/generated-city';
import { serverFlags } from '../server-flags';
import { type Bench, type Measured, median, within, type Bar } from './bench';
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
const registers = new Set(['register-a', 'register-b']);

export const compileBench: Bench = (a, { root, self }) => {
  const flags = serverFlags(root);
  if (flags.every((f) => process.execArgv.includes(f))) return measured(root, a.flag('plot'));
  const own = spawnSync(process.execPath, [...flags, self, 'bench', 'compile', '--json', ...(a.flag('plot') ? ['--plot'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(own.stdout);
};

function measured(root: string, plot: boolean): Measured {
  const journeys = journeyTimes(root);
  const worlds: { services: number; load: number; basket: number }[] = [];
  let baskets: Times | null = null;
  let bySize: { size: number; ms: number }[] = [];
  // One catalogue at a time, as a city has one; the thousand first.
  for (const services of [1000, ...catalogues.filter((n) => n !== 1000)]) {
    const w = world(services);
    if (services === 1000) {
      baskets = basketTimes(w, 20, 300, 300);
      bySize = sizes.map((size) => ({ size, ms: medianOf(basketTimes(w, size, 24)) }));
    }
    worlds.push({ services, load: w.load, basket: medianOf(basketTimes(w, 20, 24)) });
  }
  const byCatalogue = worlds.toSorted((x, y) => x.services - y.services);
  const { first, each, middle } = baskets!;
  const threads = middle.map((x) => x.thread);
  const figure = quantile(threads, 0.99);
  const worst = Math.max(...journeys.map((j) => j.p99));
  const growth = round(Math.max(perUnit(bySize.map((x) => [x.size, x.ms])), perUnit(byCatalogue.map((x) => [x.services, x.load])), byCatalogue.at(-1)!.basket / byCatalogue[0]!.basket));
  const parts = {
    journeys: { figure: worst, baseline: journeyBar, unit: 'ms CPU of the thread p99', ratio: round(worst / journeyBar), bar: limit, holds: within(limit, worst / journeyBar), of: journeys },
    baskets: {
      figure,
      baseline: basketBar,
      unit: 'ms CPU of the thread p99',
      ratio: round(figure / basketBar),
      bar: limit,
      holds: within(limit, figure / basketBar),
      median: median(threads),
      p99OfEach: quantile(
        each.map((x) => x.thread),
        0.99,
      ),
      p99OfProcess: quantile(
        middle.map((x) => x.process),
        0.99,
      ),
      first: first.thread,
    },
    growth: { ratio: growth, bar: growthBar, holds: within(growthBar, growth), bySize, byCatalogue },
  };
  if (plot) writeFileSync(join(root, 'docs', 'compile-growth.svg'), growthPlot(bySize, byCatalogue));
  return {
    figure,
    baseline: basketBar,
    unit: 'ms CPU of the thread p99, 20 of 1,000 services',
    ratio: parts.baskets.ratio,
    bar: limit,
    holds: parts.journeys.holds && parts.baskets.holds && parts.growth.holds,
    samples: middle,
    ...parts,
  };
}

type World = { services: number; law: InForce; city: GeneratedCity; load: number };
function world(services: number): World {
  const city = generatedCity(services, seeded(7));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const [law, load] = timed(() => loadCatalogue(city.files, hash).catalogue.inForce(day).law!);
  return { services, law, city, load: load.thread };
}

/** The journeys with the most services, warm, for people of every scenario in turn. */
function journeyTimes(root: string) {
  const law = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce(day).law!;
  const connected = new Set([...law.registers.values()].filter((r) => r.connected).map((r) => r.id));
  const steps = (journey: string) => prepare(law, { journey }).steps.length;
  const largest = [...law.journeys.keys()].sort((x, y) => steps(y) - steps(x)).slice(0, 3);
  return largest.map((journey) => {
    const inputs = Object.keys(law.journeys.get(journey)!.scenarios).map((s) => scenarioInput(law, journey, s, connected)!);
    const once = (input: (typeof inputs)[number]) => timed(() => compileLaw(law, { journey }, input.answers, input.known, day))[1];
    for (let i = 0; i < 150; i++) inputs.map(once);
    const times = Array.from({ length: 40 }, () => inputs.map((input) => middle([once(input), once(input), once(input)]))).flat();
    const threads = times.map((x) => x.thread);
    return {
      journey,
      services: steps(journey),
      median: median(threads),
      p99: quantile(threads, 0.99),
      p99OfProcess: quantile(
        times.map((x) => x.process),
        0.99,
      ),
    };
  });
}

/** The first of all; each single one; and of each basket the middle of its three. */
type Times = { first: Took; each: Took[]; middle: Took[] };

/** @param warm baskets compiled before the first that counts. */
function basketTimes({ law, city }: World, size: number, count: number, warm = 60): Times {
  const chance = seeded(size + city.services.length);
  const known = { ...nothingKnown, registers };
  const one = () => {
    const services = basket(city, size, chance);
    const answers = chance() < 0.25 ? {} : answersTo(law, services, chance);
    return [0, 1, 2].map((turn) => timed(() => compileLaw(law, { services: [...services.slice(turn), ...services.slice(0, turn)] }, answers, known, day))[1]);
  };
  const unwarmed = Array.from({ length: warm }, one);
  const counted = Array.from({ length: count }, one);
  return { first: unwarmed[0]![0]!, each: counted.flat(), middle: counted.map(middle) };
}

/** The one of three whose thread took neither least nor most. */
const middle = (three: readonly Took[]): Took => three.toSorted((x, y) => x.thread - y.thread)[1]!;
const medianOf = (times: Times): number => median(times.middle.map((x) => x.thread));

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

/** What one compilation took: the thread that compiles, and the whole process with what V8 does beside it. */
type Took = { thread: number; process: number };

function timed<T>(run: () => T): [T, Took] {
  const [all, own] = [process.cpuUsage(), threadTime()];
  const result = run();
  const { user, system } = process.cpuUsage(all);
  const whole = (user + system) / 1000;
  const until = threadTime();
  return [result, { thread: round(own === null || until === null ? whole : until - own), process: round(whole) }];
}

/** Milliseconds of processor this thread has had, as Linux counts them in nanoseconds – up to date once `cpuUsage` has asked; null elsewhere. */
function threadTime(): number | null {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}

const round = (x: number) => Number(x.toFixed(3));
/** Nearest rank: so many of them are no greater. */
const quantile = (xs: readonly number[], p: number) => xs.toSorted((x, y) => x - y)[Math.ceil(xs.length * p) - 1]!;
/** How much dearer a unit is at the largest size than at the smallest; not below 1. */
const perUnit = (points: readonly (readonly [number, number])[]) => Math.max(1, points.at(-1)![1] / points.at(-1)![0] / (points[0]![1] / points[0]![0]));
