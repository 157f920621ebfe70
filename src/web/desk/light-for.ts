/** The light of a step now, under the lengths of its service. */
import type { Visit } from '../visit';
import { type Light, lightOf, type Timed } from '../../app/light';

export function lightFor(v: Visit, step: Timed, service: string): Light {
  const clock = v.law.services.get(service)?.clock;
  return lightOf(v.product.calendar(), v.now, step, { statutory: clock?.statutory ?? null, promised: clock?.promised ?? null });
}
