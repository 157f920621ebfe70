/**
 * How long a register is waited for and when it is left alone. Outermost first: the whole call has a budget, few calls run at once, five calls
 * failing in a row open the breaker (a sampling breaker never opens on a register that is asked rarely), and only what may pass – transport, 5xx,
 * time – is tried again. An answer that cannot be read is not asked for twice and does not open the breaker.
 */
import {
  bulkhead,
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';

/** Times in milliseconds. */
export type Patience = {
  /** The whole call, retries and queueing included. */
  budgetMs: number;
  attemptMs: number;
  retries: number;
  backoffMs: number;
  atOnce: number;
  queued: number;
  /** Failed calls in a row that open the breaker, and how long it stays open. */
  failures: number;
  restMs: number;
};

/** Someone waits for the page. One attempt may use the whole budget; a quick failure leaves time for another. */
export const interactive: Patience = { budgetMs: 2000, attemptMs: 2000, retries: 1, backoffMs: 50, atOnce: 16, queued: 32, failures: 5, restMs: 10_000 };
/** Nobody waits. */
export const background: Patience = { budgetMs: 45_000, attemptMs: 10_000, retries: 3, backoffMs: 1000, atOnce: 4, queued: 200, failures: 5, restMs: 60_000 };

/** The register could not be reached or failed: the next attempt may succeed. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}
/** The register answered and the answer cannot be used: asking again would not help. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

export type Refusal = 'unreachable' | 'unreadable' | 'resting' | 'busy';
export type Careful = <T>(attempt: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) => Promise<{ got: T } | { refusal: Refusal }>;

/**
 * A policy keeps state (breaker, bulkhead): one per register.
 * Cancelled tasks are told by class: `isTaskCancelledError` of cockatiel 3.2.1 looks for the mark of a full bulkhead instead.
 */
export function careful(p: Patience): Careful {
  const passing = handleWhen((e) => e instanceof Unreachable || e instanceof TaskCancelledError);
  const policy = wrap(
    timeout(p.budgetMs, TimeoutStrategy.Aggressive),
    bulkhead(p.atOnce, p.queued),
    circuitBreaker(passing, { halfOpenAfter: p.restMs, breaker: new ConsecutiveBreaker(p.failures) }),
    // The budget again, so that the breaker hears of a call the moment it is over and not when the last retry gives up.
    timeout(p.budgetMs, TimeoutStrategy.Aggressive),
    retry(passing, { maxAttempts: p.retries, backoff: new ConstantBackoff(p.backoffMs) }),
    timeout(p.attemptMs, TimeoutStrategy.Aggressive),
  );
  return async (attempt, signal) => {
    try {
      return { got: await policy.execute((context) => attempt(context.signal), signal) };
    } catch (e) {
      if (e instanceof Unreachable || e instanceof TaskCancelledError) return { refusal: 'unreachable' };
      if (e instanceof Unreadable) return { refusal: 'unreadable' };
      if (isBrokenCircuitError(e)) return { refusal: 'resting' };
      if (isBulkheadRejectedError(e)) return { refusal: 'busy' };
      throw e;
    }
  };
}
