/** Which keys a page of the desk has. What a key reaches carries `data-key`; the island (islands/desk-keys) finds it there. */
import type { Text } from '../text';
import type { Action } from '../../app/act';
import { actName } from './act-name';
import type { KeyLine } from './keys-box';

/** Keys of the acts that have one; the others are reached by Tab. */
export const actKeys: { readonly [action in Action]?: string } = {
  accept: 'a',
  deliver: 'd',
  'wait-for-inputs': 'w',
  grant: 'g',
  refuse: 'r',
  'request-supplement': 's',
  'not-accept': 'b',
  pause: 'p',
  resume: 'p',
  transfer: 'y',
};

const moving = (t: Text): KeyLine[] => [
  { key: 'j k', does: t.desk.keys.move },
  { key: '⏎', does: t.desk.keys.open },
];
const help = (t: Text): KeyLine => ({ key: '?', does: t.desk.keys.help });

export const queueKeys = (t: Text): KeyLine[] => [
  ...moving(t),
  { key: 'x', does: t.desk.keys.tick },
  { key: 'c', does: t.desk.keys.take },
  { key: 'a', does: t.desk.keys.bulk },
  { key: 'f', does: t.desk.keys.filter },
  { key: 'n', does: t.desk.keys.page },
  help(t),
];

export const stepKeys = (t: Text, actions: readonly Action[]): KeyLine[] => [
  ...moving(t),
  ...actions.flatMap((a) => (actKeys[a] ? [{ key: actKeys[a]!, does: t.desk.keys.to(actName(t, a)) }] : [])),
  { key: 'e', does: t.desk.keys.evidence },
  { key: 'l', does: t.desk.keys.compare },
  { key: 'c', does: t.desk.keys.take },
  { key: 'm', does: t.desk.keys.note },
  { key: 'n', does: t.desk.keys.next },
  { key: 'u', does: t.desk.keys.up },
  help(t),
];

/** `phrases`: how many texts used again are offered. */
export const decisionKeys = (t: Text, phrases = 0): KeyLine[] => [
  ...moving(t),
  { key: 'f', does: t.desk.keys.field },
  ...(phrases > 0 ? [{ key: `1 – ${Math.min(9, phrases)}`, does: t.desk.keys.phrase }] : []),
  { key: 'z', does: t.desk.keys.submit },
  { key: 'h', does: t.desk.keys.back },
  { key: 'u', does: t.desk.keys.up },
  help(t),
];

export const viewerKeys = (t: Text): KeyLine[] => [
  { key: '+ −', does: t.desk.keys.zoom },
  { key: '[ ]', does: t.desk.keys.turn },
  { key: '0', does: t.desk.keys.fit },
  { key: 'e', does: t.desk.keys.nextPiece },
  { key: 'h', does: t.desk.keys.back },
  { key: 'u', does: t.desk.keys.up },
  help(t),
];
