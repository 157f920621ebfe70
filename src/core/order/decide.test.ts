/** Properties of answers, whatever the facts and the times: what is unknown stays unknown, and an answer changes only where something changes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour, millisOf, type Millis } from '../calendar/instant';
import { decide } from './decide';
import { boundaries, everyWindow, inForce, known } from './in-force';
import type { OrderBook } from './order';
import type { Person, Question, Test, Venue } from './question';
import { youxian } from './testing/youxian';
import { venueKinds, works } from './words';

const { book } = youxian;
const area = '430223';
const noon29 = millisOf('2021-10-29T12:00:00+08:00');
const first = millisOf('2021-10-24T00:00:00+08:00');
const last = millisOf('2021-11-03T00:00:00+08:00');
const anyTime = fc.integer({ min: first / 1000, max: last / 1000 }).map((s) => s * 1000);
const answer = (q: Question, at: Millis = noon29, of: OrderBook = book, knownAt = at) => decide(of, q, { at, knownAt }).answer;

/** Every way to choose one value for each fact. */
function* product<T>(domains: { [fact: string]: readonly T[] }): Generator<{ [fact: string]: T }> {
  const [fact, ...rest] = Object.keys(domains);
  if (fact === undefined) return void (yield {});
  for (const others of product(Object.fromEntries(rest.map((f) => [f, domains[f]!])))) for (const x of domains[fact]!) yield { ...others, [fact]: x };
}
const unknown = Symbol('unknown');
type Maybe = unknown;
const stated = (facts: { [fact: string]: Maybe }) => Object.fromEntries(Object.entries(facts).filter(([, x]) => x !== unknown));
/** Every partial set of facts with all its completions. */
function* partials(domains: { [fact: string]: readonly Maybe[] }) {
  for (const partial of product(Object.fromEntries(Object.entries(domains).map(([f, d]) => [f, [...d, unknown]])))) {
    const completions = [...product(Object.fromEntries(Object.entries(domains).map(([f, d]) => [f, partial[f] === unknown ? d : [partial[f]]])))];
    yield { facts: stated(partial), completions };
  }
}
/** What every completion gives, else undetermined. */
const agreed = (answers: string[]): string => (new Set(answers).size === 1 ? answers[0]! : 'undetermined');

describe('a missing fact is unknown: the answer is what every completion gives', () => {
  // `onDuty` and `purpose` state one fact, what the outing is for; so it is completed once.
  const errands = [{ onDuty: true }, { onDuty: false }, { purpose: 'duty' }, { purpose: 'shopping' }, { purpose: 'commute' }, { onDuty: true, purpose: 'shopping' }];
  test('going out', () => {
    const ask = ({ errand, ...facts }: { [fact: string]: unknown }) => answer({ kind: 'go-out', area, person: { ...facts, ...(errand as object) } as Person });
    let n = 0;
    for (const { facts, completions } of partials({ residentOf: ['430223', '430223100', '430224'], work: ['medical-support', 'teacher', null], errand: errands })) {
      expect(ask(facts), JSON.stringify(facts)).toBe(agreed(completions.map(ask)));
      n++;
    }
    expect(n).toBe(4 * 4 * 7);
  });

  test('leaving: while no test is known, a document is needed rather than a person asked', () => {
    const times = [noon29 - hour, noon29 - 24 * hour, noon29 - 25 * hour, noon29 + 1000];
    const ask = ({ reason, ...test }: { [fact: string]: unknown }) => answer({ kind: 'leave-area', area, person: { ...(reason !== undefined && { reason: reason as boolean }), test: test as Test } });
    for (const { facts, completions } of partials({ reason: [true, false], kind: ['nucleic-acid', 'antigen'], result: ['negative', 'positive', 'pending'], sampledAt: times, own: [true, false] }))
      expect(ask(facts), JSON.stringify(facts)).toBe(agreed(completions.map(ask)));
    for (const reason of [true, false, undefined]) expect(answer({ kind: 'leave-area', area, person: { reason } })).toBe(reason === false ? 'refused' : 'needs-document');
    for (const reason of [true, false, undefined]) expect(answer({ kind: 'leave-area', area, person: { reason, test: null } })).toBe('refused');
  });

  test('venues: and a crowd at an unlisted place is never open', () => {
    const readAsQuiet = ['pharmacy', 'convenience-store'];
    const yesNo = [true, false];
    for (const { id } of venueKinds) {
      const ask = (facts: object) => answer({ kind: 'venue', area, venue: { type: id, ...facts } as Venue });
      // The order is read as not meaning these unless a crowd is stated: that is known, not unknown.
      const crowd = readAsQuiet.includes(id) ? [false] : yesNo;
      for (const { facts, completions } of partials({ indoor: yesNo, enclosed: yesNo, urban: yesNo, crowd })) {
        expect(ask(facts), `${id} ${JSON.stringify(facts)}`).toBe(agreed(completions.map(ask)));
        expect(ask({ ...facts, crowd: true })).not.toBe('open');
      }
    }
    expect(answer({ kind: 'venue', area, venue: { crowd: false } })).toBe('undetermined');
  });
});

