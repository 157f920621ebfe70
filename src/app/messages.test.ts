import type * as v from 'valibot';
import { expect, test } from 'vitest';
import { kinds } from './schemas';
import { inChinese, translated } from '../core/catalogue/messages';

/** Every message a declaration can give, at any depth. */
function messages(node: unknown, seen = new Set<unknown>(), out = new Set<string>()): Set<string> {
  if (node === null || typeof node !== 'object' || seen.has(node)) return out;
  seen.add(node);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'message' && typeof value === 'string') out.add(value);
    else messages(value, seen, out);
  }
  return out;
}

test.each(kinds.map((k) => [k.name, k.declaration] as [string, v.GenericSchema]))('every message of %s has its Chinese', (_name, declaration) => {
  const all = messages(declaration);
  expect(all.size).toBeGreaterThan(0);
  expect([...all].filter((m) => !translated(m))).toEqual([]);
  for (const m of all) expect(inChinese(m)).toMatch(/\p{Script=Han}/u);
});
