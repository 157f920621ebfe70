/** Names of what rows hold by id. */
import type { InForce, Label } from '../../core/catalogue';
import type { Visit } from '../visit';

const plain = (id: string): Label => ({ zh: id, en: id });

export const serviceLabel = (law: InForce, id: string): Label => law.services.get(id)?.name ?? plain(id);
export const journeyLabel = (law: InForce, id: string): Label => law.journeys.get(id)?.name ?? plain(id);
export const registerLabel = (law: InForce, id: string): Label => law.registers.get(id)?.name ?? plain(id);
export const subjectLabel = (law: InForce, id: string): Label | null => law.subjects.get(id)?.label ?? null;

/** `mother.name` without any case at hand: the label of the datum, behind that of its subject. */
export function conceptLabel(law: InForce, concept: string): Label {
  const dot = concept.indexOf('.');
  const subject = law.subjects.get(concept.slice(0, dot));
  const datum = subject && law.data.get(subject.entity)?.get(concept.slice(dot + 1));
  if (!datum) return plain(concept);
  return subject.label ? { zh: `${subject.label.zh}的${datum.label.zh}`, en: `${subject.label.en}: ${datum.label.en}` } : datum.label;
}

/** An officer by name where the sign-in can tell, else by id. */
export const nameOf = (v: Visit, id: string): string => v.product.identity.samples().find((p) => p.id === id)?.name ?? id;
