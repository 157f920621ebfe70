/**
 * Is this text, as bytes, JSON in the one form of RFC 8785? Asked without reading it into values: one pass, nothing allocated, so that a million
 * events are checked in about the time it takes to hash them. Says yes exactly when `canonical(JSON.parse(text)) === text` (canonical.ts) and the
 * bytes are UTF-8. Every function takes where a token begins and answers where it ends, or `no`.
 */
export const no = -1;

/** A member to look out for among those of one object; `from` and `to` enclose its value, `no` while it has not come. */
export type Wanted = { readonly name: Uint8Array; from: number; to: number };

/** Deeper than anything the border lets in; a text beyond it is refused. */
const deepest = 500;

const [quote, backslash, comma, colon, minus, zero, nine] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x30, 0x39];
const [brace, unbrace, bracket, unbracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const literals = [bytesOf('true'), bytesOf('false'), bytesOf('null')];

export function valueEnd(b: Uint8Array, at: number, depth = 0): number {
  switch (b[at]) {
    case quote:
      return stringEnd(b, at);
    case brace:
      return objectEnd(b, at, depth);
    case bracket:
      return listEnd(b, at, depth);
    case 0x74: // t
      return literalEnd(b, at, literals[0]!);
    case 0x66: // f
      return literalEnd(b, at, literals[1]!);
    case 0x6e: // n
      return literalEnd(b, at, literals[2]!);
    default:
      return numberEnd(b, at);
  }
}

export function objectEnd(b: Uint8Array, at: number, depth = 0, wanted?: Wanted): number {
  if (b[at] !== brace || depth > deepest) return no;
  if (b[at + 1] === unbrace) return at + 2;
  let [beforeFrom, beforeTo] = [no, no];
  for (let i = at; ; ) {
    const key = i + 1;
    const keyEnd = stringEnd(b, key);
    if (keyEnd === no || b[keyEnd] !== colon) return no;
    if (beforeFrom !== no && !follows(b, beforeFrom, beforeTo, key, keyEnd)) return no;
    i = valueEnd(b, keyEnd + 1, depth + 1);
    if (i === no) return no;
    if (wanted && isText(b, key + 1, keyEnd - 1, wanted.name)) [wanted.from, wanted.to] = [keyEnd + 1, i];
    if (b[i] === unbrace) return i + 1;
    if (b[i] !== comma) return no;
    [beforeFrom, beforeTo] = [key, keyEnd];
  }
}

function listEnd(b: Uint8Array, at: number, depth: number): number {
  if (depth > deepest) return no;
  if (b[at + 1] === unbracket) return at + 2;
  for (let i = at; ; ) {
    i = valueEnd(b, i + 1, depth + 1);
    if (i === no) return no;
    if (b[i] === unbracket) return i + 1;
    if (b[i] !== comma) return no;
  }
}

/** With its quotes. */
export function stringEnd(b: Uint8Array, at: number): number {
  if (b[at] !== quote) return no;
  for (let i = at + 1; ; ) {
    const c = b[i]!; // past the end: undefined, which is none of these
    if (c === quote) return i + 1;
    if (c === backslash) i = escapeEnd(b, i);
    else if (c >= 0x80) i = letterEnd(b, i, c);
    else if (c >= 0x20) i++;
    else return no;
    if (i === no) return no;
  }
}

/** RFC 8785 §3.2.2.2: short where JSON has a short one, else \u00 and lower-case hex, and only for what must be escaped. */
function escapeEnd(b: Uint8Array, at: number): number {
  switch (b[at + 1]) {
    case quote:
    case backslash:
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return at + 2;
    case 0x75: {
      if (b[at + 2] !== zero || b[at + 3] !== zero) return no;
      const [tens, ones] = [b[at + 4]! - zero, hexDigit(b[at + 5]!)];
      const code = tens * 16 + ones;
      const short = code === 8 || code === 9 || code === 10 || code === 12 || code === 13;
      return (tens === 0 || tens === 1) && ones !== no && !short ? at + 6 : no;
    }
    default:
      return no;
  }
}

const hexDigit = (c: number): number => (c >= zero && c <= nine ? c - zero : c >= 0x61 && c <= 0x66 ? c - 0x57 : no);

/** One letter of several bytes, as UTF-8 allows it (RFC 3629 §4): shortest form, no surrogates, not beyond U+10FFFF. */
function letterEnd(b: Uint8Array, at: number, c: number): number {
  const second = b[at + 1]!;
  if (c < 0xe0) return c >= 0xc2 && goesOn(second) ? at + 2 : no;
  if (c < 0xf0) return goesOn(second) && goesOn(b[at + 2]!) && !(c === 0xe0 && second < 0xa0) && !(c === 0xed && second > 0x9f) ? at + 3 : no;
  if (c > 0xf4 || (c === 0xf0 && second < 0x90) || (c === 0xf4 && second > 0x8f)) return no;
  return goesOn(second) && goesOn(b[at + 2]!) && goesOn(b[at + 3]!) ? at + 4 : no;
}

const goesOn = (c: number): boolean => (c & 0xc0) === 0x80;

/** Whole numbers of up to fifteen digits are seen at once; others are read and printed again (§3.2.2.3). */
function numberEnd(b: Uint8Array, at: number): number {
  const first = b[at] === minus ? at + 1 : at;
  let i = first;
  while (b[i]! >= zero && b[i]! <= nine) i++;
  if (!isNumeral(b[i])) return i > first && i - first <= 15 && (b[first] !== zero || i === at + 1) ? i : printedNumber(b, at, i);
  while (isNumeral(b[i])) i++;
  return printedNumber(b, at, i);
}

const isNumeral = (c: number | undefined): boolean => c !== undefined && ((c >= zero && c <= nine) || c === minus || c === 0x2b || c === 0x2e || c === 0x65);

function printedNumber(b: Uint8Array, from: number, to: number): number {
  const text = String.fromCharCode(...b.subarray(from, to));
  const value = Number(text);
  return text !== '' && Number.isFinite(value) && String(value) === text ? to : no;
}

function literalEnd(b: Uint8Array, at: number, literal: Uint8Array): number {
  return isText(b, at, at + literal.length, literal) ? at + literal.length : no;
}

/** Bytes `from` to `to` are exactly this text. */
export function isText(b: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (b[from + i] !== text[i]) return false;
  return true;
}

/** Key `next` comes after key `before`, by UTF-16 code units (§3.2.3). Bytes say the same as long as no letter of either is beyond U+D7FF or escaped. */
function follows(b: Uint8Array, beforeFrom: number, beforeTo: number, nextFrom: number, nextTo: number): boolean {
  for (let i = beforeFrom + 1, j = nextFrom + 1; ; i++, j++) {
    const [x, y] = [b[i]!, b[j]!];
    if (x === backslash || y === backslash || x >= 0xee || y >= 0xee) break;
    if (x !== y) return i === beforeTo - 1 ? true : j === nextTo - 1 ? false : x < y;
    if (i === beforeTo - 1) return false;
  }
  return keyText(b, beforeFrom, beforeTo) < keyText(b, nextFrom, nextTo);
}

const keyText = (b: Uint8Array, from: number, to: number): string => JSON.parse(new TextDecoder().decode(b.subarray(from, to)));
