import { describe, expect, it } from 'vitest';
import { growth, progress, requiredFromNow, together, type Progress, type ProgressStatus, type Series } from './progress';

const two = (before: number, now: number, years = 1, since = 2015) => [
  { year: since, value: before },
  { year: since + years, value: now },
];
const status = (s: Series) => progress(s).status;

describe('the published method of Statistics Canada and Open SDG', () => {
  // Open SDG's own fixtures: indicators 1-5-4 and 1-5-3.
  it('1-5-4: 5 → 6, target 9 by 2030, is on track at five times the growth required', () => {
    const p = progress({ points: two(5, 6), better: 'up', target: { year: 2030, value: 9 } });
    expect(p.status).toBe('on-track');
    expect(p.value).toBeCloseTo(5.0, 2);
    expect(p.score).toBe(5);
  });
  it('1-5-3: 10 → 30 where 1 is wanted is deterioration', () => {
    const p = progress({ points: two(10, 30), better: 'down', target: { year: 2030, value: 1 } });
    expect(p.status).toBe('deterioration');
    expect(p.score).toBe(-5);
  });

  // With a target of 200 by 2030 from 100 in 2015, growth of (200/100)^(R/15) a year is the ratio R to first order; these are the exact edges.
  const required = growth({ year: 2015, value: 100 }, { year: 2030, value: 200 });
  const at = (ratio: number): Series => ({ points: two(100, 100 * (1 + ratio * required)), better: 'up', target: { year: 2030, value: 200 } });
  it.each<[number, ProgressStatus, number]>([
    [1.3, 'on-track', 5],
    [2, 'on-track', 5],
    [1, 'on-track', 20 / 7],
    [0.9500001, 'on-track', 2.5],
    [0.9499999, 'acceleration-needed', 2.5],
    [0.6000001, 'acceleration-needed', 0],
    [0.5999999, 'limited', 0],
    [0.3, 'limited', -1.25],
    [0.0000001, 'limited', -2.5],
    [-0.0000001, 'deterioration', -2.5],
    [-0.6, 'deterioration', -5],
    [-3, 'deterioration', -5],
  ])('a ratio of %d is %s, score %d', (ratio, expected, score) => {
    const p = progress(at(ratio));
    expect(p.status).toBe(expected);
    expect(p.value).toBeCloseTo(ratio, 6);
    expect(p.score).toBeCloseTo(score, 4);
  });

  it.each<[number, ProgressStatus, number]>([
    [0.02, 'on-track', 5],
    [0.05, 'on-track', 5],
    [0.0150001, 'on-track', 2.5],
    [0.0149999, 'acceleration-needed', 2.5],
    [0.01, 'acceleration-needed', 1.25],
    [0.0050001, 'acceleration-needed', 0],
    [0.0049999, 'limited', 0],
    [0.0000001, 'limited', -2.5],
    [-0.0000001, 'deterioration', -2.5],
    [-0.02, 'deterioration', -5],
    [-0.3, 'deterioration', -5],
  ])('without a target growth of %d is %s, score %d', (rate, expected, score) => {
    const p = progress({ points: two(100, 100 * (1 + rate)), better: 'up' });
    expect(p.status).toBe(expected);
    expect(p.score).toBeCloseTo(score, 3);
  });

  it('less is better: the same rates turned round', () => {
    expect(status({ points: two(100, 98), better: 'down' })).toBe('on-track');
    expect(status({ points: two(100, 102), better: 'down' })).toBe('deterioration');
  });
  it('counts a target once reached as achieved, whatever the trend', () => {
    expect(progress({ points: two(120, 110), better: 'up', target: { year: 2030, value: 100 } })).toEqual({ status: 'achieved', value: null, score: 5 });
    expect(status({ points: two(4, 3), better: 'down', target: { year: 2030, value: 3 } })).toBe('achieved');
  });
  it('puts 0.001 for a base or a target of zero', () => {
    expect(status({ points: two(0, 5), better: 'up', target: { year: 2030, value: 9 } })).toBe('on-track');
    expect(status({ points: two(10, 9), better: 'down', target: { year: 2030, value: 0 } })).toBe('limited');
  });
  it('flips the direction of negative values', () => {
    expect(status({ points: two(-10, -9), better: 'up' })).toBe('on-track');
    expect(status({ points: two(-10, -11), better: 'up' })).toBe('deterioration');
  });
  it.each<[string, Series]>([
    ['one year', { points: [{ year: 2020, value: 5 }], better: 'up' }],
    ['no year', { points: [], better: 'up' }],
    ['values of both signs', { points: two(-1, 1), better: 'up' }],
    ['a target year that is past the base', { points: two(5, 6, 1, 2020), better: 'up', target: { year: 2019, value: 9 } }],
    ['no figure since the base year', { points: two(5, 6), since: 2030, better: 'up' }],
  ])('is unable to assess %s', (_, series) => expect(progress(series)).toEqual({ status: 'unable', value: null, score: null }));
  it('takes the first year from the base year on, and the last', () => {
    const points = [
      { year: 2018, value: 4 },
      { year: 2014, value: 100 },
      { year: 2016, value: 2 },
    ];
    expect(progress({ points, since: 2015, better: 'up' }).value).toBeCloseTo(Math.SQRT2 - 1, 12);
  });

  it('lowers the thresholds near a natural limit', () => {
    const near = { points: two(95, 95 * 1.004), better: 'up' as const };
    expect(status(near)).toBe('limited');
    expect(status({ ...near, limit: 100 })).toBe('on-track');
    expect(status({ points: two(40, 40 * 1.004), better: 'up', limit: 100 })).toBe('limited');
  });
  it('at the limit: staying is on track, falling is not', () => {
    expect(progress({ points: two(100, 100), better: 'up', limit: 100 })).toEqual({ status: 'on-track', value: 0, score: 5 });
    expect(status({ points: two(100, 99), better: 'up', limit: 100 })).toBe('deterioration');
  });
  it('treats equal distances from a lower and an upper limit alike', () => {
    const up = progress({ points: two(90, 90 * 1.004), better: 'up', limit: 100 });
    const down = progress({ points: two(110, 110 * 0.996), better: 'down', limit: 100 });
    expect(down.status).toBe(up.status);
  });
});

