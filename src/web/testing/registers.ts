/** Registers of a test: the demonstration's books, or one answer to every question. */
import { noRegisters } from '../../adapters/registers/none';
import { referenceBooks } from '../../adapters/registers/reference/books';
import type { RegisterAnswer, Registers } from '../../app/ports/registers';

/** `asked`: what was asked so far. `answer`: what all of them say instead of what they hold. */
export type Said = { asked: string[]; answer: RegisterAnswer | null };

export function registersOf(connected: readonly string[], said: Said): Registers {
  if (connected.length === 0) return noRegisters;
  const books = new Map(referenceBooks().map((b) => [b.id, b]));
  const id = (key: { datum: string; value: string }) => `${key.datum}=${key.value}`;
  return {
    async read({ register, key, data, evidence }) {
      said.asked.push(`${register}:${data.join()}`);
      if (said.answer) return said.answer;
      const entry = connected.includes(register) ? books.get(register)?.entries.get(id(key)) : undefined;
      if (!entry) return { state: 'none' };
      return {
        state: 'found',
        asOf: entry.asOf,
        data: Object.fromEntries(data.filter((d) => d in entry.data).map((d) => [d, entry.data[d]!])),
        evidence: evidence.filter((e) => entry.evidence.includes(e)),
      };
    },
    related: async (register, key) => (connected.includes(register) ? (books.get(register)?.related.get(id(key))?.related ?? []) : null),
    close: async () => {},
  };
}
