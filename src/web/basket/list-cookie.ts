/** The list as a cookie keeps it: journeys and services by id; whatever the catalogue does not know is dropped. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { InForce } from '../../core/catalogue';

export const most = 20;
export const cookieName = 'yj-list';

/** The items a text names, `newborn~food-licence`. */
export const itemsIn = (law: InForce, text: string): string[] => [...new Set(text.split('~'))].filter((id) => law.services.has(id) || law.journeys.has(id)).slice(0, most);

export const listIn = (c: Context, law: InForce): string[] => itemsIn(law, getCookie(c, cookieName) ?? '');
