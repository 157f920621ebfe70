/** The queue a clerk works through travels in the address of every page under a step, so that list, way back and next step stay the same. */
import { to } from '../ui';
import type { Visit } from '../visit';
import { type Asked, askedIn, filters, queryOf } from './filters';
import { deskPath } from './paths';

export function askedHere(v: Visit): Asked {
  const query = new URLSearchParams(v.here.split('?')[1] ?? '');
  return askedIn(v, (name) => query.get(name) ?? undefined);
}

/** A page of a step, in the same queue. */
export const stepHref = (v: Visit, number: string, step: string, under?: string, more: { [name: string]: string | undefined } = {}): string =>
  to(deskPath(number, step, under), undefined, { ...queryOf(askedHere(v)), ...more });

export const queueHref = (v: Visit): string => to('/desk', undefined, queryOf(askedHere(v)));

/** Those of the queue that a clerk can move: with everything to do, what waits for others is passed over. */
export const statusesOf = ({ state }: Asked): readonly string[] => (state === 'todo' ? ['received', 'supplemented', 'accepted', 'under-review'] : filters[state]);
