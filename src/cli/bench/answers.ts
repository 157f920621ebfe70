/** Answers of a filled-in application, half of each new: they compress as text does. */
import { seeded } from './seeded';

export function filledAnswers(bytes: number): { [concept: string]: string } {
  const next = seeded(6);
  const letters = (n: number) => Array.from({ length: n }, () => Math.floor(next() * 36).toString(36)).join('');
  return Object.fromEntries(Array.from({ length: Math.round(bytes / 100) }, (_, i) => [`business.answer${i}`, `渌口区示例路${i}号 ${letters(52)}`]));
}
