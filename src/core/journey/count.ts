/** The six things counted, and the two units they share: rows of a list, days of working hours. */
import type { Situation } from './situation';

export type Counts = Record<'acts' | 'documents' | 'fields' | 'days' | 'visits' | 'counters', number>;

/** Hours to days, rounded up once to a tenth. */
export const daysOf = (hours: number, day: number) => Math.ceil((hours * 10) / day) / 10;

export const rowsOf = (s: Situation, concept: string): number => {
  const subject = concept.slice(0, concept.indexOf('.'));
  if (!s.prepared.law.subjects.get(subject)?.many) return 1;
  const rows = s.answers[subject];
  return Array.isArray(rows) ? rows.length : 1;
};
