/** Who filed a case and for whom, from its record. */
import { openCase } from '../../../app/open-case';
import type { Town } from '../../testing/town';

export async function recordedActor(town: Pick<Town, 'product'>, number: string) {
  const open = (await openCase(town.product, number))!;
  const { actor, event } = open.events[0]!;
  if (event.type !== 'submitted') throw new Error(event.type);
  return { actor, applicant: event.applicant };
}
