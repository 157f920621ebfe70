/** Invented entrants for benches and tests: every ground, days on and about the bounds, facts that are absent or missing. The same seed gives the same crowd. */
import { addDays } from '../calendar';
import type { Row } from '../rules';

const counties = ['430202', '430203', '430204', '430211', '430212', '430223', '430224', '430225', '430281', '430200', null] as const;
const grounds = ['household', 'household', 'residence', 'work', 'study', 'none'] as const;
const units = ['division', 'organ', 'university', 'association', 'social-organisation', 'club', 'community', 'village', 'friends'] as const;
const sinceOf = { residence: 'entrant.residedSince', work: 'entrant.workedSince', study: 'entrant.studiedSince' } as const;

/** @param random numbers in [0, 1); @param reference the day by which a year must be complete. */
export function crowd(n: number, random: () => number, reference: string): Row[] {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const near = (years: number, spread: number) => addDays(reference, -Math.round(years * 365.25) + Math.floor((random() - 0.5) * spread));
  const someDay = (years: number): string | null | undefined => {
    const chance = random();
    if (chance < 0.005) return null;
    if (chance < 0.01) return undefined;
    return chance < 0.3 ? near(years, 7) : addDays(reference, -Math.floor(random() * 365 * years * 4));
  };
  return Array.from({ length: n }, () => {
    const ground = pick(grounds);
    const since = ground === 'household' || ground === 'none' ? null : sinceOf[ground];
    return {
      'entrant.entryBasis': ground,
      'entrant.household.division': ground === 'household' ? pick(counties) : null,
      'entrant.birthDate': someDay(18),
      'entrant.represents': pick(units),
      ...(since && { [since]: someDay(1) }),
    };
  });
}
