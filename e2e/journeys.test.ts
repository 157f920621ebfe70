/**
 * Every shipped journey in chromium to its last result. Here a covering few, another few each day: every journey once, every pair of script, width,
 * language and mode among them. `npm run prove journeys` takes all of journeys × script × width × language and prints its table.
 */
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { available, launch } from './browser';
import { openSite, type Site } from './site';
import { modes, travel, type Seen, type Travelled, type Way, wayName } from './travel';
import { shippedLaw } from '../src/core/testing/shipped-city';
import { firstDay } from '../src/web/testing/town';

const journeys = [...shippedLaw(firstDay).journeys.keys()];
const all = process.env.YIJIAN_JOURNEYS;
const modeNames = Object.keys(modes) as (keyof typeof modes)[];

/** All of them; the mode, which only changes how a page looks, goes round. Neighbours are of different journeys, because one person has one draft of a journey. */
const matrix = (): Way[] =>
  [true, false].flatMap((script) =>
    ([390, 1280] as const).flatMap((width, w) =>
      (['zh', 'en'] as const).flatMap((language, l) =>
        journeys.filter((j) => all === 'all' || j === all).map((journey): Way => ({ journey, script, width, language, mode: modeNames[(journeys.indexOf(journey) + 2 * w + l) % 4]! })),
      ),
    ),
  );

/** An orthogonal array of eight for script, width, language and mode, laid over the journeys; the day says where it starts. */
function few(day: number): Way[] {
  const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((n): Omit<Way, 'journey'> => {
    const [a, b, c] = [n & 1, (n >> 1) & 1, (n >> 2) & 1];
    return { script: a === 0, width: b === 0 ? 390 : 1280, language: c === 0 ? 'zh' : 'en', mode: modeNames[((a ^ b) << 1) | (a ^ c)]! };
  });
  return [0, 1, 2, 3].map((i) => ({ journey: journeys[(day * 4 + i) % journeys.length]!, ...rows[(day * 4 + i) % 8]! }));
}

/** Two at a time, never two of one journey – one person has one draft of it: the pages are made in this process, looked at in others. */
const underWay = new Set<string>();
async function turn(journey: string): Promise<() => void> {
  while (underWay.size >= 2 || underWay.has(journey)) await new Promise((r) => setTimeout(r, 100));
  underWay.add(journey);
  return () => underWay.delete(journey);
}

const ways = all ? matrix() : few(Math.floor(Date.now() / 86_400_000));

describe.skipIf(!available)('every journey to its last result', () => {
  let site: Site;
  let browser: Browser;
  const seen: Seen = new Set();
  const done: Travelled[] = [];
  const failed: string[] = [];
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    if (all) report();
  });

  for (const way of ways)
    (all ? test.concurrent : test)(wayName(way), { timeout: all ? 7_200_000 : 400_000 }, async ({ expect }) => {
      const free = await turn(way.journey);
      try {
        const trip = await travel(site, browser, way, seen);
        done.push(trip);
        if (all) console.log(`${done.length + failed.length}/${ways.length}  ${wayName(way)}: ${trip.pages} pages, ${trip.questions} questions, ${trip.steps} steps, ${trip.seconds} s`);
        expect(trip.pages).toBeGreaterThan(5);
      } catch (e) {
        failed.push(wayName(way));
        throw e;
      } finally {
        free();
      }
    });

  test('what CI takes covers every journey within days and every pair of settings within two', () => {
    const days = [0, 1, 2, 3];
    expect(new Set(days.flatMap((d) => few(d).map((w) => w.journey))).size).toBe(journeys.length);
    for (const d of days) {
      const pairs = new Set([...few(d), ...few(d + 1)].flatMap((w) => [`${w.script} ${w.width}`, `${w.script} ${w.language}`, `${w.width} ${w.language}`, `${w.mode}`]));
      expect(pairs.size).toBe(16);
    }
  });

  /** One row for each journey: what it took, over all ways. */
  function report(): void {
    const lines = ['| journey | ways through | questions | steps decided | pages of the resident | heaviest page, HTML + CSS | pages looked at by axe |', '|---|---|---|---|---|---|---|'];
    for (const journey of journeys) {
      const of = done.filter((t) => t.way.journey === journey);
      const tried = ways.filter((w) => w.journey === journey).length;
      const range = (f: (t: Travelled) => number) => [...new Set([Math.min(...of.map(f)), Math.max(...of.map(f))])].join('–');
      if (tried)
        lines.push(
          `| ${journey} | ${of.length} of ${tried} | ${of.length ? range((t) => t.questions) : ''} | ${of.length ? range((t) => t.steps) : ''} | ${of.length ? range((t) => t.pages) : ''} | ${of.length ? (Math.max(...of.map((t) => t.heaviest)) / 1024).toFixed(1) : ''} kB | ${of.reduce((n, t) => n + t.looked, 0)} |`,
        );
    }
    console.log(lines.join('\n'));
    if (failed.length) console.log(`not through: ${failed.join('; ')}`);
    if (process.env.YIJIAN_REPORT) writeFileSync(process.env.YIJIAN_REPORT, `${lines.join('\n')}\n`);
  }
});
