import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store';
import type { Store } from '../ports/store';
import { masked, reasonOf } from './reason';
import { round, type Running, runJobs, schedule } from './run';
import { patient, pauseAfter, repeated, type Went, type Work } from './work';

let store: Store;
let data = '';
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'yijian-jobs-'));
  ({ store } = await openStore({ data }));
});
afterAll(async () => {
  await store.close();
  await rm(data, { recursive: true });
});

let n = 0;
/** A kind of its own on a clock of its own. */
function bench(handle: Work['handle'], work: Partial<Work> = {}) {
  const kind = `k${n++}`;
  const clock = { now: new Date('2026-11-23T10:00:00+08:00') };
  const alarms: unknown[] = [];
  const running: Running = {
    works: { [kind]: { ...patient, handle, ...work } },
    topics: [],
    store: async () => store,
    now: () => clock.now,
    chance: () => 0,
    alarm: (a) => alarms.push(a.error),
  };
  return {
    running,
    alarms,
    add: (key = '1') => store.addJobs([{ kind, key, body: null, at: clock.now.toISOString() }]),
    pass: (seconds: number) => (clock.now = new Date(clock.now.getTime() + seconds * 1000)),
    turn: () => round(running),
    dead: async () => (await store.deadJobs(100)).filter((d) => d.kind === kind),
  };
}
const answers = (all: Went[]) => async () => all.shift() ?? 'done';

describe('a job', () => {
  it('that fails is tried again after a pause that doubles, and is dead after its last try', async () => {
    const died: string[] = [];
    const b = bench(async () => ({ failed: 'no answer' }), { tries: 3, firstPause: 10, died: async (j) => void died.push(j.key) });
    await b.add();
    const ran: number[] = [];
    for (let s = 0; s <= 60; s += 5) {
      if ((await b.turn()) > 0) ran.push(s);
      b.pass(5);
    }
    expect(ran).toEqual([0, 10, 30]);
    expect(await b.dead()).toMatchObject([{ attempts: 3, error: 'no answer' }]);
    expect(died).toEqual(['1']);
  });

  it('that is dead begins anew when somebody says so', async () => {
    const b = bench(answers([{ failed: 'closed', giveUp: true }]));
    await b.add();
    await b.turn();
    const [dead] = await b.dead();
    await store.retryDead(dead!.id, new Date(b.pass(1)).toISOString());
    expect(await b.turn()).toBe(1);
    expect(await b.dead()).toEqual([]);
  });

  it('that only has to wait is not counted as failing', async () => {
    const b = bench(answers([{ later: '2026-11-23T11:00:00+08:00' }, { failed: 'x' }]), { tries: 2 });
    await b.add();
    await b.turn();
    expect(await b.turn()).toBe(0);
    b.pass(3600);
    await b.turn();
    b.pass(60);
    expect(await b.turn()).toBe(1);
    expect(await b.dead()).toEqual([]);
  });

  it('whose handler throws fails with a reason that names nobody, and is told', async () => {
    const b = bench(() => Promise.reject(new Error('550 <wang@example.org> 430212199001011234 unknown')), { tries: 1 });
    await b.add();
    await b.turn();
    expect(await b.dead()).toMatchObject([{ error: '550 <…@…> … unknown' }]);
    expect(b.alarms).toHaveLength(1);
  });

  it('that kills whoever takes it is put aside in the end', async () => {
    const b = bench(async () => 'done', { tries: 2 });
    await b.add();
    for (let i = 0; i < 2; i++) {
      await store.takeJobs(Object.keys(b.running.works), b.running.now().toISOString(), 30, 1); // and is never heard of again
      b.pass(31);
    }
    await b.turn();
    expect(await b.dead()).toMatchObject([{ attempts: 3 }]);
  });

  it('that runs again and again does so after its time, also when it fails, and is never dead', async () => {
    const went = ['ok', 'fail', 'fail', 'ok'];
    const b = bench(async () => 'done');
    const kind = Object.keys(b.running.works)[0]!;
    b.running.works = { [kind]: repeated(60, async () => (went.shift() === 'fail' ? Promise.reject(new Error('x')) : null)) };
    await schedule(b.running);
    await schedule(b.running);
    const ran: number[] = [];
    for (let s = 0; s <= 300; s += 30) {
      if ((await b.turn()) > 0) ran.push(s);
      b.pass(30);
    }
    expect(ran).toEqual([0, 60, 120, 240, 300]);
    expect(b.alarms).toHaveLength(2);
  });
});

it('the runner goes on after the store was away, and stops between two rounds', async () => {
  const ran: string[] = [];
  const b = bench(async (j) => {
    ran.push(j.key);
    return 'done';
  });
  let away = 2;
  const runner = runJobs({ ...b.running, store: async () => (away-- > 0 ? Promise.reject(new Error('away')) : store) }, 5);
  await b.add('a');
  await expect.poll(() => ran).toEqual(['a']);
  await runner.stop();
  await b.add('b');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect([ran, b.alarms.length]).toEqual([['a'], 2]);
});

it('pauses double up to a bound and spread a little', () => {
  const work = { firstPause: 30, mostPause: 7200 };
  expect([1, 2, 9, 30].map((a) => pauseAfter(work, a, 0))).toEqual([30, 60, 7200, 7200]);
  expect(pauseAfter(work, 1, 0.999)).toBeLessThan(36.1);
});

it('a reason keeps its code and stays short', () => {
  expect(reasonOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED: connect');
  expect(reasonOf('plain')).toBe('plain');
  expect(masked('x'.repeat(999))).toHaveLength(300);
});
