import { describe, expect, it } from 'vitest';
import { channels } from '../core/case';
import type { Tally } from './ports/desk-store';
import { fewest, grouped } from './service-figures';

const tally = (channel: Tally['channel'], division: string, n: number): Tally => ({
  authority: 'a',
  division,
  channel,
  n,
  dayed: n,
  days: n * 3,
  inTime: n,
  refused: 0,
  supplemented: n,
  paused: 0,
  latePauses: 0,
  secondSupplements: 0,
  lateReturns: 0,
});
const shown = (all: ReturnType<typeof grouped>) => Object.fromEntries(all.map((g) => [g.id, g.figures?.n ?? null]));

describe('small numbers', () => {
  it('a group below the least is left out, and the next smallest with it', () => {
    expect(shown(grouped([tally('self', 'x', 40), tally('self', 'y', fewest - 1), tally('self', 'z', 9)], (t) => t.division))).toEqual({ x: 40, y: null, z: null });
  });
  it('two small groups hide each other', () => {
    expect(shown(grouped([tally('self', 'x', 40), tally('self', 'y', 1), tally('self', 'z', 2)], (t) => t.division))).toEqual({ x: 40, y: null, z: null });
  });
  it('nothing is hidden where every group is large enough; every channel is named, also the empty one', () => {
    const groups = grouped([tally('self', 'x', fewest), tally('hall', 'x', 7), tally('hall', 'y', 7)], (t) => t.channel, channels);
    expect(shown(groups)).toEqual({ self: fewest, helper: null, hall: 14 });
    expect(groups.find((g) => g.id === 'hall')!.figures).toMatchObject({ days: 3, supplemented: 1, refused: 0 });
  });
});
