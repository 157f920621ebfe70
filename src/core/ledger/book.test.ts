import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, available, broken, outstanding } from './account';
import type { Entry } from './entry';
import { accountAt, type Book, emptyBook, foldEntries, post, postAll } from './book';
import { entryOf } from './sample-ledger';

const posted = (...entries: Entry[]): Book => {
  const { book, refused } = postAll(emptyBook(), entries);
  expect(refused).toEqual([]);
  return book;
};
const intent = entryOf({ kind: 'intended', amount: 3000n, ref: 'intent' });
const line = entryOf({ kind: 'credited', amount: 480n, ref: 'line' });
const codeOf = (book: Book, entry: Entry) => post(book, entry).refused?.code ?? null;

describe('the rules of the book', () => {
  test('intended, credited, drawn and repaid add up', () => {
    const { account } = posted(intent, line, entryOf({ kind: 'drawn', line: 'line', amount: 300n }), entryOf({ kind: 'repaid', line: 'line', amount: 100n }));
    expect(account).toMatchObject({ intended: 3000n, credited: 480n, drawn: 300n, repaid: 100n, currency: 'CNY' });
    expect(outstanding(account)).toBe(200n);
    expect(available(account.lines.get('line')!)).toBe(180n);
  });

  test('to the limit is allowed, one fen more is not', () => {
    const book = posted(intent, line);
    expect(codeOf(book, entryOf({ kind: 'credited', amount: 2520n }))).toBeNull();
    expect(codeOf(book, entryOf({ kind: 'credited', amount: 2521n }))).toBe('YJ827');
    expect(codeOf(book, entryOf({ kind: 'credited', amount: 2521n, over: true }))).toBeNull();
    expect(codeOf(book, entryOf({ kind: 'drawn', line: 'line', amount: 480n }))).toBeNull();
    expect(codeOf(book, entryOf({ kind: 'drawn', line: 'line', amount: 481n }))).toBe('YJ828');
    expect(codeOf(book, entryOf({ kind: 'repaid', line: 'line', amount: 1n }))).toBe('YJ829');
    expect(codeOf(book, entryOf({ kind: 'cancelled', line: 'line', amount: 481n }))).toBe('YJ830');
    expect(codeOf(book, entryOf({ kind: 'cancelled', amount: 2521n }))).toBe('YJ830');
  });

  test('an amendment that raises intent lets more credit in', () => {
    const book = posted(intent, line, entryOf({ kind: 'intended', amount: 1000n }));
    expect(codeOf(book, entryOf({ kind: 'credited', amount: 3520n }))).toBeNull();
  });

  test('what is repaid may be drawn again only from a revolving line', () => {
    const used = (revolving: boolean) =>
      posted(intent, entryOf({ kind: 'credited', amount: 100n, ref: 'r', revolving }), entryOf({ kind: 'drawn', line: 'r', amount: 100n }), entryOf({ kind: 'repaid', line: 'r', amount: 60n }));
    const again = entryOf({ kind: 'drawn', line: 'r', amount: 60n });
    expect(codeOf(used(true), again)).toBeNull();
    expect(codeOf(used(false), again)).toBe('YJ828');
  });

  test('nothing, less than nothing, another currency, an unknown line, the same reference', () => {
    const book = posted(intent, line);
    expect(codeOf(book, entryOf({ kind: 'intended', amount: 0n }))).toBe('YJ821');
    expect(codeOf(book, entryOf({ kind: 'repaid', line: 'line', amount: -5n }))).toBe('YJ821');
    expect(codeOf(book, entryOf({ kind: 'intended', amount: 5n, currency: 'EUR' }))).toBe('YJ822');
    expect(codeOf(book, entryOf({ kind: 'drawn', line: 'nowhere', amount: 5n }))).toBe('YJ826');
    expect(codeOf(book, entryOf({ kind: 'intended', amount: 5n, ref: 'intent' }))).toBe('YJ825');
  });

  test('recording never goes back, and nothing is recorded before it took effect', () => {
    const book = posted(intent, line);
    expect(codeOf(book, entryOf({ kind: 'intended', amount: 5n, at: '2021-10-26' }))).toBe('YJ824');
    expect(codeOf(book, entryOf({ kind: 'intended', amount: 5n, at: '2021-11-02', recorded: '2021-11-01' }))).toBe('YJ824');
    expect(codeOf(book, entryOf({ kind: 'intended', amount: 5n, at: '2021-10-26', recorded: '2021-11-01' }))).toBeNull();
  });

  test('an entry recorded late is known only from its own day on', () => {
    const book = posted(intent, line, entryOf({ kind: 'drawn', line: 'line', amount: 300n, at: '2021-11-01', recorded: '2021-12-01' }));
    expect(accountAt(book, '2021-11-15').drawn).toBe(300n);
    expect(accountAt(book, '2021-11-15', '2021-11-15').drawn).toBe(0n);
    expect(accountAt(book, '2021-10-31').drawn).toBe(0n);
  });

  test('a late entry that would break a later day is refused, and says which', () => {
    const book = posted(intent, line, entryOf({ kind: 'drawn', line: 'line', amount: 400n, at: '2021-12-01', ref: 'december' }));
    const { refused } = post(book, entryOf({ kind: 'drawn', line: 'line', amount: 100n, at: '2021-11-01', recorded: '2021-12-02' }));
    expect(refused).toMatchObject({ code: 'YJ828', en: expect.stringContaining('december') });
  });
});

