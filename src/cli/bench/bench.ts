/** What every bench answers (contracts.md): its figure beside its baseline, and the raw samples, so that others can recompute. */
import type { Arguments } from '../arguments';
import type { Surroundings } from '../surroundings';

export type Bar = { op: '<=' | '>='; value: number };
export type Measured = { figure: number; baseline: number; unit: string; ratio: number; bar: Bar; holds: boolean; samples: unknown[] } & { [more: string]: unknown };
export type Missing = { holds: false; missing: string };
export type Bench = (a: Arguments, s: Surroundings) => Measured | Missing | Promise<Measured | Missing>;

export const within = (bar: Bar, ratio: number): boolean => (bar.op === '<=' ? ratio <= bar.value : ratio >= bar.value);

export const median = (xs: readonly number[]): number => {
  const sorted = xs.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
