/**
 * The service in figures: where open steps stand and why they are late, and how steps went by channel and place. Read from rows the store keeps
 * beside the record, once a minute for everybody; small numbers are left out so that nobody can be recognised.
 */
import { type Channel, channels } from '../core/case';
import { addDays } from '../core/calendar';
import { forTheMinute } from './for-the-minute';
import { instantOf } from './clocks';
import type { Flagged, Grades, Holding, Standing, Tally } from './ports/desk-store';
import type { Clerk } from './ports/identity';
import type { Product } from './product';

/** Below it nothing is shown about a group. */
export const fewest = 5;
/** Days looked back upon. */
export const lookBack = 90;

export type Group = {
  id: string;
  /** Null for everything of the group where it is too small, or where the whole would give it away. */
  figures: { n: number; days: number | null; inTime: number; refused: number; supplemented: number; paused: number } | null;
};
export type Signs = { authority: string; latePauses: number; secondSupplements: number; lateReturns: number };
export type ServiceFigures = {
  at: string;
  since: string;
  standing: (Omit<Standing, 'authority'> & { authority: string })[];
  byChannel: Group[];
  byDivision: Group[];
  byAuthority: Group[];
  signs: Signs[];
  /** Per authority, the five grades from 5 to 1; null where there are too few. */
  grades: { authority: string; n: number; average: number }[];
};

export const serviceFigures = forTheMinute(read);

async function read(product: Product): Promise<ServiceFigures> {
  const store = await product.store();
  const at = instantOf(product);
  const since = addDays(product.today(), -lookBack);
  const start = `${since}T00:00:00${product.law().city.offset}`;
  const [tallies, standing, grades] = await Promise.all([store.tallies(start), store.standing(at), store.grades(start)]);
  return {
    at,
    since,
    standing: standing.filter((s) => total(s) >= fewest),
    byChannel: grouped(tallies, (t) => t.channel, channels),
    // Villages are too small to stand alone: by town.
    byDivision: grouped(tallies, (t) => t.division.slice(0, 9)),
    byAuthority: grouped(tallies, (t) => t.authority),
    signs: signsOf(tallies),
    grades: averages(grades),
  };
}

export const total = (s: Standing): number => s.inTime + s.promiseOver + s.overdue + s.escalated + s.paused + s.applicant + s.waiting;

/** One group too small to show could be worked out from the whole: then the next smallest is left out with it. */
export function grouped(tallies: readonly Tally[], of: (t: Tally) => string, order: readonly Channel[] | null = null): Group[] {
  const all = new Map<string, Tally[]>((order ?? []).map((id) => [id, []]));
  for (const t of tallies) all.set(of(t), [...(all.get(of(t)) ?? []), t]);
  const sums = [...all].map(([id, ts]) => ({ id, sum: added(ts) }));
  const small = sums.filter((s) => s.sum.n > 0 && s.sum.n < fewest);
  const hidden = new Set([...small, ...sums.filter((s) => s.sum.n === 0)].map((s) => s.id));
  if (small.length === 1) {
    const next = sums.filter((s) => !hidden.has(s.id)).sort((a, b) => a.sum.n - b.sum.n)[0];
    if (next) hidden.add(next.id);
  }
  const shown = sums.map(({ id, sum }): Group => ({ id, figures: hidden.has(id) ? null : inShares(sum) }));
  return order ? shown : shown.sort((a, b) => (b.figures?.n ?? 0) - (a.figures?.n ?? 0) || (a.id < b.id ? -1 : 1));
}

type Sum = Pick<Tally, 'n' | 'dayed' | 'days' | 'inTime' | 'refused' | 'supplemented' | 'paused'>;
const added = (ts: readonly Tally[]): Sum => {
  const sum: Sum = { n: 0, dayed: 0, days: 0, inTime: 0, refused: 0, supplemented: 0, paused: 0 };
  for (const t of ts) for (const k of Object.keys(sum) as (keyof Sum)[]) sum[k] += t[k];
  return sum;
};
/** Days as an average to a tenth; the others as shares of one. */
const inShares = (s: Sum): NonNullable<Group['figures']> => ({
  n: s.n,
  days: s.dayed >= fewest ? Math.round((s.days / s.dayed) * 10) / 10 : null,
  inTime: s.inTime / s.n,
  refused: s.refused / s.n,
  supplemented: s.supplemented / s.n,
  paused: s.paused / s.n,
});

/** Signs say something about an office, so they are counted whatever the number; only where the office decided enough to hide whom they concern. */
function signsOf(tallies: readonly Tally[]): Signs[] {
  const all = new Map<string, Signs & { n: number }>();
  for (const t of tallies) {
    const s = all.get(t.authority) ?? { authority: t.authority, n: 0, latePauses: 0, secondSupplements: 0, lateReturns: 0 };
    all.set(t.authority, { ...s, n: s.n + t.n, latePauses: s.latePauses + t.latePauses, secondSupplements: s.secondSupplements + t.secondSupplements, lateReturns: s.lateReturns + t.lateReturns });
  }
  return [...all.values()].filter((s) => s.n >= fewest && s.latePauses + s.secondSupplements + s.lateReturns > 0).map(({ n, ...s }) => s);
}

function averages(grades: readonly Grades[]): ServiceFigures['grades'] {
  const all = new Map<string, { n: number; sum: number }>();
  for (const g of grades) {
    const so = all.get(g.authority) ?? { n: 0, sum: 0 };
    all.set(g.authority, { n: so.n + g.n, sum: so.sum + g.n * g.grade });
  }
  return [...all].filter(([, a]) => a.n >= fewest).map(([authority, { n, sum }]) => ({ authority, n, average: Math.round((sum / n) * 10) / 10 }));
}

export type Team = { holdings: Holding[]; flagged: Flagged[]; looked: number };
const looked = 2000;

/** Who holds what of an authority's open steps, and what looks like playing with the clock. For the lead. */
export async function teamOf(product: Product, clerk: Clerk): Promise<Team> {
  const store = await product.store();
  const now = instantOf(product);
  const soon = `${addDays(product.today(), 2)}T00:00:00${product.law().city.offset}`;
  const [holdings, flagged] = await Promise.all([store.holdings(clerk.authority, now, soon, looked), store.flagged(clerk.authority, 100)]);
  return { holdings, flagged, looked };
}
