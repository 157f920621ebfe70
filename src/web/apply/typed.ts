/** What was typed for a question, as a raw answer: the city's parser judges it. Only what two controls say together is judged here. */
import type { Prepared } from '../../core/journey';
import { dateIn } from '../ui';
import { absent, declined, stateName } from './field';
import type { Form } from './form';

export type Typed = { raw: unknown } | { conflict: true } | { wrong: 'money' | 'choice' };

export function typedAnswer(form: Pick<Form, 'text'>, prepared: Prepared, concept: string): Typed {
  const type = prepared.datum(concept)?.datum.type ?? 'choice';
  const state = form.text(stateName(concept));
  const main = type === 'date' ? dateIn(Object.fromEntries(['year', 'month', 'day'].map((p) => [`${concept}-${p}`, form.text(`${concept}-${p}`)])), concept) : form.text(concept);
  const other = main === absent || main === declined ? main : state;
  if (other && other !== main && main.trim() !== '') return { conflict: true };
  if (other === absent) return { raw: null };
  if (other === declined) return { raw: { declined: true } };
  if (type === 'choice' || type.startsWith('code<')) return main === '' ? { wrong: 'choice' } : { raw: main };
  if (type !== 'money') return { raw: main };
  const fen = fenOf(main);
  return fen === null ? { wrong: 'money' } : { raw: fen };
}

/** Yuan as people write them, exactly, in fen: 1,200 → 120000, 99.5 → 9950. Null when it is no amount. */
export function fenOf(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  return found ? String(BigInt(found[1]! + (found[2] ?? '').padEnd(2, '0'))) : null;
}
