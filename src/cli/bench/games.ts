/** `bench games`: 150,000 invented entrants through the city's own rules, against the same rules written by hand. CPU time, paired rounds. */
import { join } from 'node:path';
import { loadCity } from '../../app/load-city';
import { crowd, type Games, judge, loadGames, type Ready, type Row, type Verdict } from '../../core/games';
import { type Bench, median, within } from './bench';
import { judgeByHand } from './games-by-hand';
import { seeded } from './seeded';

const entrants = 150_000;
const rounds = 9;
const bar = { op: '<=', value: 6 } as const;
const law = '2021-10-28';

export type Entrants = { rows: readonly Row[] /** Each run reads the rules anew: what it costs to make them ready is in its time. */; byRules(ready?: Ready): Verdict[]; byHand(): Verdict[] };

export function entrantsOf(root: string): Entrants | null {
  const { catalogue, files } = loadCity(join(root, 'cities', 'zhuzhou'));
  const found = catalogue.inForce(law);
  const games: Games | undefined = found.law ? loadGames(files, found.law).editions[0] : undefined;
  if (!found.law || !games) return null;
  const inForce = found.law;
  const rows = crowd(entrants, seeded(14), games.samples.referenceDay);
  return { rows, byRules: (ready) => rows.map(judge(inForce, games, law, ready)), byHand: () => rows.map(judgeByHand) };
}

export const gamesBench: Bench = (_, { root }) => {
  const found = entrantsOf(root);
  if (!found) return { holds: false, missing: 'cities/zhuzhou/games' };
  const differences = differing(found.byRules(), found.byHand());
  found.byHand();
  const measured = paired(() => found.byRules(), found.byHand);
  return { ...measured, unit: `ms CPU / ${entrants} entrants`, bar, holds: differences === 0 && within(bar, measured.ratio), differences, entrants, eligible: count(found.rows, judgeByHand) };
};

/** Rounds in turn, each beginning with the other. */
export function paired(byRules: () => unknown, byHand: () => unknown) {
  const samples = Array.from({ length: rounds }, (_unused, round) => {
    const [first, second] = round % 2 ? [byHand, byRules] : [byRules, byHand];
    const [a, b] = [cpu(first), cpu(second)];
    return round % 2 ? { figure: b, baseline: a } : { figure: a, baseline: b };
  });
  const figure = median(samples.map((s) => s.figure));
  const baseline = median(samples.map((s) => s.baseline));
  return { figure, baseline, ratio: Number((figure / baseline).toFixed(3)), samples };
}

function cpu(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const same = (a: Verdict, b: Verdict) => a.eligible === b.eligible && a.line === b.line && a.ageGroup === b.ageGroup && a.unitGroup === b.unitGroup;
export const differing = (a: readonly Verdict[], b: readonly Verdict[]) => a.filter((x, i) => !same(x, b[i]!)).length;
const count = (rows: readonly Row[], decide: (row: Row) => Verdict) => rows.filter((r) => decide(r).eligible).length;
