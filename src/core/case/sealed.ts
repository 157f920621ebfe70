/**
 * The sealed text of an event (chain.ts) read as the bytes that were hashed, for the audit: what the row around it must agree with, and whether all of
 * it is RFC 8785 JSON of {actor, at, caseId, event, n, prev} and nothing else. Canonical order leaves these members one layout.
 */
import { isText, no, objectEnd, stringEnd, valueEnd, type Wanted } from './canonical-bytes';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const [actor, at, caseId, event, n, prev, end] = ['{"actor":', ',"at":', ',"caseId":', ',"event":', ',"n":', ',"prev":', '}'].map(bytesOf) as Seven;
type Seven = [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const type = bytesOf('type');

/** Where the values stand, quotes left out: for `at`, `caseId`, `type`, `n` and `prev` from … to. One is made and used again. */
export type Places = { atFrom: number; atTo: number; caseFrom: number; caseTo: number; typeFrom: number; typeTo: number; nFrom: number; nTo: number; prevFrom: number; prevTo: number };

export const noPlaces = (): Places => ({ atFrom: no, atTo: no, caseFrom: no, caseTo: no, typeFrom: no, typeTo: no, nFrom: no, nTo: no, prevFrom: no, prevTo: no });

/** Fills `places`; false when bytes `from` to `to` are not a sealed event. */
export function readSealed(b: Uint8Array, from: number, to: number, places: Places): boolean {
  const wanted: Wanted = { name: type, from: no, to: no };
  let i = after(b, from, actor);
  i = i === no ? no : after(b, objectEnd(b, i), at);
  if (i === no) return false;
  places.atFrom = i + 1;
  i = stringEnd(b, i);
  places.atTo = i - 1;
  i = after(b, i, caseId);
  if (i === no) return false;
  places.caseFrom = i + 1;
  i = stringEnd(b, i);
  places.caseTo = i - 1;
  i = after(b, i, event);
  i = i === no ? no : after(b, objectEnd(b, i, 0, wanted), n);
  if (i === no || wanted.from === no || b[wanted.from] !== 0x22) return false;
  [places.typeFrom, places.typeTo] = [wanted.from + 1, wanted.to - 1];
  places.nFrom = i;
  i = valueEnd(b, i);
  places.nTo = i;
  i = after(b, i, prev);
  if (i === no) return false;
  places.prevFrom = i + 1;
  i = stringEnd(b, i);
  places.prevTo = i - 1;
  return after(b, i, end) === to;
}

/** Behind this text, if it stands at `i`. */
const after = (b: Uint8Array, i: number, text: Uint8Array): number => (i !== no && isText(b, i, i + text.length, text) ? i + text.length : no);
