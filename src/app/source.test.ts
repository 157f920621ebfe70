import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMeasures } from '../core/index';
import { articlesOf, datesIn, factsOf, figureOf, lintSources } from '../core/source';
import { loadCity } from './load-city';
import { newspaperPage } from './source';
import { sourceReport } from './source-report';

const root = join(import.meta.dirname, '../..');
const { catalogue, files } = loadCity(join(root, 'cities/zhuzhou'));
const law = catalogue.inForce('2026-11-23').law!;
const page = newspaperPage(law, files)!;
const facts = page.source.facts!;
const fact = (id: string) => facts.find((f) => f.id === id)!;
const { measures, findings } = loadMeasures(files, law);
const cited = factsOf(law.sources);
const held = (source: string) => cited.get(source)!.fact;

describe('the newspaper page', () => {
  it('is held in over 120 facts, some for every story', () => {
    expect(facts.length).toBeGreaterThan(120);
    expect(page.stories.map((s) => s.id)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9']);
    for (const s of page.stories) expect(s.facts.length, s.id).toBeGreaterThanOrEqual(10);
  });
  it('gives every fact what is printed, and a place or a reason', () => {
    for (const f of facts) {
      expect(f.printed, f.id).toBeTruthy();
      expect(Boolean(f.usedBy?.length) !== Boolean(f.notModelled), f.id).toBe(true);
      expect(f.id.startsWith(`${f.story}.`), f.id).toBe(true);
    }
  });
  it.each([
    ['S2.entrants', 150_000],
    ['S3.rank', 78],
    ['S3.cities', 100],
    ['S3.second-level', 13],
    ['S3.third-level', 39],
    ['S3.visitors', 678_000],
    ['S3.visitors-growth', 18.41],
    ['S3.income', 27_747_180],
    ['S3.income-growth', 13.98],
    ['S4.days', 4],
    ['S4.test-valid', 24],
    ['S5.investment', 4_000_000_000],
    ['S6.intended', 30_000_000_000],
    ['S6.credit', 4_800_000_000],
    ['S7.shifeng-gdp', 50_000_000_000],
    ['S7.shifeng-rail', 100_000_000_000],
    ['S7.shifeng-gdp-year', 2025],
    ['S7.lukou-firms', 50],
    ['S7.lukou-scale', 10_000_000_000],
    ['S7.lukou-circle', 15],
    ['S8.college-students', 120_000],
    ['S8.college-trained', 60_000],
  ])('%s prints %d', (id, value) => expect(figureOf(fact(id).printed!)?.value).toBe(value));
  it.each([
    ['S3.published', ['2021-10-27']],
    ['S4.span', ['2021-10-28', '2021-10-31']],
    ['S5.signed', ['2021-10-27']],
    ['S6.signed', ['2021-10-27']],
    ['S7.shifeng-sessions', ['2021-10-25', '2021-10-26']],
    ['S8.changsha-date', ['2021-10-26']],
  ])('%s prints its days', (id, days) => expect(datesIn(fact(id).printed!, 2021)).toEqual(days));
  it('keeps the doubts of the page beside what is printed, and corrects nothing', () => {
    for (const id of ['S2.cut', 'S3.income', 'S8.college-students', 'S8.college-trained', 'S8.changsha-science', 'S8.changsha-industry', 'S9.missing-word', 'S9.issue', 'S9.page'])
      expect(fact(id).doubt, id).toBeDefined();
    expect(fact('S9.missing-word').printed).toBe('建设和等方面');
  });
  it('prints no year for what Lukou promised', () => {
    const lukou = facts.filter((f) => f.id.startsWith('S7.lukou'));
    expect(lukou.length).toBeGreaterThan(10);
    for (const f of lukou) expect(f.printed, f.id).not.toMatch(/20\d\d/);
  });
  it('holds each fact in exactly one of the ten printed stories, but for the page itself', () => {
    expect(page.articles).toHaveLength(10);
    for (const f of facts) expect(articlesOf(page.source, f), f.id).toHaveLength(f.story === 'S9' ? 0 : 1);
    expect(page.articles.reduce((n, a) => n + a.facts, 0)).toBe(facts.filter((f) => f.story !== 'S9').length);
  });
});

describe('what the city holds of it', () => {
  it('agrees with what is printed wherever a fact is cited', () => expect(lintSources(law, files).errors).toEqual([]));
  it('loads its targets, statistics and index frames', () => expect(findings).toEqual([]));
  it('lets only rooms that are not built be missing', () => {
    for (const w of lintSources(law, files).warnings) expect(w.message.en).toMatch(/usedBy names "games\//);
  });
  it('has every target’s strength and value from its fact, and no year that is not printed', () => {
    expect(measures.targets.size).toBe(22);
    for (const t of measures.targets.values()) {
      const f = held(t.source);
      expect(t.strength, t.id).toBe(f.strength);
      if (t.value !== undefined) expect(t.unit === 'fen' ? t.value / 100 : t.value, t.id).toBe(figureOf(f.printed!)!.value);
      if (t.year !== null) expect(held(t.yearSource!).printed).toBe(`${t.year}年`);
      if (t.area === '430212') expect(t.year, t.id).toBeNull();
    }
  });
  it('counts the National Day week as long as printed, and its figures as printed', () => {
    const s = measures.statistics.get('national-day-2021')!;
    const [from, to] = s.period.split('/') as [string, string];
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(figureOf(held(s.periodSource!).printed!)!.value);
    for (const o of s.observations) expect(o.unit === 'fen' ? o.value / 100 : o.value, o.indicator).toBe(figureOf(held(o.source).printed!)!.value);
  });
  it('has the index frame as counted and named', () => {
    const x = measures.indices.get('popularity-2021')!;
    expect(x.levels.map((l) => [l.count, l.named?.length ?? 0])).toEqual([
      [5, 5],
      [13, 0],
      [39, 0],
    ]);
    for (const l of x.levels) expect(l.count).toBe(figureOf(held(l.source).printed!)!.value);
    for (const n of [...x.levels[0]!.named!, ...x.publishers.items]) expect(n.name.zh).toBe(held(n.source!).printed);
    expect(x.name.zh).toBe(held(x.source).printed);
    expect([x.ranks[0]!.rank, x.ranked.count, x.edition!.number]).toEqual(
      [held(x.ranks[0]!.source).printed, held(x.ranked.source).printed, held(x.edition!.source).printed].map((p) => figureOf(p!)!.value),
    );
    expect(datesIn(held(x.published.source).printed!, 2021)).toEqual([x.published.date]);
  });
});

it('docs/source.md is what the source file says', () => expect(sourceReport(page)).toMatchFileSnapshot('../../docs/source.md'));
