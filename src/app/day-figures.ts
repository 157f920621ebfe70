/**
 * The numbers of the day, for everybody: what was filed, what was on time, which reductions are reached, how it was rated. Read once a minute for all;
 * what is too small to show is left out here, so that no page, picture or download can give it away.
 */
import { caseIdOf } from '../core/case';
import { addDays } from '../core/calendar';
import { aims, type AimKey, compileLaw, judge, scenarioInput } from '../core/journey';
import type { InForce } from '../core/catalogue';
import { forTheMinute } from './for-the-minute';
import { instantOf } from './clocks';
import type { FiledCount, Grades } from './ports/desk-store';
import type { Product } from './product';
import { fewest, type Group, lookBack, serviceFigures } from './service-figures';

/** Days of the chart of cases filed. */
export const daysShown = 30;

/** Null: too few to show. */
export type Counted = { id: string; n: number | null };
/** `illustrative`: matters of which a number rests on figures marked as made up. */
export type Reached = { aim: AimKey; reached: number; byFloor: number; missed: number; illustrative: number };
export type DayFigures = {
  at: string;
  since: string;
  today: number | null;
  week: number | null;
  all: number | null;
  perDay: Counted[];
  perPlace: Counted[];
  /** Ended in the last ninety days, and the share that was on time. */
  onTime: { n: number; share: number } | null;
  byAuthority: Group[];
  byDivision: Group[];
  reductions: { matters: number; aims: Reached[] };
  /** Best grade first; none where one of them is too small. */
  ratings: { n: number; average: number; grades: Counted[] } | null;
};

export const dayFigures = forTheMinute(read);

async function read(product: Product): Promise<DayFigures> {
  const store = await product.store();
  const today = product.today();
  const { offset } = product.law().city;
  const since = addDays(today, -lookBack);
  const start = `${since}T00:00:00${offset}`;
  const [filed, grades, service] = await Promise.all([store.filed(`${caseIdOf(Date.parse(start), 0, 0)}`, offset), store.grades(start), serviceFigures(product)]);
  const sum = (of: readonly FiledCount[]) => few(of.reduce((all, f) => all + f.n, 0));
  return {
    at: instantOf(product),
    since,
    today: sum(filed.filter((f) => f.day === today)),
    week: sum(filed.filter((f) => f.day > addDays(today, -7))),
    all: sum(filed),
    perDay: hideSmall(Array.from({ length: daysShown }, (_, i) => addDays(today, i + 1 - daysShown)).map((id) => ({ id, n: added(filed, (f) => f.day === id) }))),
    perPlace: placesOf(filed),
    onTime: onTimeOf(service.byAuthority),
    byAuthority: service.byAuthority,
    byDivision: service.byDivision,
    reductions: reductionsReached(product),
    ratings: ratingsOf(grades),
  };
}

const few = (n: number): number | null => (n > 0 && n < fewest ? null : n);
const added = (filed: readonly FiledCount[], which: (f: FiledCount) => boolean): number => filed.reduce((n, f) => n + (which(f) ? f.n : 0), 0);

/**
 * Leaves out 1 to 4 of something, and – as long as what is left out could be worked out from the whole, because it is one thing or adds up to fewer
 * than five – the next smallest with it. Nothing is nobody, and stays.
 */
export function hideSmall(counts: readonly { id: string; n: number }[]): Counted[] {
  const hidden = new Set(counts.filter((c) => few(c.n) === null).map((c) => c.id));
  const rest = counts.filter((c) => c.n >= fewest).sort((a, b) => a.n - b.n);
  const sum = () => counts.reduce((n, c) => n + (hidden.has(c.id) ? c.n : 0), 0);
  while (hidden.size > 0 && (hidden.size === 1 || sum() < fewest)) {
    const next = rest.shift();
    if (!next) break;
    hidden.add(next.id);
  }
  return counts.map((c) => ({ id: c.id, n: hidden.has(c.id) ? null : c.n }));
}

/** Villages are too small to stand alone: by town. */
function placesOf(filed: readonly FiledCount[]): Counted[] {
  const towns = new Map<string, number>();
  for (const f of filed) towns.set(f.division.slice(0, 9), (towns.get(f.division.slice(0, 9)) ?? 0) + f.n);
  return hideSmall([...towns].map(([id, n]) => ({ id, n }))).sort((a, b) => (b.n ?? 0) - (a.n ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Over the authorities that are shown, so that none of those left out can be worked out from it. */
function onTimeOf(groups: readonly Group[]): DayFigures['onTime'] {
  const shown = groups.flatMap((g) => (g.figures ? [g.figures] : []));
  const n = shown.reduce((all, f) => all + f.n, 0);
  return n === 0 ? null : { n, share: shown.reduce((all, f) => all + f.n * f.inTime, 0) / n };
}

function ratingsOf(grades: readonly Grades[]): DayFigures['ratings'] {
  const counts = [5, 4, 3, 2, 1].map((grade) => ({ id: `${grade}`, n: grades.reduce((n, g) => n + (g.grade === grade ? g.n : 0), 0) }));
  const n = counts.reduce((all, c) => all + c.n, 0);
  if (n < fewest) return null;
  const average = counts.reduce((all, c) => all + c.n * Number(c.id), 0) / n;
  // Number and average could give a small grade away: then none of them is shown.
  const shown = hideSmall(counts);
  return { n, average: Math.round(average * 10) / 10, grades: shown.some((g) => g.n === null) ? [] : shown };
}

const judged = new WeakMap<InForce, DayFigures['reductions']>();

/** Every matter in its typical scenario with the registers in use, held against the aims of contracts.md. */
function reductionsReached(product: Product): DayFigures['reductions'] {
  const law = product.law();
  const before = judged.get(law);
  if (before) return before;
  const numbers = [...law.journeys.keys()].flatMap((journey) => {
    const input = scenarioInput(law, journey, 'typical', product.connected);
    return input ? [compileLaw(law, { journey }, input.answers, input.known, product.today()).plan.numbers] : [];
  });
  const found = {
    matters: numbers.length,
    aims: aims.map((aim): Reached => {
      const all = numbers.map((n) => judge(n, aim));
      const count = (verdict: string) => all.filter((x) => x.verdict === verdict).length;
      return { aim: aim.key, reached: count('aim'), byFloor: count('floor'), missed: count('missed'), illustrative: all.filter((x) => x.illustrative).length };
    }),
  };
  judged.set(law, found);
  return found;
}
