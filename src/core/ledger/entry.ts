/** What is entered into the book of one agreement: money in fen, never less than nothing. */
import type { Fen } from './fen';

type Common = { ref: string; at: string; recorded: string; amount: Fen; currency: string; agreement?: string; for?: string | undefined };
export type Entry =
  | ({ kind: 'intended' } & Common)
  | ({ kind: 'credited'; revolving: boolean; instrument?: string | undefined; shares: readonly { party: string; share: number }[]; over: boolean } & Common)
  | ({ kind: 'drawn' | 'repaid'; line: string } & Common)
  | ({ kind: 'cancelled'; line: string | null; over: boolean } & Common);
