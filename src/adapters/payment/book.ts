/** The demonstration till's own book, apart from the product's store as a real provider's would be: one JSON line per happening, read again at start. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PaymentOrder } from '../../app/ports/payments';

export type Entry = {
  order: PaymentOrder;
  reference: string;
  state: 'open' | 'paid' | 'failed' | 'cancelled';
  at: string;
  refunds: { [refund: string]: { reference: string; amount: number } };
};
export type Book = { get(key: string): Promise<Entry | undefined>; byReference(reference: string): Promise<Entry | undefined>; put(entry: Entry): Promise<void> };

/** @param file null keeps it in memory only. */
export function openBook(file: string | null): Book {
  const entries = new Map<string, Entry>();
  const read = (async () => {
    const text = file === null ? '' : await readFile(file, 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      // A line cut off by a crash was never answered for.
      const entry = parsed(line);
      if (entry) entries.set(entry.order.key, entry);
    }
  })();
  return {
    get: async (key) => {
      await read;
      return entries.get(key);
    },
    byReference: async (reference) => {
      await read;
      return [...entries.values()].find((e) => e.reference === reference);
    },
    put: async (entry) => {
      await read;
      if (file !== null) {
        await mkdir(dirname(file), { recursive: true });
        await appendFile(file, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
      }
      entries.set(entry.order.key, entry);
    },
  };
}

function parsed(line: string): Entry | null {
  try {
    return line ? (JSON.parse(line) as Entry) : null;
  } catch {
    return null;
  }
}
