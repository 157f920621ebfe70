/**
 * A document handed over, as it was: inline only for pictures, everything else as a download. Whatever it holds, the browser runs nothing of it.
 */
import type { Context } from 'hono';
import type { deskFile } from '../../app/desk';

type Found = NonNullable<Awaited<ReturnType<typeof deskFile>>>;
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export const fileAnswer = (c: Context, { bytes, type, name }: Found): Response =>
  c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': pictures.has(type) || type === 'application/pdf' ? type : 'application/octet-stream',
    'Content-Disposition': `${pictures.has(type) ? 'inline' : 'attachment'}; filename="${plainName(type)}"; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });

const plainName = (type: string) => `document.${type === 'image/jpeg' ? 'jpg' : type === 'image/png' ? 'png' : type === 'application/pdf' ? 'pdf' : 'bin'}`;
/** RFC 5987: encodeURIComponent leaves a few signs that a header parameter may not hold. */
const encoded = (name: string) => encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
