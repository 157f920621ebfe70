/** How a case reads to people: names instead of ids, values as written in the register of the field. Shared by tracking and the desk. */
import type { CaseState, HandedOver, Provenance, StepState, Value } from '../core/case';
import type { InForce, Label, Text } from '../core/catalogue';
import { prepare, type Prepared } from '../core/journey';
import type { Product } from './product';

export type Fact = { concept: string; label: Label; subject: Label | null; value: Value; shown: Text; provenance: Provenance | null };
export type DocumentView = HandedOver & { label: Label };

/** The law the case was filed under; today's when that version of the folder is no longer loaded. */
export function lawOfCase(product: Product, state: CaseState): InForce {
  return (product.versions.of(state.catalogue) ?? product.catalogue).inForce(state.lawOf).law ?? product.law();
}

export const preparedCase = (law: InForce, state: CaseState): Prepared | null => {
  try {
    return prepare(law, state.journey ? { journey: state.journey } : { services: state.basket });
  } catch {
    return null;
  }
};

export function stepName(law: InForce, s: StepState): Label {
  return law.services.get(s.filed.service)?.name ?? { zh: s.filed.service, en: s.filed.service };
}
export const authorityName = (law: InForce, id: string): Label => law.authorities.get(id)?.name ?? { zh: id, en: id };
/** An authority, or the treasury, which is none. */
export const payeeName = (law: InForce, id: string): Label => (id === 'treasury' ? { zh: '国库', en: 'the treasury' } : authorityName(law, id));
export const evidenceName = (law: InForce, id: string): Label => law.evidence.get(id)?.label ?? { zh: id, en: id };
export const journeyName = (law: InForce, state: CaseState): Label => {
  const named = state.journey ? law.journeys.get(state.journey)?.name : law.services.get(state.basket[0] ?? '')?.name;
  return named ?? { zh: state.basket.join('、'), en: state.basket.join(', ') };
};

export function conceptLabel(prepared: Prepared | null, concept: string): { label: Label; subject: Label | null } {
  const found = prepared?.datum(concept);
  if (!found) return { label: { zh: concept, en: concept }, subject: null };
  return { label: found.datum.label, subject: found.subject.label ?? null };
}

/** A value in words: codes by their label, money in yuan, yes and no. */
export function shown(law: InForce, prepared: Prepared | null, concept: string, value: Value): Text {
  if (value === null) return { zh: '没有', en: 'none' };
  if (typeof value === 'object') return Array.isArray(value) ? { zh: `${value.length} 行`, en: `${value.length} rows` } : { zh: '不清楚，请办事人员核实', en: 'not known; the officer will find out' };
  const type = prepared?.datum(concept)?.datum.type ?? 'text';
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' };
  if (type === 'money') {
    const yuan = (Number(value) / 100).toLocaleString('en-US', { minimumFractionDigits: Number(value) % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 });
    return { zh: `${yuan} 元`, en: `¥${yuan}` };
  }
  if (type === 'date') {
    const [y, m, d] = String(value).split('-').map(Number);
    return { zh: `${y}年${m}月${d}日`, en: String(value) };
  }
  const list = /^code<(.+)>$/.exec(type)?.[1];
  if (list === 'division') return law.divisions.get(String(value))?.name ?? { zh: String(value), en: String(value) };
  const code = list ? law.codes.get(list)?.values.find((v) => v.code === value)?.label : undefined;
  const unit = prepared?.datum(concept)?.datum.unit;
  return code ?? { zh: `${value}${unit ? ` ${unit.zh}` : ''}`, en: `${value}${unit ? ` ${unit.en}` : ''}` };
}

/** The value of a fact: filed, or given by a step since. */
export function valueNow(state: CaseState, concept: string): { value: Value; provenance: Provenance | null } | null {
  for (const s of state.steps.values()) if (concept in s.values) return { value: s.values[concept]!, provenance: { from: 'step', step: s.filed.id } };
  return concept in state.answers ? { value: state.answers[concept]!, provenance: state.provenance[concept] ?? null } : null;
}

export function factsOf(law: InForce, prepared: Prepared | null, state: CaseState, concepts: readonly string[]): Fact[] {
  return concepts.flatMap((concept) => {
    const found = valueNow(state, concept);
    if (!found) return [];
    return [{ concept, ...conceptLabel(prepared, concept), value: found.value, shown: shown(law, prepared, concept, found.value), provenance: found.provenance }];
  });
}
