/** A posted form as it was typed: read once, never trusted. What cannot be read as a form is a bad request, not a fault of ours. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

export type Form = {
  /** The last value of a field, '' when there is none. */
  text(name: string): string;
  all(name: string): string[];
  /** Null when nothing was chosen. */
  file(name: string): File | null;
  files(name: string): File[];
  names: string[];
  /** Version of the draft or case the form was made from; NaN when it says none. */
  version: number;
};

/** @throws HTTPException 400 */
export async function formOf(c: Context): Promise<Form> {
  const type = c.req.header('content-type') ?? '';
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data')) throw new HTTPException(400);
  const data =
    type === ''
      ? new FormData()
      : await c.req.formData().catch(() => {
          throw new HTTPException(400);
        });
  const all = (name: string) => data.getAll(name).filter((x): x is string => typeof x === 'string');
  const files = (name: string) => data.getAll(name).filter((x): x is File => typeof x !== 'string' && (x.size > 0 || x.name !== ''));
  const text = (name: string) => all(name).at(-1) ?? '';
  return { text, all, files, file: (name) => files(name).at(-1) ?? null, names: [...new Set(data.keys())], version: /^\d{1,9}$/.test(text('version')) ? Number(text('version')) : Number.NaN };
}
