/** What must agree between indicators, targets, statistics and index frames. */
import { finding, type Finding, type InForce, type Names, type Place, unknownName } from '../catalogue';
import type { Measures } from './measured';

type Path = (string | number)[];

export function check(m: Measures, law: Pick<InForce, 'divisions' | 'citations'>, place: (file: string, path: Path) => Place): Finding[] {
  const out: Finding[] = [];
  const say = (code: string, file: string, path: Path, zh: string, en: string) => void out.push(finding(code, place(file, path), zh, en));
  const named = (what: [string, string], id: string | undefined, among: Names, file: string, path: Path): boolean => {
    const unknown = id === undefined ? null : unknownName('YJ303', () => place(file, path), what, id, among);
    if (unknown) out.push(unknown);
    return !unknown;
  };
  const cited = (source: string | undefined, file: string, path: Path) => named(['来源', 'source'], source, law.citations, file, path);
  const area = (code: string, file: string, path: Path) => named(['区划', 'division'], code, law.divisions, file, path);
  const measured = (x: { indicator?: string | undefined; unit?: string | undefined }, file: string, path: Path) => {
    if (!named(['指标', 'indicator'], x.indicator, m.indicators, file, [...path, 'indicator'])) return;
    const wanted = x.indicator && m.indicators.get(x.indicator)!.unit;
    if (wanted && x.unit && x.unit !== wanted)
      say(
        'YJ611',
        file,
        [...path, 'unit'],
        `指标“${x.indicator}”的单位是 ${wanted}，这里是 ${x.unit}；换算后用同一个单位`,
        `the indicator "${x.indicator}" is in ${wanted}, here it is ${x.unit}; convert and use one unit`,
      );
  };
  const kit = { m, say, named, cited, area, measured };
  checkIndicators(kit);
  checkTargets(kit);
  checkStatistics(kit);
  checkIndices(kit);
  return out;
}

type Kit = {
  m: Measures;
  say: (code: string, file: string, path: Path, zh: string, en: string) => void;
  named: (what: [string, string], id: string | undefined, among: Names, file: string, path: Path) => boolean;
  cited: (source: string | undefined, file: string, path: Path) => boolean;
  area: (code: string, file: string, path: Path) => boolean;
  measured: (x: { indicator?: string | undefined; unit?: string | undefined }, file: string, path: Path) => void;
};

function checkIndicators({ m, cited, named }: Kit): void {
  for (const i of m.indicators.values()) {
    const file = `indicators/${i.id}.yaml`;
    named(['指标', 'indicator'], i.growthOf, m.indicators, file, ['growthOf']);
    cited(i.source, file, ['source']);
  }
}

const measuredKeys = ['indicator', 'op', 'value', 'unit'] as const;

function checkTargets({ m, say, cited, area, measured }: Kit): void {
  for (const t of m.targets.values()) {
    const file = `targets/${t.id}.yaml`;
    area(t.area, file, ['area']);
    cited(t.source, file, ['source']);
    cited(t.yearSource, file, ['yearSource']);
    t.also?.forEach((s, i) => void cited(s, file, ['also', i]));
    const absent = measuredKeys.filter((k) => t[k] === undefined);
    if (absent.length > 0 && absent.length < measuredKeys.length)
      say(
        'YJ610',
        file,
        [],
        `可以核对的目标要同时写 ${measuredKeys.join('、')}；还缺 ${absent.join('、')}`,
        `a target that can be checked gives ${measuredKeys.join(', ')} together; ${absent.join(', ')} missing`,
      );
    measured(t, file, []);
    if (t.year !== null && t.yearSource === undefined)
      say('YJ612', file, ['year'], '年份要有自己的 yearSource；来源没印年份就写 year: none', 'a year needs its own yearSource; where the source prints none, write year: none');
    if (t.year === null && t.yearSource !== undefined) say('YJ612', file, ['yearSource'], '没有年份就不要写 yearSource', 'without a year there is no yearSource; remove it');
  }
}

function checkStatistics({ m, say, named, cited, area, measured }: Kit): void {
  const seen = new Set<string>();
  for (const s of m.statistics.values()) {
    const file = `statistics/${s.id}.yaml`;
    area(s.area, file, ['area']);
    cited(s.periodSource, file, ['periodSource']);
    s.observations.forEach((o, i) => {
      const path = ['observations', i];
      measured(o, file, path);
      cited(o.source, file, [...path, 'source']);
      const key = `${o.indicator}\0${s.area}\0${s.period}\0${o.asOf}`;
      if (seen.has(key))
        say(
          'YJ613',
          file,
          path,
          `同一指标、区划、期间在 ${o.asOf} 已有一个值；修订请写新的 asOf`,
          `the indicator already has a value for this area and period as of ${o.asOf}; a revision takes a new asOf`,
        );
      seen.add(key);
      const first = s.period.slice(0, 10);
      if (o.asOf < first) say('YJ614', file, [...path, 'asOf'], `asOf ${o.asOf} 早于期间开始 ${first}；检查日期`, `asOf ${o.asOf} is before the period begins on ${first}; check the date`);
    });
    const given = new Set(s.observations.map((o) => o.indicator));
    s.checks?.forEach((c, i) => {
      for (const key of ['of', 'per'] as const) named(['本文件的指标', 'indicator of this file'], c[key], given, file, ['checks', i, key]);
    });
  }
}

function checkIndices({ m, say, cited, area }: Kit): void {
  for (const x of m.indices.values()) {
    const file = `indices/${x.id}.yaml`;
    for (const [path, source] of [
      [['source'], x.source],
      [['published', 'source'], x.published.source],
      [['ranked', 'source'], x.ranked.source],
      [['edition', 'source'], x.edition?.source],
      [['publishers', 'source'], x.publishers.source],
    ] as [Path, string | undefined][])
      cited(source, file, path);
    x.publishers.items.forEach((p, i) => void cited(p.source, file, ['publishers', 'items', i, 'source']));
    x.levels.forEach((l, i) => {
      cited(l.source, file, ['levels', i, 'source']);
      l.named?.forEach((n, k) => void cited(n.source, file, ['levels', i, 'named', k, 'source']));
      if ((l.named?.length ?? 0) > l.count)
        say('YJ615', file, ['levels', i, 'count'], `写了 ${l.named!.length} 个名称，却只有 ${l.count} 个；改正一处`, `${l.named!.length} are named, but only ${l.count} counted; correct one of them`);
      if (l.level !== i + 1) say('YJ615', file, ['levels', i, 'level'], `第 ${i + 1} 行应是第 ${i + 1} 级`, `line ${i + 1} should be level ${i + 1}`);
    });
    x.ranks.forEach((r, i) => {
      area(r.area, file, ['ranks', i, 'area']);
      cited(r.source, file, ['ranks', i, 'source']);
      if (r.rank < 1 || r.rank > x.ranked.count) say('YJ616', file, ['ranks', i, 'rank'], `名次应在 1 到 ${x.ranked.count} 之间`, `a rank lies between 1 and ${x.ranked.count}`);
    });
  }
}
