/**
 * Whether facts put right inside one step would change what is filed: steps that come or go, documents, clocks, joint acts. Such a change is not a
 * slip; it goes the way of changed facts, where the applicant sees the difference and confirms it (design.md §4).
 */
import type { CaseState, FiledStep, Values } from '../core/case';
import { canonicalBytes } from '../core/case/canonical';
import { compileLaw, nothingKnown } from '../core/journey';
import { outputsOf } from './again';
import { lawOfCase, preparedCase } from './case-view';
import { filedSteps } from './filing';
import type { Product } from './product';

export function reshapes(product: Product, state: CaseState, answers: Values): boolean {
  const law = lawOfCase(product, state);
  if (!preparedCase(law, state)) return false;
  const basket = state.journey ? { journey: state.journey } : { services: state.basket };
  const known = { ...nothingKnown, outputs: outputsOf(state) };
  const shape = (said: Values) => text(filedSteps(compileLaw(law, basket, said, known, state.lawOf)).map(withoutForecast));
  return shape(state.answers) !== shape({ ...state.answers, ...answers });
}

const text = (x: unknown) => new TextDecoder().decode(canonicalBytes(x));
const withoutForecast = ({ finish: _, ...filed }: FiledStep) => filed;