/** Small sums and few days, so that sequences are mostly let in and still run into every rule. */
const step = fc.record({
  kind: fc.constantFrom('intended', 'credited', 'credited', 'drawn', 'drawn', 'drawn', 'repaid', 'repaid', 'cancelled' as const),
  size: fc.integer({ min: 0, max: 40 }),
  late: fc.constantFrom(0, 0, 0, 1, 3),
  pass: fc.constantFrom(0, 0, 1),
  pick: fc.nat({ max: 5 }),
  odd: fc.integer({ min: 0, max: 99 }),
});
const dayOf = (n: number) => `2021-11-0${Math.min(9, Math.max(1, n))}`;

/** `odd` now and then brings a repeated reference, another currency, no amount, an unknown line, a date that goes back. */
const ledgers = (least: number, most: number) =>
  fc.array(fc.noBias(step), { minLength: least, maxLength: most, size: 'max' }).map((steps) => {
    let today = 1;
    const lines: string[] = [];
    return steps.map(({ kind: drawn, size, late, pass, pick, odd }, i): Entry => {
      const kind = i === 0 ? 'intended' : i === 1 ? 'credited' : drawn;
      today = Math.min(9, today + pass);
      const recorded = dayOf(odd === 41 ? today - 2 : today);
      const at = dayOf(odd === 42 ? today + 1 : today - late);
      const ref = odd === 43 ? 'r0' : `r${i}`;
      const most = { intended: 90, credited: 20, drawn: 9, repaid: 6, cancelled: 6 }[kind];
      const amount = BigInt(odd === 44 ? -size : (size % most) + 1);
      const line = kind === 'cancelled' && pick > 3 ? null : odd === 45 ? 'nowhere' : (lines[pick % Math.max(1, lines.length)] ?? 'none');
      if (kind === 'credited') lines.push(ref);
      return entryOf({ kind, at: at > recorded && odd !== 42 ? recorded : at, recorded, amount, ref, line, currency: odd === 46 ? 'EUR' : 'CNY', revolving: pick % 2 === 0, over: odd > 96 });
    });
  });

const plain = (a: Account) => ({ ...a, lines: [...a.lines] });

