/** What stands before every page: headers that forbid anything foreign, bounded bodies, and no unsafe request from another site. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Product } from '../app/product';
import { compressed } from './compressed';
import { refused, tooLarge } from './errors';
import { keepLanguage } from './settings/keep';
import type { Env } from './visit';

/** A form of text, and a form with photos. */
const plainBytes = 256 * 1024;
const filesBytes = 32 * 1024 * 1024;

export const guards = (product: Product): MiddlewareHandler<Env>[] => [headers(product), privately, compressed, sameOrigin, limits, keepLanguage];

const headers = (product: Product) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      // A form may lead on to the page on which to pay.
      formAction: ["'self'", ...(product.payments.origin ? [product.payments.origin] : [])],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [], payment: [], usb: [] },
    // A handed-over file brings a stricter policy of its own.
    overwrite: false,
    strictTransportSecurity: product.secure ? 'max-age=31536000' : false,
  });

/** Pages differ by cookie and language, so only `/assets/` is for sharing; what a signed-in person sees, or anybody on a shared computer, is not kept at all. */
const privately: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  // Not `c.header`: after the answer is made it makes the whole answer anew.
  const { headers } = c.res;
  if (!headers.has('cache-control')) headers.set('Cache-Control', c.var.visit.token === null && !c.var.visit.shared ? 'private, no-cache' : 'no-store');
  headers.append('Vary', 'Cookie, Accept-Language');
};

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers say where an unsafe request comes from. A request that says nothing is not from a browser page; SameSite cookies cover the old ones. */
const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  if (safe.has(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreign = site !== undefined ? site !== 'same-origin' && site !== 'none' : origin !== undefined && hostOf(origin) !== hostOf(c.req.url);
  return foreign ? refused(c) : next();
};

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

const plain = bodyLimit({ maxSize: plainBytes, onError: tooLarge });
const files = bodyLimit({ maxSize: filesBytes, onError: tooLarge });
/** A request that may have no body is not looked into for one. */
const limits: MiddlewareHandler<Env> = (c, next) => (safe.has(c.req.method) ? next() : (c.req.header('content-type') ?? '').startsWith('multipart/form-data') ? files(c, next) : plain(c, next));
