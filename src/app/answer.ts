/** Keeps the answers of one page. Bad input is told by question; what was said before stays. */
import { mayBeAbsent as mayBe, takeAnswers, type Given, type Refused } from '../core/journey';
import { type OpenDraft, preparedOf, type Reading, saveDraft } from './draft';
import type { Product } from './product';

export type { Given };

export async function answer(product: Product, draft: OpenDraft, given: Given): Promise<{ draft: OpenDraft } | { refused: Refused[] } | 'stale'> {
  const taken = takeAnswers(preparedOf(product, draft), draft.body.answers, given);
  if ('refused' in taken) return taken;
  const { answers } = taken;
  // A key that changed makes what was read by the old one void, and what was only confirmed from it.
  const isVoid = (r: Reading) => {
    const key = `${r.subject}.${r.key}`;
    return key in given && answers[key] !== draft.body.answers[key];
  };
  const readings = draft.body.readings.filter((r) => !isVoid(r));
  for (const r of draft.body.readings.filter(isVoid)) for (const c of r.settled?.accepted ?? []) if (!(c in given) && answers[c] === r.values[c]) delete answers[c];
  const saved = await saveDraft(product, draft, { ...draft.body, answers, readings, passed: draft.body.passed.filter((p) => !(p in given)) });
  return saved === 'stale' ? 'stale' : { draft: saved };
}

export { mayBe as mayBeNone };
export const mayBeAbsent = (draft: OpenDraft, product: Product, concept: string): boolean => mayBe(preparedOf(product, draft), concept);
