/**
 * Licences that run out: when each granted document expires, and between which days its renewal is applied for. A document renewed for the same
 * place replaces the one before. Working days are counted back on the calendar; in a year without one they are taken as seven days for five,
 * and the day is marked as not certain, because no holiday is guessed.
 */
import { addDays, addMonths, isWorkday, type Calendar, type CivilDate } from '../calendar';
import type { Duration, InForce } from '../catalogue';

/** A document an authority granted: on which day, for which place. */
export type Held = { evidence: string; service: string; grantedOn: CivilDate; place: string; caseNumber: string };
export type Renewal = Held & {
  /** The last day on which it holds. */
  expires: CivilDate;
  /** The service that renews it; null where none is on file. */
  renewWith: string | null;
  opens: CivilDate | null;
  closes: CivilDate | null;
  certain: boolean;
  /** `soon`: not open yet, nothing to do. `late`: past the last day to apply in time, still valid. */
  state: 'soon' | 'open' | 'late' | 'expired';
};

/** Where nothing says from when a renewal is taken, it may be filed this many days before the last day. */
const daysAhead = 60;

/** @param lawOn the law in force on a day: what holds is what held when it was granted. @returns by last day, first the most pressing */
export function renewalsOf(held: readonly Held[], lawOn: (day: CivilDate) => InForce | null, work: Calendar, today: CivilDate): Renewal[] {
  const newest = new Map<string, Held>();
  for (const h of held) {
    const key = `${h.evidence}@${h.place}`;
    const before = newest.get(key);
    if (!before || before.grantedOn < h.grantedOn) newest.set(key, h);
  }
  return [...newest.values()]
    .flatMap((h) => renewalOf(h, lawOn, work, today) ?? [])
    .sort((a, b) => (a.closes ?? a.expires).localeCompare(b.closes ?? b.expires) || a.evidence.localeCompare(b.evidence));
}

function renewalOf(h: Held, lawOn: (day: CivilDate) => InForce | null, work: Calendar, today: CivilDate): Renewal | null {
  const output = (day: CivilDate) =>
    lawOn(day)
      ?.services.get(h.service)
      ?.outputs?.evidence?.find((o) => o.id === h.evidence);
  const validity = output(h.grantedOn)?.validity;
  if (!validity) return null;
  const expires = expiryOf(h.grantedOn, validity);
  // How to renew is today's law, not that of the first grant.
  const rule = output(today)?.renewal;
  const closes = rule ? before(work, expires, rule.closes) : null;
  const opens = rule?.opens ? before(work, expires, rule.opens) : closes && { day: addDays(closes.day, -daysAhead), certain: closes.certain };
  return {
    ...h,
    expires,
    renewWith: rule?.service ?? null,
    opens: opens?.day ?? null,
    closes: closes?.day ?? null,
    certain: (opens?.certain ?? true) && (closes?.certain ?? true),
    state: today > expires ? 'expired' : closes && today > closes.day ? 'late' : !opens || today >= opens.day ? 'open' : 'soon',
  };
}

/** Five years from 25 November end with 24 November. */
export const expiryOf = (from: CivilDate, d: Duration): CivilDate => addDays(d.months !== undefined ? addMonths(from, d.months) : addDays(from, (d.days ?? 0) + (d.weeks ?? 0) * 7), -1);

function before(work: Calendar, end: CivilDate, d: Duration): { day: CivilDate; certain: boolean } {
  if (d.wd === undefined) return { day: d.months !== undefined ? addMonths(end, -d.months) : addDays(end, -(d.days ?? 0) - (d.weeks ?? 0) * 7), certain: true };
  let day = end;
  let left = d.wd;
  while (left > 0) {
    day = addDays(day, -1);
    const worked = isWorkday(work, day);
    if (typeof worked !== 'boolean') return { day: addDays(end, -Math.ceil((d.wd * 7) / 5)), certain: false };
    if (worked) left--;
  }
  return { day, certain: true };
}