const anyPerson: fc.Arbitrary<Person> = fc.record(
  {
    residentOf: fc.constantFrom('430223', '430223100003', '430224', '430200', '430000', '110105'),
    presentIn: fc.constantFrom('430223', '430224', '430200'),
    work: fc.oneof(fc.constantFrom(...works.map((w) => w.id), null), fc.string({ unit: 'grapheme' })),
    onDuty: fc.boolean(),
    purpose: fc.oneof(fc.constantFrom('shopping', 'duty', 'commute'), fc.string()),
    reason: fc.boolean(),
    test: fc.option(
      fc.record(
        {
          kind: fc.constantFrom('nucleic-acid' as const, 'antigen' as const),
          result: fc.constantFrom('negative' as const, 'positive' as const, 'pending' as const),
          sampledAt: anyTime,
          own: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);
const anyVenue: fc.Arbitrary<Venue> = fc.record(
  { type: fc.oneof(fc.constantFrom(...venueKinds.map((k) => k.id)), fc.string()), indoor: fc.boolean(), enclosed: fc.boolean(), urban: fc.boolean(), crowd: fc.boolean() },
  { requiredKeys: [] },
);
const anyQuestion: fc.Arbitrary<Question> = fc.record(
  { kind: fc.constantFrom('go-out' as const, 'leave-area' as const, 'venue' as const), area: fc.constantFrom('430223', '430223100', '430224', '430200', '440100'), person: anyPerson, venue: anyVenue },
  { requiredKeys: ['kind', 'area'] },
);

describe('two times', () => {
  test('total: every question has an answer of its own kind, and one under a clause cites it', () => {
    fc.assert(
      fc.property(anyQuestion, anyTime, anyTime, (q, at, knownAt) => {
        const a = decide(book, q, { at, knownAt });
        expect(q.kind === 'venue' ? ['closed', 'open', 'undetermined'] : ['allowed', 'refused', 'needs-document', 'undetermined']).toContain(a.answer);
        expect((a.clause === null) === (a.source === null)).toBe(true);
        expect(a.clause === null).toBe(a.reason === 'no-order' || a.reason === 'area-elsewhere');
      }),
      { numRuns: 2000 },
    );
  });

  test('known before publication, it answers from the earlier order alone; before that, from none', () => {
    const [earlier, later] = book.orders;
    const onlyEarlier = { ...book, orders: [earlier!] };
    const none = { ...book, orders: [] };
    fc.assert(
      fc.property(anyQuestion, anyTime, fc.integer({ min: 1, max: 3 * 86_400 }), (q, at, seconds) => {
        expect(decide(book, q, { at, knownAt: later!.publishedAt - seconds * 1000 })).toEqual(decide(onlyEarlier, q, { at, knownAt: later!.publishedAt - seconds * 1000 }));
        expect(decide(book, q, { at, knownAt: earlier!.publishedAt - seconds * 1000 })).toEqual(decide(none, q, { at, knownAt: 0 }));
      }),
    );
    expect(known(book, later!.publishedAt)).toHaveLength(2);
  });

  test('at any instant, as known at any other, one clause of a kind holds', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (at, knownAt) => {
        const kinds = inForce(book, { at, knownAt }).map((h) => h.clause.kind);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });

  test('an answer changes only where a clause begins or ends, something is published, or a test grows too old', () => {
    const edges = boundaries(book);
    fc.assert(
      fc.property(anyQuestion, anyTime, anyTime, (q, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const sampled = q.person?.test?.sampledAt;
        const moved = [...edges, ...(sampled === undefined ? [] : [sampled, sampled + 24 * hour, sampled + 24 * hour + 1])];
        fc.pre(!moved.some((e) => from < e && e <= to));
        expect(decide(book, q, { at: from })).toEqual(decide(book, q, { at: to }));
      }),
      { numRuns: 1000 },
    );
  });

  test('every second around every edge: midnight of the 28th is in, midnight after the 31st is out', () => {
    const resident: Question = { kind: 'go-out', area, person: { residentOf: area, work: null } };
    const holds = everyWindow(book.orders)
      .filter((h) => h.clause.kind === 'stay-home')
      .map((h) => h.window);
    for (const edge of boundaries(book))
      for (let s = -5; s <= 5; s++) {
        const at = edge + s * 1000;
        expect(answer(resident, at), new Date(at).toISOString()).toBe(at >= book.orders[0]!.publishedAt && holds.some((w) => w.from <= at && at < w.to!) ? 'refused' : 'allowed');
      }
  });

  test('a wider window never allows more', () => {
    const order = book.orders[1]!;
    const withWindow = (from: Millis, to: Millis): OrderBook => ({ ...book, orders: [{ ...order, publishedAt: first, clauses: order.clauses.map((c) => ({ ...c, window: { from, to } })) }] });
    fc.assert(
      fc.property(anyQuestion, anyTime, anyTime, anyTime, fc.nat(86_400), fc.nat(86_400), (q, at, a, b, before, after) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1000];
        const narrow = answer(q, at, withWindow(from, to), last);
        const wide = answer(q, at, withWindow(from - before * 1000, to + after * 1000), last);
        if (narrow !== 'allowed' && narrow !== 'open') expect(wide).toBe(narrow);
      }),
      { numRuns: 500 },
    );
  });
});

test('100,000 answers take less than 5 seconds', () => {
  const resident: Question = { kind: 'go-out', area, person: { residentOf: area, work: null } };
  const started = performance.now();
  for (let i = 0; i < 100_000; i++) decide(book, resident, { at: first + i * 7000 });
  expect(performance.now() - started).toBeLessThan(5000);
});
