/**
 * JSON in the one form of RFC 8785 (JSON Canonicalization Scheme), so that equal values have equal bytes and a hash can stand for them.
 * Numbers as ECMAScript prints them (§3.2.2.3), members sorted by UTF-16 code units (§3.2.3), nothing between tokens.
 * What JSON cannot say exactly – NaN, lone surrogates (§3.2.2.2), dates, maps, `undefined` in a list – is refused, never guessed.
 * A member that is `undefined` is absent, as in JSON.stringify.
 */
export class NotCanonical extends Error {
  override name = 'NotCanonical';
}

/** @throws NotCanonical when `value` is not plain JSON data. */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(`not a JSON number: ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? list(value) : object(value);
    default:
      throw new NotCanonical(`not JSON data: ${typeof value}`);
  }
}

/** The bytes that are hashed: UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array => new TextEncoder().encode(canonical(value));

function list(items: readonly unknown[]): string {
  let out = '[';
  for (let i = 0; i < items.length; i++) out += (i === 0 ? '' : ',') + canonical(items[i]);
  return `${out}]`;
}

function object(value: object): string {
  const kind = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) throw new NotCanonical(`not a plain object: ${kind?.constructor?.name}`);
  const members = value as Record<string, unknown>;
  let out = '{';
  for (const key of sorted(Object.keys(members))) {
    if (members[key] !== undefined) out += `${out === '{' ? '' : ','}${text(key)}:${canonical(members[key])}`;
  }
  return `${out}}`;
}

/** By UTF-16 code units, as `<` compares. By insertion: objects are small and often sorted already, and then this is several times as fast as `sort`. */
function sorted(keys: string[]): string[] {
  if (keys.length > 24) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i - 1;
    for (; j >= 0 && keys[j]! > key; j--) keys[j + 1] = keys[j]!;
    keys[j + 1] = key;
  }
  return keys;
}

/** Most strings hold none of these and are their own JSON; asking first is several times as fast as JSON.stringify. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those JSON must escape
const special = /["\\\u0000-\u001f\ud800-\udfff]/;
/** Only a lone surrogate is a code point of category Cs in a `u` expression. */
const loneSurrogate = /\p{Cs}/u;

function text(value: string): string {
  if (!special.test(value)) return `"${value}"`;
  if (loneSurrogate.test(value)) throw new NotCanonical('a string holds a lone surrogate');
  return JSON.stringify(value);
}
