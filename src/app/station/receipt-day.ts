/**
 * The day a filing counts from. A village or paper filing takes the date of the receipt the principal signed; a clock that was wrong, or a date made
 * up, moves it by no more than four days: the acceptance period is five working days, so that it can never have run out before the filing arrives.
 */
export const receiptDays = 4;
const day = 86_400_000;
/** How far a device's clock may be ahead. */
const ahead = 10 * 60_000;

export type ReceiptDay = { on: string; because: 'signed' | 'too-old' | 'in-the-future' };

/** @param signedAt as the device wrote it; `now` as the city's clock has it, with its offset */
export function receiptDay(signedAt: string, now: string): ReceiptDay {
  const [signed, arrived] = [Date.parse(signedAt), Date.parse(now)];
  if (signed > arrived + ahead) return { on: now, because: 'in-the-future' };
  if (signed < arrived - receiptDays * day) return { on: now, because: 'too-old' };
  return { on: signed > arrived ? now : local(signedAt, now.slice(-6)), because: 'signed' };
}

/** The same instant with the city's offset. */
function local(instant: string, offset: string): string {
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return `${new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, 19)}${offset}`;
}
