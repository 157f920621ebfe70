/**
 * The Games' conditions and groups as a programmer in a hurry would write them for this city and this day alone: the baseline the rules are
 * measured against. Days are compared as text, because the bounds can be worked out beforehand.
 */
import type { Row, Verdict } from '../../core/games';

/** A year, and eighteen, before 1 October 2021. */
const yearAgo = '2020-10-01';
const bornBy = '2003-10-01';
const counties = new Set<unknown>(['430202', '430203', '430204', '430211', '430212', '430223', '430224', '430225', '430281']);

/** One missing fact leaves the answer open; a fact known not to exist does not fulfil a condition. */
export function judgeByHand(row: Row): Verdict {
  const found = groundOf(row);
  const born = row['entrant.birthDate'];
  const represents = row['entrant.represents'];
  return {
    eligible: found === undefined ? null : found === null,
    line: found ?? null,
    ageGroup: typeof born !== 'string' ? null : born > bornBy ? 'youth' : 'adult',
    unitGroup: represents === undefined ? null : represents === 'division' ? 'county' : represents === 'organ' ? 'organs' : 'open',
  };
}

/** The ground on which somebody is kept out, null for nobody, undefined while a fact is missing. */
function groundOf(row: Row): string | null | undefined {
  switch (row['entrant.entryBasis']) {
    case 'household': {
      const division = row['entrant.household.division'];
      return division === undefined ? undefined : counties.has(division) ? null : 'household';
    }
    case 'residence':
      return aYear(row['entrant.residedSince'], 'residence');
    case 'work':
      return aYear(row['entrant.workedSince'], 'work');
    case 'study':
      return aYear(row['entrant.studiedSince'], 'study');
    case 'none':
      return 'ground';
    default:
      return undefined;
  }
}

function aYear(since: Row[string], line: string): string | null | undefined {
  if (since === undefined) return undefined;
  return typeof since === 'string' && since <= yearAgo ? null : line;
}
