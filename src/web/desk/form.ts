/** Forms of the desk as they arrive: texts only, bounded, and the two fields every one of them carries. Anything else is a 400, never a 500. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** `key`: made when the form is shown, so that a form counts once. `seen`: the step's moments at that time. */
export type Stamp = { key: string; seen: number };
export type Posted = Stamp & { text(name: string): string; ticked(name: string): readonly string[] };

export const newStamp = (seen: number): Stamp => ({ key: randomUUID(), seen });

const mostFields = 500;

/** @throws HTTPException 400 */
export async function posted(c: Context): Promise<Posted> {
  const form = await c.req.formData().catch(() => null);
  const fields = new Map<string, string[]>();
  for (const [name, value] of form ?? []) {
    if (typeof value !== 'string' || fields.size > mostFields) throw new HTTPException(400);
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  const text = (name: string) => (fields.get(name)?.[0] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  const key = text('key');
  const seen = text('seen');
  if (!/^[\w-]{16,64}$/.test(key) || !/^\d{1,6}$/.test(seen)) throw new HTTPException(400);
  return { key, seen: Number(seen), text, ticked: (name) => fields.get(name) ?? [] };
}

/** Why a text of an officer cannot be kept, or null. */
export function textFault(text: string, most = 1000): 'long' | 'characters' | null {
  if ([...text].length > most) return 'long';
  return /(?!\n|\t)\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u.test(text) ? 'characters' : null;
}

/** A form without a stamp: it sets something, and setting it twice is setting it once. Texts that cannot be kept come back empty. @throws HTTPException 400 */
export async function plainPost(c: Context): Promise<{ text(name: string, most?: number): string; all(name: string): string[] }> {
  const form = await c.req.formData().catch(() => null);
  if (!form) throw new HTTPException(400);
  const all = (name: string) => form.getAll(name).flatMap((x) => (typeof x === 'string' ? [x.normalize('NFC').replace(/\r\n?/g, '\n').trim()] : []));
  return {
    all,
    text: (name, most = 1000) => {
      const text = all(name)[0] ?? '';
      return textFault(text, most) ? '' : text;
    },
  };
}
