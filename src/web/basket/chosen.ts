/** What is in the list of this visit, and putting something else in it. */
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Env } from '../visit';
import { cookieName } from './list-cookie';

export const chosen = (c: Context<Env>): readonly string[] => c.var.visit.list;

export const keepChosen = (c: Context<Env>, ids: readonly string[]): void =>
  setCookie(c, cookieName, ids.join('~'), { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.visit.product.secure });
