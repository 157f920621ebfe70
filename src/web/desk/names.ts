/** Names of what rows hold by id. */
import type { InForce, Label } from '../../core/catalogue';
import type { Visit } from '../visit';

const plain = (id: string): Label => ({ zh: id, en: id });

export const serviceLabel = (law: InForce, id: string): Label => law.services.get(id)?.name ?? plain(id);
export const journeyLabel = (law: InForce, id: string): Label => law.journeys.get(id)?.name ?? plain(id);
export const registerLabel = (law: InForce, id: string): Label => law.registers.get(id)?.name ?? plain(id);

/** An officer by name where the sign-in can tell, else by id. */
export const nameOf = (v: Visit, id: string): string => v.product.identity.samples().find((p) => p.id === id)?.name ?? id;
