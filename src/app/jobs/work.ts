/** What may be done for later: one entry per kind of job. A handler may run twice for one job; what it does must happen once all the same. */
import type { TakenJob } from '../ports/jobs';

/** `later`: not now, and that is no failure. `failed`: again after a pause; with `giveUp`, never again. */
export type Went = 'done' | { later: string } | { failed: string; giveUp?: true };

export type Work = {
  handle(job: TakenJob): Promise<Went>;
  /** Seconds until the job is taken for abandoned. */
  lease: number;
  /** Tries before it is dead, and the pause after the first failure; each later one is twice as long, up to `mostPause`. Seconds. */
  tries: number;
  firstPause: number;
  mostPause: number;
  /** Runs again and again, so many seconds after it ended, and is never dead. */
  every?: number;
  /** Gave up: what waits for it is told. */
  died?(job: TakenJob): Promise<void>;
};
export type Works = { readonly [kind: string]: Work };

/** Fails for hours before anybody must look: 30 s, 1 min, 2 min … in all about four hours. */
export const patient = { lease: 120, tries: 10, firstPause: 30, mostPause: 7200 };

export const repeated = (every: number, handle: () => Promise<unknown>): Work => ({
  handle: async () => {
    await handle();
    return 'done';
  },
  every,
  lease: 600,
  tries: Number.POSITIVE_INFINITY,
  firstPause: every,
  mostPause: 900,
});

/** @param attempt from 1; `chance` in [0, 1): up to a fifth longer, so that what failed together does not come back together. Seconds. */
export const pauseAfter = (work: Pick<Work, 'firstPause' | 'mostPause'>, attempt: number, chance: number): number => Math.min(work.firstPause * 2 ** (attempt - 1), work.mostPause) * (1 + chance / 5);
