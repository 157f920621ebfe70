import { describe, expect, it } from 'vitest';
import { loadMeasures } from './measures';
import { onTrack } from './on-track';
import { asCsv, asKnown, longTable, type Observation } from './table';

const good = {
  'indicators/gdp.yaml': 'id: gdp\nname: {zh: 生产总值, en: GDP}\nunit: fen\ndirection: up\n',
  'indicators/visitors.yaml': 'id: visitors\nname: {zh: 游客, en: Visitors}\nunit: visits\ndirection: up\n',
  'targets/gdp-2025.yaml':
    'id: gdp-2025\narea: "430204"\nname: {zh: 生产总值, en: GDP}\nindicator: gdp\nop: above\nvalue: "5000"\nunit: fen\nyear: 2025\nyearSource: paper#year\nstrength: strive\nsource: paper#gdp\n',
  'statistics/gdp.yaml':
    'id: gdp\narea: "430204"\nname: {zh: 生产总值, en: GDP}\nperiod: "2021"\nobservations:\n  - {indicator: gdp, value: "4000", unit: fen, status: preliminary, asOf: 2022-02-01, source: paper#gdp}\n  - {indicator: gdp, value: "4100", unit: fen, status: revised, asOf: 2023-02-01, source: paper#gdp}\n',
  'indices/rank.yaml':
    'id: rank\nname: {zh: 榜, en: Rank}\npublished: {date: 2021-10-27, source: paper#gdp}\npublishers: {open: true, items: []}\nranked: {count: 100, source: paper#gdp}\nlevels:\n  - {level: 1, name: {zh: 维度, en: Dimension}, count: 2, source: paper#gdp, named: [{id: a, name: {zh: 甲, en: A}}, {id: b, name: {zh: 乙, en: B}}]}\n  - {level: 2, name: {zh: 二级, en: Second}, count: 3, source: paper#gdp}\nranks: [{area: "430204", rank: 78, period: "2021", asOf: 2021-10-27, source: paper#gdp}]\nsource: paper#gdp\n',
};
type File = keyof typeof good;
const law = {
  divisions: new Map([['430204', {}]]),
  citations: new Map([
    ['paper#gdp', {}],
    ['paper#year', {}],
  ]),
} as unknown as Parameters<typeof loadMeasures>[1];
const load = (files: { [path: string]: string }) => loadMeasures(new Map(Object.entries(files)), law);

function broken(file: File, from: string, to: string) {
  expect(good[file]).toContain(from);
  const { findings } = load({ ...good, [file]: good[file].replace(from, to) });
  return findings.map((f) => [f.code, f.file, f.line]);
}

describe('files of targets, statistics and indices', () => {
  it('loads what is right', () => expect(load(good).findings).toEqual([]));

  it.each<[string, File, string, string, string, number]>([
    ['a missing unit', 'targets/gdp-2025.yaml', 'unit: fen\n', '', 'YJ610', 1],
    ['a value without its operator', 'targets/gdp-2025.yaml', 'op: above\n', '', 'YJ610', 1],
    ['a unit that is not the indicator’s', 'targets/gdp-2025.yaml', 'unit: fen', 'unit: visits', 'YJ611', 7],
    ['an unknown unit', 'targets/gdp-2025.yaml', 'unit: fen', 'unit: 亿元', 'YJ203', 7],
    ['an unknown strength', 'targets/gdp-2025.yaml', 'strength: strive', 'strength: ensure', 'YJ203', 10],
    ['a year that is no year', 'targets/gdp-2025.yaml', 'year: 2025', 'year: 十四五', 'YJ203', 8],
    ['a year without its source', 'targets/gdp-2025.yaml', 'yearSource: paper#year\n', '', 'YJ612', 8],
    ['a source of a year that is not printed', 'targets/gdp-2025.yaml', 'year: 2025', 'year: none', 'YJ612', 9],
    ['a value that is no number', 'targets/gdp-2025.yaml', 'value: "5000"', 'value: 500亿', 'YJ203', 6],
    ['an unknown indicator', 'targets/gdp-2025.yaml', 'indicator: gdp', 'indicator: gpd', 'YJ303', 4],
    ['an unknown area', 'targets/gdp-2025.yaml', '"430204"', '"430299"', 'YJ303', 2],
    ['an unknown source', 'targets/gdp-2025.yaml', 'source: paper#gdp', 'source: paper#gpd', 'YJ303', 11],
    ['an unknown key', 'targets/gdp-2025.yaml', 'area:', 'aera:', 'YJ201', 2],
    ['an id that is not the file name', 'targets/gdp-2025.yaml', 'id: gdp-2025', 'id: gdp-2026', 'YJ302', 1],
    ['a period that is no period', 'statistics/gdp.yaml', 'period: "2021"', 'period: last year', 'YJ203', 4],
    ['a period that ends before it begins', 'statistics/gdp.yaml', 'period: "2021"', 'period: 2021-10-07/2021-10-01', 'YJ203', 4],
    ['two values known on one day', 'statistics/gdp.yaml', '2023-02-01', '2022-02-01', 'YJ613', 7],
    ['a value known before its period', 'statistics/gdp.yaml', '2022-02-01', '2020-02-01', 'YJ614', 6],
    ['an unknown status', 'statistics/gdp.yaml', 'status: revised', 'status: final', 'YJ203', 7],
    ['more names than are counted', 'indices/rank.yaml', 'count: 2', 'count: 1', 'YJ615', 7],
    ['a rank outside the ranking', 'indices/rank.yaml', 'rank: 78', 'rank: 101', 'YJ616', 9],
  ])('%s', (_, file, from, to, code, line) => {
    const found = broken(file, from, to);
    expect(found.filter(([c]) => c === code)).toEqual([[code, file, line]]);
  });

  it('says what to do in both languages', () => {
    const { findings } = load({ ...good, 'targets/gdp-2025.yaml': good['targets/gdp-2025.yaml'].replace('unit: fen\n', '') });
    expect(findings[0]!.message).toEqual({
      zh: '可以核对的目标要同时写 indicator、op、value、unit；还缺 unit',
      en: 'a target that can be checked gives indicator, op, value, unit together; unit missing',
    });
  });
  it('refuses a duplicate id under another file name', () => {
    const { findings } = load({ ...good, 'targets/twin.yaml': good['targets/gdp-2025.yaml'] });
    expect(findings.map((f) => f.code)).toEqual(['YJ301', 'YJ302']);
  });
});

