/** The choice of documents against trying everything; every answer is replayed from nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../../cli/bench/seeded';
import { byTryingEverything, inventedProblem, waysOf, type Shape } from '../../testing/invented-evidence';
import type { Problem, Use } from './problem';
import { replay } from './replay';
import { select } from './select';

const shape = fc.record({
  requirements: fc.integer({ min: 1, max: 8 }),
  producers: fc.integer({ min: 0, max: 4 }),
  pool: fc.integer({ min: 2, max: 10 }),
  lists: fc.constant<[number, number]>([1, 3]),
  pieces: fc.integer({ min: 1, max: 3 }),
  copies: fc.boolean(),
  optional: fc.boolean(),
});
const problem = fc.tuple(shape, fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true }))).map(([s, chance]) => inventedProblem(s as Shape, () => chance.next().value));

const told = (p: Problem) => {
  const found = select(p);
  return found && { cost: found.cost, count: found.count, ids: found.ids };
};

test('equals trying everything in cost, number of pieces and their ids, circles included', () => {
  fc.assert(
    fc.property(problem, (p) => {
      fc.pre(waysOf(p) <= 3000);
      const found = select(p);
      expect(told(p)).toEqual(byTryingEverything(p));
      if (found) expect([replay(p, found), found.proof]).toEqual([[], 'optimal']);
    }),
    { numRuns: 200 },
  );
});

test('the order in which anything is written changes nothing', () => {
  fc.assert(
    fc.property(problem, fc.infiniteStream(fc.nat()), (p, order) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((x) => ({ x, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ x }) => x);
      const other: Problem = { ...p, producers: new Map(shuffled([...p.producers])), requirements: shuffled(p.requirements).map((r) => ({ ...r, lists: shuffled(r.lists).map((l) => shuffled(l)) })) };
      expect(told(other)).toEqual(told(p));
    }),
    { numRuns: 100 },
  );
});

const brought = (piece: string, copies = 1, kept = false): Use => ({ piece, copies, kept, source: { price: 1, given: [] } });
const given = (piece: string, by: string, price: number | null = null): Use => ({ piece, copies: 1, kept: false, source: { price, given: [{ by, at: by }] } });
const stated = (requirements: Problem['requirements'], producers: [string, number][] = []): Problem => ({ requirements, producers: new Map(producers), order: () => [] });
const need = (id: string, lists: Use[][], at = 'filing', by: string | null = null) => ({ id, by, at, lists });

describe('by hand', () => {
  test('copies looked at count once at their largest, paper that is kept every time', () => {
    const p = stated([need('a', [[brought('x', 3)], [brought('y', 2, true)]]), need('b', [[brought('x', 2)], [brought('y', 2, true)]])]);
    expect(told(p)).toEqual({ cost: 3, count: 1, ids: ['x'] });
  });
  test('in a tie fewer pieces, then the first by id', () => {
    expect(told(stated([need('a', [[brought('x'), brought('y')], [brought('z', 2)]])]))).toEqual({ cost: 2, count: 1, ids: ['z'] });
    expect(told(stated([need('a', [[brought('y')], [brought('x')]])]))).toEqual({ cost: 1, count: 1, ids: ['x'] });
  });
  test('two steps never prove each other', () => {
    const p = stated([need('a', [[given('b-out', 'b')], [brought('lease')]], 'a'), need('b', [[given('a-out', 'a')], [brought('deed', 2)]], 'b')]);
    expect(told(p)).toEqual({ cost: 1, count: 1, ids: ['lease'] });
    expect(select(stated([need('a', [[given('b-out', 'b')]], 'a'), need('b', [[given('a-out', 'a')]], 'b')]))).toBeNull();
  });
  test('a step that may be taken costs its own evidence too', () => {
    const p = (deed: number) => stated([need('a', [[brought('x', 3)], [given('y', 's')]]), need('s', [[brought('deed', deed)]], 's', 's')], [['s', 1]]);
    expect(told(p(1))).toEqual({ cost: 2, count: 1, ids: ['deed'] });
    expect(told(p(3))).toEqual({ cost: 3, count: 1, ids: ['x'] });
  });
  test('a search that must stop says how far from proven it is', () => {
    const p = inventedProblem({ requirements: 40, producers: 0, pool: 30, lists: [2, 4], pieces: 3, copies: false, optional: false }, seeded(7));
    const [stopped, proven] = [select(p, undefined, 4)!, select(p)!];
    expect([stopped.proof, proven.proof, replay(p, stopped)]).toEqual(['gap', 'optimal', []]);
    expect(stopped.cost).toBeGreaterThanOrEqual(proven.cost);
    expect(stopped.cost - stopped.gap).toBeLessThanOrEqual(proven.cost);
  });
});

describe('the checker', () => {
  const p = stated([need('a', [[given('b-out', 'b')], [brought('lease')]], 'a'), need('b', [[given('a-out', 'a')], [brought('deed', 2)]], 'b')]);
  const good = select(p)!;
  test('finds nothing wrong with what is right', () => expect(replay(p, good)).toEqual([]));
  test('finds a requirement left out, a piece nobody gives, a circle and a wrong cost', () => {
    expect(replay(p, { ...good, choices: good.choices.slice(1) })).toContain('a is not met');
    expect(replay(p, { ...good, choices: good.choices.map((c) => ({ ...c, from: ['nobody'] })) })).toContain('nobody does not give lease');
    const circle = [
      { requirement: 'a', list: 0, from: ['b'] },
      { requirement: 'b', list: 0, from: ['a'] },
    ];
    expect(replay(p, { ...good, choices: circle, cost: 0 })).toEqual(['never comes: b, a']);
    expect(replay(p, { ...good, cost: 0 })).toEqual(['costs 1, not 0']);
  });
});
