/**
 * A document handed over, as it was. Pictures open in the viewer, a PDF in the browser's own – which a sandbox would keep from starting, so it gets a
 * policy that lets nothing load or run instead; anything else is a download. The type is what its bytes say, never what a browser might guess.
 */
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { SmallPicture } from '../../app/attachments/small';
import type { deskFile } from '../../app/desk';

type Found = NonNullable<Awaited<ReturnType<typeof deskFile>>>;
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

export const isPicture = (type: string): boolean => pictures.has(type);

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export const fileAnswer = (c: Context, { bytes, size, type, name }: Found): Response =>
  c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream, 200, {
    'Content-Length': `${size}`,
    'Content-Type': isShown(type) ? type : 'application/octet-stream',
    'Content-Disposition': `${isShown(type) ? 'inline' : 'attachment'}; filename="${plainName(type)}"; filename*=UTF-8''${encoded(name)}`,
    'Content-Security-Policy': `${type === 'application/pdf' ? '' : 'sandbox; '}default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });

/** A picture made anew, small: nothing of the file itself. */
export const smallAnswer = (c: Context, { bytes, type }: SmallPicture): Response =>
  c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': type,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });

const isShown = (type: string): boolean => isPicture(type) || type === 'application/pdf';

const plainName = (type: string) => `document.${type === 'image/jpeg' ? 'jpg' : type === 'image/png' ? 'png' : type === 'application/pdf' ? 'pdf' : 'bin'}`;
/** RFC 5987: encodeURIComponent leaves a few signs that a header parameter may not hold. */
const encoded = (name: string) => encodeURIComponent(name.replace(/\p{Cs}/gu, '')).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
