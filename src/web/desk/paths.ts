/** Addresses of the desk. */
import type { Action } from '../../app/act';

export const deskPath = (number: string, step: string, under?: string) => `/desk/${encodeURIComponent(number)}/${encodeURIComponent(step)}${under ? `/${under}` : ''}`;

/** Addresses under the step. */
export const pathOf = {
  accept: 'accept',
  'request-supplement': 'supplement',
  'not-accept': 'not-accept',
  'wait-for-inputs': 'wait',
  grant: 'grant',
  refuse: 'refuse',
  ready: 'ready',
  deliver: 'deliver',
  correct: 'correct',
  'start-review': 'review',
  'arrange-visit': 'arrange-visit',
  visit: 'visit',
  pause: 'pause',
  resume: 'resume',
  'offer-hearing': 'offer-hearing',
  'convene-hearing': 'convene-hearing',
  'hold-hearing': 'hold-hearing',
  extend: 'extend',
  'extend-joint': 'extend-joint',
  transfer: 'transfer',
  propose: 'propose',
  'return-proposal': 'return-proposal',
  lapse: 'lapse',
  'check-promise': 'check-promise',
  revoke: 'revoke',
} as const satisfies { [a in Action]: string };
