/** Answers compressed for whoever takes gzip, whole and away from the main thread; what comes little by little (event streams) is left as it is. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/compress';
import { parseAccept } from 'hono/utils/accept';

const packed = promisify(gzip);
/** Below this a package more on the wire costs as much as the bytes. */
const least = 1024;

export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, status } = c.res;
  if (headers.has('content-encoding') || !COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers.get('content-type') ?? '')) return;
  headers.append('Vary', 'Accept-Encoding');
  if (c.req.method === 'HEAD' || !takesGzip(c.req.header('accept-encoding'))) return;
  const whole = new Uint8Array(await c.res.arrayBuffer());
  if (whole.length < least) return replace(c, whole, status, headers);
  headers.set('Content-Encoding', 'gzip');
  headers.delete('Content-Length');
  replace(c, await packed(whole), status, headers);
};

/** Two steps: given an answer, Hono copies the headers of the one before onto the next. */
function replace(c: Parameters<MiddlewareHandler>[0], body: Uint8Array, status: number, headers: Headers): void {
  c.res = undefined;
  c.res = new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
}

function takesGzip(header: string | undefined): boolean {
  if (header === undefined) return false;
  if (/^gzip\b(?!;)/.test(header)) return true;
  const accepts = parseAccept(header);
  return (accepts.find((a) => a.type.toLowerCase() === 'gzip') ?? accepts.find((a) => a.type === '*'))?.q !== 0 && accepts.some((a) => a.type.toLowerCase() === 'gzip' || a.type === '*');
}
