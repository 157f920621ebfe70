import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { broken, chain, chained, genesis, sealedText, type StoredEvent } from './chain';
import type { Recorded } from './event';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const clerk = { id: 'u1', name: '欧阳·阿依古丽', capacity: 'officer' as const, authority: 'lukou-market' };
const recorded: Recorded[] = [
  { n: 1, at: '2026-03-02T09:00:00+08:00', actor: clerk, event: { type: 'review-started', step: 'a' } },
  { n: 2, at: '2026-03-02T09:05:00+08:00', actor: clerk, event: { type: 'refused', step: 'a', reasons: ['𠮷'] } },
  { n: 3, at: '2026-03-02T09:06:00+08:00', actor: clerk, event: { type: 'closed', outcome: 'refused' } },
];

describe('the chain of a case', () => {
  it('hashes the RFC 8785 text of the event with its place', () => {
    const first = chain('7', genesis, recorded[0]!, sha256);
    const text = `{"actor":{"authority":"lukou-market","capacity":"officer","id":"u1","name":"欧阳·阿依古丽"},"at":"2026-03-02T09:00:00+08:00","caseId":"7","event":{"step":"a","type":"review-started"},"n":1,"prev":"${'0'.repeat(64)}"}`;
    expect(sealedText(first)).toBe(text);
    expect(first.hash).toBe(sha256(new TextEncoder().encode(text)));
  });

  it('links each event to the one before', () => {
    const events = chained('7', genesis, recorded, sha256);
    expect(events.map((e) => e.prev)).toEqual([genesis, events[0]!.hash, events[1]!.hash]);
    expect(broken(events, genesis, 1, sha256)).toBeNull();
  });

  it.each<[string, (events: StoredEvent[]) => StoredEvent[], { n: number; problem: string }]>([
    ['a changed word', ([a, b, c]) => [a!, { ...b!, event: { type: 'refused', step: 'a', reasons: ['吉'] } }, c!], { n: 2, problem: 'hash' }],
    ['a missing event', ([a, , c]) => [a!, c!], { n: 2, problem: 'gap' }],
    ['a renumbered event', ([a, , c]) => [a!, { ...c!, n: 2 }], { n: 2, problem: 'link' }],
    ['another case', ([a, b, c]) => [{ ...a!, caseId: '8' }, b!, c!], { n: 1, problem: 'hash' }],
  ])('shows %s', (_, change, found) => expect(broken(change(chained('7', genesis, recorded, sha256)), genesis, 1, sha256)).toEqual(found));
});
