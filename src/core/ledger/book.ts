/**
 * The append-only book of an account. Entries come in the order they were recorded; each also has the day it took effect, which may lie
 * earlier. What the book held at any day, as known on any day, is a fold of part of it – and every such fold keeps the account's rules,
 * because an entry that would break one at any day from its own on is refused. A refused entry changes nothing.
 */
import { type Account, apply, check, emptyAccount } from './account';
import type { Entry } from './entry';
import { type Refusal, refusals } from './refusal';

export type Book = {
  /** As recorded. */
  readonly entries: readonly Entry[];
  /** As they took effect; of one day, as recorded. */
  readonly inEffect: readonly Entry[];
  readonly account: Account;
  readonly refs: ReadonlySet<string>;
};

export const emptyBook = (): Book => ({ entries: [], inEffect: [], account: emptyAccount(), refs: new Set() });

export type Posted = { book: Book; refused: null } | { book: Book; refused: Refusal };

/** The book with one entry more, or the same book and why not. */
export function post(book: Book, entry: Entry): Posted {
  const { book: next, refused } = postAll(book, [entry]);
  const [first] = refused;
  return first ? { book, refused: first.refusal } : { book: next, refused: null };
}

/** Posts in order; each refused entry is left out and the next is tried, so that an author sees every fault at once. */
export function postAll(book: Book, entries: readonly Entry[]): { book: Book; refused: { entry: Entry; refusal: Refusal }[] } {
  const kept = [...book.entries];
  let inEffect = [...book.inEffect];
  let account = copy(book.account);
  const refs = new Set(book.refs);
  const refused: { entry: Entry; refusal: Refusal }[] = [];
  for (const entry of entries) {
    const last = kept.at(-1);
    const late = entry.at < (inEffect.at(-1)?.at ?? '');
    const refusal = refs.has(entry.ref)
      ? refusals.twice(entry)
      : entry.at > entry.recorded || (last && entry.recorded < last.recorded)
        ? refusals.reversed(entry, last?.recorded)
        : late
          ? checkLate(inEffect, entry)
          : check(account, entry);
    if (refusal) {
      refused.push({ entry, refusal });
      continue;
    }
    kept.push(entry);
    refs.add(entry.ref);
    if (late) {
      inEffect = inserted(inEffect, entry);
      account = foldEntries(inEffect);
    } else {
      inEffect.push(entry);
      apply(account, entry);
    }
  }
  return { book: { entries: kept, inEffect, account, refs }, refused };
}

/** An entry that took effect earlier must leave every later day whole, not only its own. */
function checkLate(inEffect: readonly Entry[], entry: Entry): Refusal | null {
  const account = emptyAccount();
  for (const e of inserted(inEffect, entry)) {
    const refusal = check(account, e);
    if (refusal) return e === entry ? refusal : refusals.breaksLater(entry, e, refusal);
    apply(account, e);
  }
  return null;
}

function inserted(inEffect: readonly Entry[], entry: Entry): Entry[] {
  const after = inEffect.findLastIndex((e) => e.at <= entry.at) + 1;
  return [...inEffect.slice(0, after), entry, ...inEffect.slice(after)];
}

/** Folds entries a book has let in. */
export function foldEntries(entries: Iterable<Entry>): Account {
  const account = emptyAccount();
  for (const e of entries) apply(account, e);
  return account;
}

/** What was in effect on a day, as known on another; by default all that is known now. */
export const accountAt = (book: Book, day: string, knownOn = '9999-12-31'): Account => foldEntries(book.inEffect.filter((e) => e.at <= day && e.recorded <= knownOn));

const copy = (a: Account): Account => ({ ...a, lines: new Map([...a.lines].map(([ref, l]) => [ref, { ...l }])) });
