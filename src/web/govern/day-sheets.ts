/** The tables of the numbers of the day, one for each chart. */
import type { Counted, DayFigures } from '../../app/day-figures';
import type { Group } from '../../app/service-figures';
import { say } from '../text';
import type { Visit } from '../visit';
import type { Sheet } from './sheet';

export const dayCharts = ['cases', 'places', 'on-time', 'by-division', 'reductions', 'ratings'] as const;
export type DayChart = (typeof dayCharts)[number];
export const isDayChart = (x: string): x is DayChart => dayCharts.some((c) => c === x);

const counts = (column: { id: string; label: string }, rows: readonly Counted[], name: (id: string) => string): Sheet => ({
  columns: [column],
  rows: rows.map((r) => ({ id: r.id, name: name(r.id), cells: [r.n] })),
});

export function daySheet({ t, law }: Visit, f: DayFigures, chart: DayChart): Sheet {
  const words = t.dayFigures;
  const { columns } = words;
  const place = (id: string) => (law.divisions.get(id) ? say(t, law.divisions.get(id)!.name) : id);
  const groups = (all: readonly Group[], name: (id: string) => string): Sheet => ({
    columns: [
      { id: 'n', label: columns.n },
      { id: 'inTime', label: columns.inTime, share: true },
      { id: 'days', label: columns.days },
    ],
    rows: all.some((g) => g.figures) ? all.map((g) => ({ id: g.id, name: name(g.id), cells: [g.figures?.n ?? null, g.figures?.inTime ?? null, g.figures?.days ?? null] })) : [],
  });
  switch (chart) {
    case 'cases':
      return counts({ id: 'filed', label: columns.filed }, f.perDay.every((d) => d.n === 0) ? [] : f.perDay, (day) => day);
    case 'places':
      return counts({ id: 'filed', label: columns.filed }, f.perPlace, place);
    case 'on-time':
      return groups(f.byAuthority, (id) => (law.authorities.get(id) ? say(t, law.authorities.get(id)!.name) : id));
    case 'by-division':
      return groups(f.byDivision, place);
    case 'reductions':
      return {
        columns: (['reached', 'byFloor', 'missed', 'illustrative'] as const).map((id) => ({ id, label: columns[id] })),
        rows: f.reductions.aims.map((a) => ({ id: a.aim, name: words.aims[a.aim], cells: [a.reached, a.byFloor, a.missed, a.illustrative] })),
      };
    case 'ratings':
      return counts({ id: 'n', label: columns.ratings }, f.ratings?.grades ?? [], (grade) => words.grades[grade] ?? grade);
  }
}

export const firstColumn = (
  {
    t: {
      dayFigures: { columns },
    },
  }: Visit,
  chart: DayChart,
): string => ({ cases: columns.day, places: columns.place, 'on-time': columns.authority, 'by-division': columns.place, reductions: columns.aim, ratings: columns.grade })[chart];