describe('several series of one indicator', () => {
  const of = (score: number, s: ProgressStatus = 'limited'): Progress => ({ status: s, value: null, score });
  it.each<[number[], ProgressStatus]>([
    [[5, 0], 'on-track'],
    [[1, 1], 'acceleration-needed'],
    [[5, -5], 'acceleration-needed'],
    [[0, -1], 'limited'],
    [[-2.5, -2.5], 'limited'],
    [[-5, -2], 'deterioration'],
  ])('scores %j are together %s', (scores, expected) => expect(together(scores.map((s) => of(s))).status).toBe(expected));
  it('is achieved only when all are', () => {
    expect(together([of(5, 'achieved'), of(5, 'achieved')]).status).toBe('achieved');
    expect(together([of(5, 'achieved'), of(5, 'on-track')]).status).toBe('on-track');
  });
  it('weighs a group as one series', () => expect(together([of(4), [of(-2), of(-2), of(-2)]]).score).toBe(1));
  it('leaves out what cannot be assessed, and is unable when nothing can', () => {
    expect(together([of(3), { status: 'unable', value: null, score: null }]).score).toBe(3);
    expect(together([]).status).toBe('unable');
  });
});

describe('what is still required', () => {
  it('is the yearly growth from the latest figure to the target', () => expect(requiredFromNow({ year: 2023, value: 400 }, { year: 2025, value: 484 })).toBeCloseTo(0.1, 12));
  it('is nothing once the year has come', () => expect(requiredFromNow({ year: 2025, value: 400 }, { year: 2025, value: 484 })).toBeNull());
});
