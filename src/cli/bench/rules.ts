/**
 * `bench rules`: 150,000 invented entrants through the city's rules as closures, against the same rules written by hand (`bench games`); beside
 * it what closures cost: the same rules through the evaluator, and as JavaScript source made and run by bench/generated-rule.mjs.
 */
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Ready } from '../../core/games';
import { conceptsOf, evaluate, type Known } from '../../core/rules';
import type { Bench } from './bench';
import { differing, entrantsOf, gamesBench, paired } from './games';

type Generator = { generatedRule(rule: unknown, slotOf: (concept: string) => number, day: string): (values: readonly unknown[]) => unknown };

export const rulesBench: Bench = async (a, s) => {
  const measured = await gamesBench(a, s);
  const found = entrantsOf(s.root);
  if ('missing' in measured || !found) return measured;
  const beside = (ready: Ready) => {
    const differences = differing(found.byRules(ready), found.byHand());
    const { figure, ratio } = paired(() => found.byRules(ready), found.byHand);
    return { figure, ratio, differences };
  };
  const source = join(s.root, 'bench', 'generated-rule.mjs');
  const generated = existsSync(source) ? beside(asSource((await s.load(pathToFileURL(source).href)) as Generator)) : null;
  const interpreted = beside(asTree);
  // By the ratios: each was taken beside the hand-written rules of its own rounds.
  const closuresCost = generated && Number((measured.ratio / generated.ratio).toFixed(2));
  return { ...measured, holds: measured.holds && (generated?.differences ?? 0) === 0 && interpreted.differences === 0, generated, interpreted, closuresCost };
};

const asSource =
  ({ generatedRule }: Generator): Ready =>
  (rule, slots, day) => {
    const decide = generatedRule(rule, (c) => slots.of(c), day);
    return (values) => decide(values) as Known | undefined;
  };

const asTree: Ready = (rule, slots, today) => {
  const places = new Map([...conceptsOf(rule)].map((c) => [c, slots.of(c)]));
  return (values) => evaluate(rule, { today, rows: () => undefined, value: (c) => values[places.get(c) ?? -1] as Known | undefined });
};
