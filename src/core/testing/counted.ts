/** Two invented services, a and b, and the four numbers that are counted of them. */
import type { Plan } from '../journey/plan';
import { service } from './invented';

export const four = (n: Plan['numbers']['acts']) => [n.before.oneAfterAnother, n.before.allAtOnce, n.joined, n.after];
export const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `甲${i}` }));
export const staff = {
  'concepts/subjects.yaml':
    '- {id: applicant, entity: person}\n- {id: business, entity: organisation}\n- {id: premises, entity: place}\n- {id: employee, entity: person, many: {max: 200, key: idNumber}}\n',
};
export const form = { 'evidence/form.yaml': 'id: form\nentity: person\nkind: form\nfrom: applicant\nlabel: {zh: 表, en: Form}\n' };
export const a = (lines: string) => service('a', lines);
export const b = (lines: string) => service('b', lines);