/** Independent of the book: the sums of what it kept, counted from scratch. */
function holds(entries: readonly Entry[]): boolean {
  const sum = (of: (e: Entry) => boolean) => entries.filter(of).reduce((s, e) => s + e.amount, 0n);
  const intended = sum((e) => e.kind === 'intended') - sum((e) => e.kind === 'cancelled' && e.line === null);
  const credited = sum((e) => e.kind === 'credited') - sum((e) => e.kind === 'cancelled' && e.line !== null);
  const noted = entries.some((e) => (e.kind === 'credited' || e.kind === 'cancelled') && e.over);
  const lines = entries
    .filter((e) => e.kind === 'credited')
    .every((l) => {
      const limit = l.amount - sum((e) => e.kind === 'cancelled' && e.line === l.ref);
      const drawn = sum((e) => e.kind === 'drawn' && e.line === l.ref);
      const repaid = sum((e) => e.kind === 'repaid' && e.line === l.ref);
      return repaid >= 0n && repaid <= drawn && (l.kind === 'credited' && l.revolving ? drawn - repaid : drawn) <= limit;
    });
  return lines && intended >= 0n && (noted || credited <= intended) && new Set(entries.map((e) => e.currency)).size <= 1 && entries.every((e) => e.amount > 0n);
}

describe('whatever is posted', () => {
  test('every invariant holds on every day, as known on every day', () => {
    const seen = new Map<string, number>();
    const see = (what: string, n = 1) => void seen.set(what, (seen.get(what) ?? 0) + n);
    fc.assert(
      fc.property(ledgers(15, 30), (entries) => {
        const { book, refused } = postAll(emptyBook(), entries);
        see('kept', book.entries.length);
        for (const r of refused) see(r.refusal.code);
        expect(book.entries.length + refused.length).toBe(entries.length);
        for (let valid = 1; valid <= 9; valid++)
          for (let known = valid; known <= 9; known++) {
            const cut = book.inEffect.filter((e) => e.at <= `2021-11-0${valid}` && e.recorded <= `2021-11-0${known}`);
            expect(broken(accountAt(book, `2021-11-0${valid}`, `2021-11-0${known}`))).toEqual([]);
            expect(holds(cut)).toBe(true);
          }
      }),
      { numRuns: 800 },
    );
    // The sequences are worth something: most entries were let in, and every rule refused some.
    expect(seen.get('kept')).toBeGreaterThan(5000);
    for (const code of ['YJ821', 'YJ822', 'YJ824', 'YJ825', 'YJ826', 'YJ827', 'YJ828', 'YJ829', 'YJ830']) expect(seen.get(code), code).toBeGreaterThan(20);
  });

  test('10,000 ledgers: a refused entry leaves the book as it was, and replaying gives the same account', () => {
    fc.assert(
      fc.property(ledgers(2, 12), (entries) => {
        let book = emptyBook();
        for (const e of entries) {
          const before = plain(book.account);
          const length = book.entries.length;
          const { book: next, refused } = post(book, e);
          if (refused) {
            if (next !== book || book.entries.length !== length) return false;
            expect(plain(book.account)).toEqual(before);
          } else if (next.entries.length !== length + 1 || next.entries[length] !== e || book.entries.length !== length) return false;
          book = next;
        }
        expect(plain(foldEntries(book.inEffect))).toEqual(plain(book.account));
        expect(plain(postAll(emptyBook(), entries).book.account)).toEqual(plain(book.account));
        return holds(book.entries);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});

test('what 100,000 entries held on a day is answered within a tenth of a second', () => {
  const days = (i: number) => `20${22 + Math.floor(i / 28_000)}-${String((Math.floor(i / 2400) % 12) + 1).padStart(2, '0')}-${String((Math.floor(i / 100) % 24) + 1).padStart(2, '0')}`;
  const entries = Array.from({ length: 100_000 }, (_, i) => {
    const at = days(i - (i % 100));
    const [kind, of] =
      i < 2 ? (['intended', null] as const) : i < 100 ? (['credited', null] as const) : i % 2 ? (['repaid', `l${2 + (((i - 1) / 2) % 98)}`] as const) : (['drawn', `l${2 + ((i / 2) % 98)}`] as const);
    return entryOf({ kind, at: i < 100 ? '2021-10-27' : at, amount: i < 2 ? 10n ** 15n : i < 100 ? 10n ** 9n : 7n, ref: i < 100 ? `l${i}` : `e${i}`, line: of });
  }).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const { book } = postAll(emptyBook(), entries);
  expect(book.entries.length).toBeGreaterThan(90_000);
  accountAt(book, '2023-06-01');
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    accountAt(book, '2024-06-01', '2024-06-01');
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(100);
});
