/**
 * Whether facts put right inside one step would change what is filed: steps that come or go, documents, clocks, joint acts. Such a change is not a
 * slip; it goes the way of changed facts, where the applicant sees the difference and confirms it (design.md §4).
 */
import type { CaseState, Values } from '../core/case';
import { compileLaw, nothingKnown } from '../core/journey';
import { outputsOf, same, shape } from './again';
import { lawOfCase, preparedCase } from './case-view';
import { filedSteps } from './filing';
import type { Product } from './product';

export function reshapes(product: Product, state: CaseState, answers: Values): boolean {
  const law = lawOfCase(product, state);
  if (!preparedCase(law, state)) return false;
  const basket = state.journey ? { journey: state.journey } : { services: state.basket };
  const known = { ...nothingKnown, outputs: outputsOf(state) };
  const filed = (said: Values) => filedSteps(compileLaw(law, basket, said, known, state.lawOf)).map(shape);
  return !same(filed(state.answers), filed({ ...state.answers, ...answers }));
}
