/** Baskets given to the solver at once, small enough to try everything: same cost and number of pieces, circles cut, every answer replayed. */
import { expect, test } from 'vitest';
import { replay, select } from '../../core/journey';
import { byTryingEverything, inventedProblem, waysOf } from '../../core/testing/invented-evidence';
import { seeded } from '../../cli/bench/seeded';
import { loadHighs } from './highs';

test('equals trying everything where our own search is not let run', async () => {
  const solve = await loadHighs();
  const chance = seeded(1);
  let asked = 0;
  const counting: typeof solve = (program) => {
    asked++;
    return solve(program);
  };
  for (let i = 0; i < 60; i++) {
    const p = inventedProblem({ requirements: 6, producers: i % 2 ? 4 : 0, pool: 6, lists: [2, 3], pieces: 2, copies: i % 3 === 0, optional: i % 4 === 1 }, chance);
    if (waysOf(p) > 3000) continue;
    const [found, best] = [select(p, counting, 0), byTryingEverything(p)];
    if (!best) {
      expect(found).toBeNull();
      continue;
    }
    expect([found?.cost, found?.count, found?.proof]).toEqual([best.cost, best.count, 'optimal']);
    expect(replay(p, found!)).toEqual([]);
  }
  expect(asked).toBeGreaterThan(5);
});
