/** Services that somebody may choose by themselves, and whom they are filled in for then. */
import { placedUses, type InForce, type Service } from '../../core/catalogue';

/** Where a role of a service is nobody the city knows by that name, whom the journeys mean by it; null where none says. */
const meant = (law: InForce, service: Service, role: string): string | null =>
  law.subjects.has(role) ? role : ([...law.journeys.values()].flatMap(placedUses).find((p) => p.use.use === service.id)?.use.with?.[role] ?? null);

/** A service can be filed by itself if everybody it speaks of is known, by the role's own name or as the journeys that use it mean it. */
export const standsAlone = (law: InForce, service: Service): boolean => Object.keys(service.subjects ?? {}).every((role) => meant(law, service, role) !== null);

/** Whom it is filled in for on its own, where its roles alone do not say: 参保人 is the child. */
export const filledInFor = (law: InForce, service: Service): string[] => [
  ...new Set(Object.keys(service.subjects ?? {}).flatMap((role) => (law.subjects.has(role) ? [] : [meant(law, service, role) ?? []].flat()))),
];
