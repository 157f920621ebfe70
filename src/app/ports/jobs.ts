/**
 * Work to be done later, behind the record: kept until it is done, tried again after a pause when it fails, and put aside as dead when it keeps failing.
 * A job is taken under a lease; whoever took it may die, and it is taken again when the lease has run out. So every job may run twice, and its effect
 * must be one that happens once: a row under a key, a message with a key.
 */
export type NewJob = {
  kind: string;
  /** The same kind and key is one job, also when it is long done. */
  key: string;
  body: unknown;
  /** Not before. */
  at: string;
};
/** `holding` tells this taking from any other: only it may say how the job went. `attempt` counts from 1. */
export type TakenJob = { id: string; kind: string; key: string; body: unknown; attempt: number; holding: number };
export type Held = Pick<TakenJob, 'id' | 'holding'>;
export type DeadJob = { id: string; kind: string; key: string; attempts: number; error: string; at: string };
/** `oldest`: since when the one that waits longest could have run. */
export type JobFigures = { kind: string; open: number; dead: number; oldest: string | null };

export interface Jobs {
  /** How many were new. */
  addJobs(jobs: readonly NewJob[]): Promise<number>;
  /** Those that may run now, longest waiting first, each for one taker until `leaseSeconds` have passed. */
  takeJobs(kinds: readonly string[], at: string, leaseSeconds: number, limit: number): Promise<TakenJob[]>;
  /** Each answers false where the job was taken by another since. */
  jobDone(job: Held, at: string): Promise<boolean>;
  /** To be run again. With an error it failed; without, it waits with a clean sheet. */
  jobLater(job: Held, at: string, error: string | null): Promise<boolean>;
  jobDead(job: Held, at: string, error: string): Promise<boolean>;
  /** Newest first. */
  deadJobs(limit: number): Promise<DeadJob[]>;
  /** A dead job begins anew; false where it is not dead. */
  retryDead(id: string, at: string): Promise<boolean>;
  /** Given up: false where it is not dead. */
  dropDead(id: string): Promise<boolean>;
  jobFigures(): Promise<JobFigures[]>;
  /** Removes what was done before the instant; its keys are free again. */
  forgetJobs(before: string, limit: number): Promise<number>;

  /**
   * Messages decided with a case become jobs of kind `notice`, oldest first, in one statement: each becomes a job once or stays where it is. Those of
   * topics nobody listens to are removed. How many were moved or removed.
   */
  drainOutbox(topics: readonly string[], at: string, limit: number): Promise<number>;
}
