import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gather, reading } from './gather';

/** Statements as they began, each open until the test ends it. */
function statements(how: Parameters<typeof gather>[1]) {
  const begun: { commands: string[]; end(): void }[] = [];
  const ask = gather<string, string>(
    (commands) =>
      new Promise((resolve, reject) => {
        const moment = begun.length;
        begun.push({ commands, end: () => (commands.includes('wrong') ? reject(new Error('wrong')) : resolve(commands.map((c) => `${c} as of ${moment}`))) });
      }),
    how,
  );
  return { begun, ask };
}
const now = () => sleep(0);

describe('what is gathered', () => {
  it('goes together while another is under way, and is answered by a statement that began after it was asked', async () => {
    const { begun, ask } = statements(reading);
    const first = ask('a');
    await now();
    const later = Promise.all([ask('a'), ask('b'), ask('a')]);
    await now();
    expect(begun.map((s) => s.commands)).toEqual([['a']]);
    begun[0]!.end();
    expect(await first).toBe('a as of 0');
    await now();
    begun[1]!.end();
    expect(await later).toEqual(['a as of 1', 'b as of 1', 'a as of 1']);
    expect(begun).toHaveLength(2);
  });

  it('is not held up by one that is slow', async () => {
    const { begun, ask } = statements({ ...reading, patience: 20 });
    const slow = ask('slow');
    await now();
    const quick = ask('quick');
    await sleep(60);
    expect(begun.map((s) => s.commands)).toEqual([['slow'], ['quick']]);
    begun[1]!.end();
    expect(await quick).toBe('quick as of 1');
    begun[0]!.end();
    await slow;
    const after = ask('after');
    await now();
    begun[2]!.end();
    expect(await after).toBe('after as of 2');
  });

  it('fails alone: those that shared its statement are run again one by one', async () => {
    const { begun, ask } = statements(reading);
    const first = ask('a');
    await now();
    const all = Promise.allSettled([ask('b'), ask('wrong'), ask('c')]);
    await now();
    for (let i = 0; i < 5; i++) {
      begun[i]?.end();
      await now();
    }
    expect(await first).toBe('a as of 0');
    expect((await all).map((x) => x.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
