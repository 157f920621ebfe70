/** Addresses of the desk. */
import type { Action } from '../../app/desk';

export const deskPath = (number: string, step: string, under?: string) => `/desk/${encodeURIComponent(number)}/${encodeURIComponent(step)}${under ? `/${under}` : ''}`;

/** Addresses under the step. */
export const pathOf = {
  accept: 'accept',
  'request-supplement': 'supplement',
  'not-accept': 'not-accept',
  'wait-for-inputs': 'wait',
  grant: 'grant',
  refuse: 'refuse',
  deliver: 'deliver',
} as const satisfies { [a in Action]: string };