describe('the long table', () => {
  const table = longTable(load(good).measures);
  it('holds what was reported, promised, ranked, and counted without a name', () => {
    expect(table.map((o) => [o.indicator, o.period, o.value, o.status])).toEqual([
      ['gdp', '2021', 4000, 'preliminary'],
      ['gdp', '2021', 4100, 'revised'],
      ['gdp', '2025', 5000, 'target'],
      ['rank', '2021', 78, 'reported'],
      ['rank.2.1', '2021', null, 'unnamed'],
      ['rank.2.2', '2021', null, 'unnamed'],
      ['rank.2.3', '2021', null, 'unnamed'],
    ]);
  });
  it('answers as it was known on a day, and never overwrites', () => {
    const gdp = (day: string) =>
      asKnown(table, day)
        .filter((o) => o.indicator === 'gdp' && o.status !== 'target')
        .map((o) => o.value);
    expect(gdp('2022-01-31')).toEqual([]);
    expect(gdp('2022-12-31')).toEqual([4000]);
    expect(gdp('2023-02-01')).toEqual([4100]);
  });
  it('is read back from CSV as it was', () => {
    const [head, ...lines] = asCsv(table).trim().split('\r\n');
    expect(head).toBe('indicator,area,period,value,unit,status,asOf,source');
    expect(lines[2]).toBe('gdp,430204,2025,5000,fen,target,,paper#gdp');
    expect(lines).toHaveLength(table.length);
  });
});

describe('whether a target is on track', () => {
  const target = load(good).measures.targets.get('gdp-2025')!;
  const year = (y: number, value: number): Observation => ({
    indicator: 'gdp',
    area: '430204',
    period: String(y),
    value,
    unit: 'fen',
    status: 'reported',
    asOf: `${y + 1}-02-01`,
    source: 'paper#gdp',
  });
  it('cannot be said without figures', () => expect(onTrack(target, [])).toEqual({ points: [], progress: { status: 'unable', value: null, score: null }, pace: null, required: null }));
  it('is read both ways from figures of two years', () => {
    const reading = onTrack(target, [year(2021, 4000), year(2023, 4500)])!;
    expect(reading.progress.status).toBe('on-track');
    expect(reading.pace).toEqual({ completion: 90, elapsed: 50, ahead: 40 });
    expect(reading.required).toBeCloseTo((5000 / 4500) ** 0.5 - 1, 12);
  });
  it('is not judged where no year is printed', () => {
    const reading = onTrack({ ...target, year: null }, [year(2021, 4000), year(2023, 4500)])!;
    expect(reading.progress.status).toBe('unable');
    expect(reading.pace).toBeNull();
    expect(reading.required).toBeNull();
  });
  it('does not arise for a task in words', () => expect(onTrack({ ...target, indicator: undefined }, [])).toBeNull());
});
