/** Keeps the answers of one page. Bad input is told by question; what was said before stays. */
import type { Values } from '../core/case';
import { parseAnswer, type Refused } from '../core/journey';
import { type OpenDraft, preparedOf, saveDraft } from './draft';
import type { Product } from './product';

export type Given = { [concept: string]: unknown };

/** @param given concept → raw value; `{declined: true}` where a clerk can find it out; `null` for "does not exist". */
export async function answer(product: Product, draft: OpenDraft, given: Given): Promise<{ draft: OpenDraft } | { refused: Refused[] } | 'stale'> {
  const prepared = preparedOf(product, draft);
  const answers: Values = { ...draft.body.answers };
  const refused: Refused[] = [];
  for (const [concept, raw] of Object.entries(given)) {
    const datum = prepared.datum(concept)?.datum;
    if (raw === null && !mayBeAbsent(draft, product, concept)) {
      refused.push({ concept, message: { zh: '请填写', en: 'enter something here' } });
      continue;
    }
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !datum?.clerkCanFind) {
      refused.push({ concept, message: { zh: '请回答这一题', en: 'answer this question' } });
      continue;
    }
    const parsed = parseAnswer(prepared, concept, raw);
    if ('refused' in parsed) refused.push({ concept, message: parsed.refused });
    else answers[concept] = parsed.value;
  }
  if (refused.length) return { refused };
  // A key that changed makes what was read by the old one void.
  const readings = draft.body.readings.filter((r) => {
    const key = `${r.subject}.${r.key}`;
    return !(key in given) || answers[key] === draft.body.answers[key];
  });
  const saved = await saveDraft(product, draft, { ...draft.body, answers, readings, passed: draft.body.passed.filter((p) => !(p in given)) });
  return saved === 'stale' ? 'stale' : { draft: saved };
}

export function mayBeAbsent(draft: OpenDraft, product: Product, concept: string): boolean {
  const found = preparedOf(product, draft).datum(concept);
  return found !== null && (found.subject.mayBeAbsent === true || found.datum.mayBeAbsent === true);
}
