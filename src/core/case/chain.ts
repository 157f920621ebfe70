/**
 * The chain of a case: every stored event carries the hash of the one before, so nobody can change, drop or slip in an event unseen.
 * hash = SHA-256 over RFC 8785 JSON of {caseId, n, at, actor, event, prev}; the first event's `prev` is 64 zeros.
 */
import { canonical } from './canonical';
import type { Recorded } from './event';

/** An event in its chain. `prev` and `hash` are lower-case hex. */
export type StoredEvent = Recorded & { caseId: string; prev: string; hash: string };

/** SHA-256 as lower-case hex; given by whoever runs the core. */
export type Hash = (bytes: Uint8Array) => string;

export const genesis = '0'.repeat(64);

/** Events made here, with their text: it is needed again a moment later, when they are stored. An event is never changed once it is made. */
const texts = new WeakMap<object, string>();

/** The text that is hashed and stored: RFC 8785 JSON. */
export const sealedText = (e: Omit<StoredEvent, 'hash'>): string => texts.get(e) ?? canonical({ caseId: e.caseId, n: e.n, at: e.at, actor: e.actor, event: e.event, prev: e.prev });

/** One event put behind `prev`. */
export function chain(caseId: string, prev: string, recorded: Recorded, hash: Hash): StoredEvent {
  const { n, at, actor, event } = recorded;
  const text = sealedText({ caseId, n, at, actor, event, prev });
  const stored = { caseId, n, at, actor, event, prev, hash: hash(new TextEncoder().encode(text)) };
  texts.set(stored, text);
  return stored;
}

/** Events in order, each behind the one before. */
export function chained(caseId: string, prev: string, recorded: readonly Recorded[], hash: Hash): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const r of recorded) events.push(chain(caseId, events.at(-1)?.hash ?? prev, r, hash));
  return events;
}

/**
 * The first thing wrong with a chain that should begin behind `prev` with number `from`, or null.
 * `hash` omitted: only the links are looked at.
 */
export function broken(events: readonly StoredEvent[], prev: string, from: number, hash?: Hash): { n: number; problem: 'gap' | 'link' | 'hash' } | null {
  let before = prev;
  let n = from;
  for (const e of events) {
    if (e.n !== n) return { n, problem: 'gap' };
    if (e.prev !== before) return { n, problem: 'link' };
    if (hash && hash(new TextEncoder().encode(sealedText(e))) !== e.hash) return { n, problem: 'hash' };
    before = e.hash;
    n += 1;
  }
  return null;
}
