/** Every document an authority granted her and has not taken back, with how long it holds: what ends soon first, what has no end last. */
import type { CaseState } from '../core/case';
import { addDays } from '../core/calendar';
import type { Label } from '../core/catalogue';
import { expiryOf } from '../core/journey';
import { evidenceName, lawOfCase } from './case-view';
import type { Product } from './product';

export type MyPaper = {
  label: Label;
  number: string;
  caseNumber: string;
  grantedOn: string;
  /** The last day on which it holds; null where the service states none. */
  expires: string | null;
  state: 'valid' | 'soon' | 'expired';
};

/** Days before the end that count as soon. */
const soon = 60;

export function papersIn(product: Product, state: CaseState): MyPaper[] {
  const law = lawOfCase(product, state);
  const today = product.today();
  return [...state.steps.values()].flatMap((s) => {
    const granted = s.status === 'granted' || s.status === 'delivered' ? s.moments.findLast((m) => m.status === 'granted')?.at.slice(0, 10) : undefined;
    if (!granted) return [];
    return s.evidence.map((e): MyPaper => {
      const validity = law.services.get(s.filed.service)?.outputs?.evidence?.find((o) => o.id === e.evidence)?.validity;
      const expires = validity ? expiryOf(granted, validity) : null;
      const end = expires === null || today <= addDays(expires, -soon) ? 'valid' : today <= expires ? 'soon' : 'expired';
      return { label: evidenceName(law, e.evidence), number: e.number, caseNumber: state.number, grantedOn: granted, expires, state: end };
    });
  });
}

export const bySoonest = (a: MyPaper, b: MyPaper): number => (a.expires ?? '9999').localeCompare(b.expires ?? '9999') || b.grantedOn.localeCompare(a.grantedOn) || a.number.localeCompare(b.number);
