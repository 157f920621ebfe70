/** The form "may I …?" read into a question. What is left open is unknown; nothing of it is kept. */
import type { Person, Question, Test, Venue } from '../../core/order';
import type { Text } from '../text';
import type { FormError } from '../ui';
import { momentIn, type AskedMoment } from './asked-moment';

type Fields = { [name: string]: unknown };
export const kinds = ['go-out', 'leave-area', 'venue'] as const;
export type Kind = Question['kind'];
export const kindOf = (x: unknown): Kind => kinds.find((k) => k === x) ?? 'go-out';

export type AskedForm = { question: Question; at: AskedMoment; sampled: AskedMoment; errors: FormError[] };

export function questionIn(fields: Fields, area: string, offset: string, t: Text): AskedForm {
  const kind = kindOf(fields.ask);
  const at = momentIn(fields, 'when', offset, t);
  const sampled = momentIn(fields, 'sampled', offset, t);
  const errors = [...(at.at === null && at.errors.length === 0 ? [{ field: 'when', message: t.orders.badDate }] : at.errors), ...(kind === 'leave-area' ? sampled.errors : [])];
  const question: Question = kind === 'venue' ? { kind, area, venue: venueIn(fields) } : { kind, area, person: kind === 'go-out' ? goingOut(fields, area) : leaving(fields, area, sampled.at) };
  return { question, at, sampled, errors };
}

const flag = (x: unknown): boolean | undefined => (x === 'yes' ? true : x === 'no' ? false : undefined);
const word = (x: unknown): string | undefined => (typeof x === 'string' && x !== '' ? x.slice(0, 80) : undefined);

/** Somebody who does not live here lives elsewhere: which place it is makes no difference. */
const elsewhere = '000000';

function goingOut(f: Fields, area: string): Person {
  const [resident, forWork, work] = [flag(f.resident), flag(f.forWork), word(f.work)];
  return { ...(resident !== undefined && { residentOf: resident ? area : elsewhere }), ...(work !== undefined && { work }), ...(forWork !== undefined && { onDuty: forWork }) };
}

function leaving(f: Fields, area: string, sampledAt: number | null): Person {
  const reason = flag(f.reason);
  const test = testIn(word(f.test), flag(f.own), sampledAt);
  return { presentIn: area, ...(reason !== undefined && { reason }), ...(test !== undefined && { test }) };
}

function testIn(shown: string | undefined, own: boolean | undefined, sampledAt: number | null): Test | null | undefined {
  const rest = { ...(own !== undefined && { own }), ...(sampledAt !== null && { sampledAt }) };
  if (shown === 'none') return null;
  if (shown === 'antigen') return { kind: 'antigen', ...rest };
  if (shown === 'negative' || shown === 'positive' || shown === 'pending') return { kind: 'nucleic-acid', result: shown, ...rest };
  return undefined;
}

function venueIn(f: Fields): Venue {
  const facts = { indoor: flag(f.indoor), enclosed: flag(f.enclosed), urban: flag(f.urban), crowd: flag(f.crowd) };
  const type = word(f.venue);
  return { ...(type !== undefined && { type }), ...Object.fromEntries(Object.entries(facts).filter(([, x]) => x !== undefined)) };
}
