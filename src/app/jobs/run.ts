/**
 * Runs the jobs: drains the outbox, takes what may run, and says how it went. Several programs may do so on one store. A program that dies in the middle
 * leaves a lease behind that runs out, and a job that kills whoever takes it is put aside like any other that keeps failing.
 */
import type { Jobs, TakenJob } from '../ports/jobs';
import { pauseAfter, type Went, type Work, type Works } from './work';
import { reasonOf } from './reason';

export type Running = {
  works: Works;
  /** Topics of the outbox that become jobs. */
  topics: readonly string[];
  store(): Promise<Jobs>;
  now(): Date;
  chance(): number;
  /** A failure, told once each time; `job` is null where the store itself could not be asked. */
  alarm(failure: { job: TakenJob | null; error: unknown }): void;
};

/** Jobs taken at a time, and messages moved at a time. */
const atOnce = 8;
const drained = 200;

/** Every kind that runs again and again is there from now on. */
export async function schedule({ works, store, now }: Running): Promise<void> {
  const at = now().toISOString();
  const kinds = Object.entries(works).filter(([, w]) => w.every !== undefined);
  await (await store()).addJobs(kinds.map(([kind]) => ({ kind, key: 'always', body: null, at })));
}

/** One round: whatever could be moved or run now. How much there was; 0: nothing to do. */
export async function round(r: Running): Promise<number> {
  const store = await r.store();
  const moved = await store.drainOutbox(r.topics, r.now().toISOString(), drained);
  let ran = 0;
  for (const [lease, kinds] of byLease(r.works)) {
    const taken = await store.takeJobs(kinds, r.now().toISOString(), lease, atOnce);
    await Promise.all(taken.map((job) => runOne(r, store, job)));
    ran += taken.length;
  }
  return moved + ran;
}

function byLease(works: Works): Map<number, string[]> {
  const kinds = new Map<number, string[]>();
  for (const [kind, { lease }] of Object.entries(works)) kinds.set(lease, [...(kinds.get(lease) ?? []), kind]);
  return kinds;
}

async function runOne(r: Running, store: Jobs, job: TakenJob): Promise<void> {
  const work = r.works[job.kind]!;
  // Its taker vanished each time: nobody came to say so.
  const went: Went = job.attempt > work.tries ? { failed: 'did not end, time and again', giveUp: true } : await work.handle(job).catch((error): Went => failedBy(r, job, error));
  const at = r.now().toISOString();
  const inSeconds = (s: number) => new Date(r.now().getTime() + s * 1000).toISOString();
  if (went === 'done') await (work.every === undefined ? store.jobDone(job, at) : store.jobLater(job, inSeconds(work.every), null));
  else if ('later' in went) await store.jobLater(job, went.later, null);
  else if (!went.giveUp && job.attempt < work.tries) await store.jobLater(job, inSeconds(pauseAfter(work, job.attempt, r.chance())), went.failed);
  else await bury(store, work, job, at, went.failed);
}

async function bury(store: Jobs, work: Work, job: TakenJob, at: string, error: string): Promise<void> {
  if (await store.jobDead(job, at, error)) await work.died?.(job);
}

function failedBy(r: Running, job: TakenJob, error: unknown): Went {
  r.alarm({ job, error });
  return { failed: reasonOf(error) };
}

/** Rounds until it is stopped; `pause` milliseconds after one that found nothing. Stopping waits for the round under way. */
export function runJobs(r: Running, pause = 2000): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};
  const sleeping = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, pause).unref();
    });
  let scheduled = false;
  const turn = async () => {
    if (scheduled) return round(r);
    await schedule(r);
    scheduled = true;
    return 1;
  };
  const going = (async () => {
    while (!stopped) {
      const found = await turn().catch((error) => {
        r.alarm({ job: null, error });
        return 0;
      });
      if (found === 0 && !stopped) await sleeping();
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await going;
    },
  };
}
