/** What is in the list: journeys and services in a cookie of this visit; whatever the catalogue does not know is dropped. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { placedUses, type InForce, type Service } from '../../core/catalogue';
import type { Env } from '../visit';

export const most = 20;
const name = 'yj-list';

/** The items a text names, `newborn~food-licence`. */
export const itemsIn = (law: InForce, text: string): string[] => [...new Set(text.split('~'))].filter((id) => law.services.has(id) || law.journeys.has(id)).slice(0, most);

export const listIn = (c: Context, law: InForce): string[] => itemsIn(law, getCookie(c, name) ?? '');
export const chosen = (c: Context<Env>): readonly string[] => c.var.visit.list;

export const keepChosen = (c: Context<Env>, ids: readonly string[]): void => setCookie(c, name, ids.join('~'), { path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.visit.product.secure });

/** Where a role of a service is nobody the city knows by that name, whom the journeys mean by it; null where none says. */
const meant = (law: InForce, service: Service, role: string): string | null =>
  law.subjects.has(role) ? role : ([...law.journeys.values()].flatMap(placedUses).find((p) => p.use.use === service.id)?.use.with?.[role] ?? null);

/** A service can be filed by itself if everybody it speaks of is known, by the role's own name or as the journeys that use it mean it. */
export const standsAlone = (law: InForce, service: Service): boolean => Object.keys(service.subjects ?? {}).every((role) => meant(law, service, role) !== null);

/** Whom it is filled in for on its own, where its roles alone do not say: 参保人 is the child. */
export const filledInFor = (law: InForce, service: Service): string[] => [
  ...new Set(Object.keys(service.subjects ?? {}).flatMap((role) => (law.subjects.has(role) ? [] : [meant(law, service, role) ?? []].flat()))),
];
