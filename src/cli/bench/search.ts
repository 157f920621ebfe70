/**
 * `bench search`: of the queries people type and say (bench/queries), how many find what they are about among the first five. The baseline
 * is the same names and aliases in MiniSearch as it comes. Queries put aside are measured and told apart from those used while tuning.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as v from 'valibot';
import { parse } from 'yaml';
import { loadCity } from '../../app/load-city';
import type { InForce } from '../../core/catalogue';
import { cityIndex, entriesOf, find } from '../../core/search';
import { today } from '../today';
import { type Bench, within } from './bench';

const bar = { op: '>=', value: 0.95 } as const;
const first = 5;

const queryFile = v.record(v.string(), v.array(v.union([v.string(), v.strictObject({ ask: v.string(), also: v.array(v.string()) })])));
export type Asked = { ask: string; set: 'tuned' | 'looked-at' | 'held-out'; journey: string; accepts: string[] };
export type Sample = Asked & { found: boolean; baseline: boolean; first: string[] };

/** Two sets that were put aside have been looked at since, and a third was written by somebody who had read none of it. */
const sets = [
  ['tuned', 'tuned'],
  ['looked-at', 'looked-at'],
  ['second', 'looked-at'],
  ['held-out', 'held-out'],
] as const;

export function queries(root: string): Asked[] {
  return sets.flatMap(([name, set]) => {
    const file = v.parse(queryFile, parse(readFileSync(join(root, 'src', 'cli', 'bench', 'queries', `${name}.yaml`), 'utf8')));
    return Object.entries(file).flatMap(([journey, asked]) =>
      asked.map((a) => (typeof a === 'string' ? { ask: a, set, journey, accepts: [journey] } : { ask: a.ask, set, journey, accepts: [journey, ...a.also] })),
    );
  });
}

/** Queries about a journey the city does not have are left out and counted apart. */
export function measure(law: InForce, asked: readonly Asked[]): Sample[] {
  const index = cityIndex(law);
  const plain = plainIndex(law);
  return asked
    .filter((a) => law.journeys.has(a.journey))
    .map((a) => {
      const ids = find(index, a.ask)
        .slice(0, first)
        .map((f) => f.id);
      return { ...a, found: ids.some((id) => a.accepts.includes(id)), baseline: plain(a.ask).some((id) => a.accepts.includes(id)), first: ids };
    });
}

export const recall = (samples: readonly Sample[], of: (s: Sample) => boolean = (s) => s.found): number => samples.filter(of).length / Math.max(1, samples.length);

/** MiniSearch with its own tokenizer, over the same words. */
function plainIndex(law: InForce): (query: string) => string[] {
  const entries = entriesOf(law);
  const mini = new MiniSearch<{ id: string; zh: string; en: string; aliases: string }>({ fields: ['zh', 'en', 'aliases'] });
  mini.addAll(entries.map((e) => ({ id: e.id, zh: e.name.zh, en: e.name.en, aliases: e.aliases.join(' ') })));
  return (query) =>
    mini
      .search(query, { prefix: true, fuzzy: 0.2 })
      .slice(0, first)
      .map((r) => String(r.id));
}

export const searchBench: Bench = (_, { root }) => {
  const { law } = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce(today());
  if (!law) return { holds: false, missing: 'cities/zhuzhou' };
  const asked = queries(root);
  const samples = measure(law, asked);
  const heldOut = samples.filter((s) => s.set === 'held-out');
  const figure = rounded(recall(samples));
  const baseline = rounded(recall(samples, (s) => s.baseline));
  return {
    figure,
    baseline,
    unit: 'recall@5',
    ratio: rounded(figure / Math.max(baseline, 1 / samples.length)),
    bar,
    holds: within(bar, figure) && within(bar, recall(heldOut)),
    heldOut: { figure: rounded(recall(heldOut)), baseline: rounded(recall(heldOut, (s) => s.baseline)), queries: heldOut.length },
    queries: samples.length,
    leftOut: asked.length - samples.length,
    missed: samples.filter((s) => !s.found && s.set !== 'held-out').map((s) => s.ask),
    samples: samples.map(({ ask, set, found, baseline: b }) => ({ ask, set, found, baseline: b })),
  };
};

const rounded = (x: number): number => Math.round(x * 1000) / 1000;
