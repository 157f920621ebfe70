/** What is in the list: journeys and services in a cookie of this visit; whatever the catalogue does not know is dropped. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { InForce, Service } from '../../core/catalogue';
import type { Env } from '../visit';

export const most = 20;
const name = 'yj-list';

/** The items a text names, `newborn~food-licence`. */
export const itemsIn = (law: InForce, text: string): string[] => [...new Set(text.split('~'))].filter((id) => law.services.has(id) || law.journeys.has(id)).slice(0, most);

export const listIn = (c: Context, law: InForce): string[] => itemsIn(law, getCookie(c, name) ?? '');
export const chosen = (c: Context<Env>): readonly string[] => c.var.visit.list;

export const keepChosen = (c: Context<Env>, ids: readonly string[]): void => setCookie(c, name, ids.join('~'), { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.visit.product.secure });

/** A service can be filed by itself only if everybody it speaks of is known without a journey that says who that is. */
export const standsAlone = (law: InForce, service: Service): boolean => Object.keys(service.subjects ?? {}).every((role) => law.subjects.has(role));
