/**
 * One long table for everything measured and promised: a row is one value of one indicator in one area and period. It has two times: `period`,
 * what the value is about, and `asOf`, since when it is known. Nothing is overwritten; a later `asOf` stands beside the earlier one.
 */
import type { Status } from './declare/statistic';
import type { Unit } from './declare/scalar';
import type { Measures } from './measured';

/** `value` null: counted but not named, or promised without a figure. `period` null: the source prints no year. */
export type Observation = {
  indicator: string;
  area: string;
  period: string | null;
  value: number | null;
  unit: Unit;
  status: Status;
  asOf: string | null;
  source: string;
};

export function longTable(m: Measures): Observation[] {
  return [...reported(m), ...promised(m), ...ranked(m)];
}

const reported = (m: Measures): Observation[] =>
  [...m.statistics.values()].flatMap((s) =>
    s.observations.map((o): Observation => ({ indicator: o.indicator, area: s.area, period: s.period, value: o.value, unit: o.unit, status: o.status, asOf: o.asOf, source: o.source })),
  );

const promised = (m: Measures): Observation[] =>
  [...m.targets.values()].flatMap((t): Observation[] =>
    t.indicator === undefined
      ? []
      : [{ indicator: t.indicator, area: t.area, period: t.year === null ? null : String(t.year), value: t.value ?? null, unit: t.unit ?? 'points', status: 'target', asOf: null, source: t.source }],
  );

/** Ranks as given, and one row for each indicator that is counted in the index but not named. */
const ranked = (m: Measures): Observation[] =>
  [...m.indices.values()].flatMap((x) => [
    ...x.ranks.map((r): Observation => ({ indicator: x.id, area: r.area, period: r.period, value: r.rank, unit: 'rank', status: 'reported', asOf: r.asOf, source: r.source })),
    ...x.levels.flatMap((l) =>
      Array.from(
        { length: l.count - (l.named?.length ?? 0) },
        (_, i): Observation => ({
          indicator: `${x.id}.${l.level}.${(l.named?.length ?? 0) + i + 1}`,
          area: x.ranks[0]?.area ?? '',
          period: x.ranks[0]?.period ?? null,
          value: null,
          unit: 'points',
          status: 'unnamed',
          asOf: x.published.date,
          source: l.source,
        }),
      ),
    ),
  ]);

/** The table as it was known on a day: of each indicator, area and period the latest value not younger than that day. */
export function asKnown(rows: readonly Observation[], day: string): Observation[] {
  const latest = new Map<string, Observation>();
  for (const row of rows) {
    if (row.asOf !== null && row.asOf > day) continue;
    const key = JSON.stringify([row.indicator, row.area, row.period, row.status === 'target']);
    const before = latest.get(key);
    if (!before || (row.asOf ?? '') >= (before.asOf ?? '')) latest.set(key, row);
  }
  return [...latest.values()];
}

/** The long table as CSV (RFC 4180), one header line. */
export function asCsv(rows: readonly Observation[]): string {
  const columns = ['indicator', 'area', 'period', 'value', 'unit', 'status', 'asOf', 'source'] as const;
  const cell = (x: string | number | null) => (x === null ? '' : /[",\r\n]/.test(String(x)) ? `"${String(x).replaceAll('"', '""')}"` : String(x));
  return [columns.join(','), ...rows.map((r) => columns.map((c) => cell(r[c])).join(','))].join('\r\n').concat('\r\n');
}
