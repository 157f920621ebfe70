import { describe, expect, it } from 'vitest';
import { midTerm, pace, paceOf } from './pace';

describe('序时进度, as Panzhihua published it for January to October 2006', () => {
  it('1,005,136 万元 of 80 亿元 is 125.64 %, 42.31 points ahead', () =>
    expect(pace({ actual: 1_005_136, target: 800_000, gone: 10, span: 12 })).toEqual({ completion: 125.64, elapsed: 83.33, ahead: 42.31 }));
  it.each([
    [125.64, 42.31],
    [70.41, -12.92],
    [165.07, 81.74],
  ])('%d % completed is %d points', (completion, ahead) => expect(paceOf(completion / 100, 10 / 12).ahead).toBe(ahead));
  it('中期评估: 25 of 28 targets on schedule is 89.3 %', () => expect(midTerm(25, 28)).toBe(89.3));
});
