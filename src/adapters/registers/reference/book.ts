/** A book is what one register holds: a record per key, and who is related to whom. Which data a book has is the city's declaration (concepts/*.yaml). */
import type { Related } from '../../../app/ports/registers';
import type { Key } from '../wire';

export type Scalar = string | number | boolean | null;
export type Entry = { about: Key; data: { [datum: string]: Scalar }; evidence: string[]; asOf: string };
export type Book = {
  id: string;
  entries: Map<string, Entry>;
  related: Map<string, { about: Key; related: Related[] }>;
};

export const keyText = (key: Key): string => `${key.datum}=${key.value}`;

export function book(id: string, entries: Entry[], related: { about: Key; related: Related[] }[] = []): Book {
  return { id, entries: new Map(entries.map((e) => [keyText(e.about), e])), related: new Map(related.map((r) => [keyText(r.about), r])) };
}

/** Any entry but this one: what a register that mixes up its records would send. */
export function someoneElse(book: Book, key: Key): Entry | undefined {
  for (const [text, entry] of book.entries) if (text !== keyText(key)) return entry;
  return undefined;
}
