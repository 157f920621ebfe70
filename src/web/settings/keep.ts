/** Remembers how a visitor wants the pages: a year, in cookies that say nothing about her. */
import type { Context, MiddlewareHandler } from 'hono';
import { setCookie } from 'hono/cookie';
import { languagesWith } from '../text';
import { cookies, type Env } from '../visit';

const year = 365 * 24 * 3600;

export const keep = (c: Context<Env>, name: keyof typeof cookies, value: string): void =>
  setCookie(c, cookies[name], value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.visit.product.secure, maxAge: year });

/** A language asked for in the address is kept. */
export const keepLanguage: MiddlewareHandler<Env> = async (c, next) => {
  const asked = c.req.query('lang');
  if (asked !== undefined && languagesWith(c.var.visit.product.languages).some((l) => l.tag === asked)) keep(c, 'language', asked);
  await next();
};
