import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cut, measuresOf, reductionsOf } from '../../app/govern';
import { idsOf, linksOf, openPages, wordsOf } from '../source-page/testing/pages';
import { textOf } from '../text';
import { amount, change } from './amount';

const pages = openPages();
const measures = measuresOf(pages.product);

describe('/govern', () => {
  it('shows every target where its anchor leads, with its strength and a year only where one is printed', async () => {
    const html = await pages.page('/govern');
    for (const t of measures.targets.values()) expect(idsOf(html), t.id).toContain(t.id);
    const words = wordsOf(html);
    expect(words).toMatch(/地区生产总值\s+超过 500亿元\s+力争\s+2025/);
    expect(words).toMatch(/新材料企业\s+不少于 50家\s+没有写力度\s+没有印年份/);
    expect(words).not.toMatch(/新材料产业规模\s+超过 100亿元[^。]{0,20}2025/);
  });
  it('leads from every figure to a fact that /source shows', async () => {
    const anchors = new Set(idsOf(await pages.page('/source')));
    const cited = linksOf(await pages.page('/govern')).filter((l) => l.startsWith('/source#'));
    expect(cited.length).toBeGreaterThan(30);
    for (const l of cited) expect([...anchors], l).toContain(l.slice(8));
  });
  it('is led back to: every target, statistic and index of /source has its anchor here', async () => {
    const ids = new Set(idsOf(await pages.page('/govern')));
    for (const l of linksOf(await pages.page('/source')).filter((x) => x.startsWith('/govern#'))) expect([...ids], l).toContain(l.slice(8));
  });
  it('prints income as printed, and the quotient as its doubt', async () => {
    const words = wordsOf(await pages.page('/govern'));
    expect(words).toContain('2774.718万元');
    expect(words).toContain('67.8万人次');
    expect(words).toContain('+18.41%');
    expect(words).toContain('+13.98%');
    expect(words).toMatch(/存疑：每人次旅游收入 .*= 41元/);
  });
  it('counts what is not named and names what is', async () => {
    const words = wordsOf(await pages.page('/govern'));
    for (const name of ['网络热度', '城市活力', '潮生活', '产业发展', '印象评分', '13 个没有公布名称', '39 个没有公布名称', '株洲市列第 78 位，共 100 个城市']) expect(words).toContain(name);
  });
  it('shows the four reductions of every matter as the compiler counts them', async () => {
    const words = wordsOf(await pages.page('/govern'));
    const reductions = reductionsOf(pages.product);
    expect(reductions.map((r) => r.journey)).toEqual([...pages.law.journeys.keys()]);
    for (const r of reductions) {
      expect(words).toContain(r.name.zh);
      for (const n of Object.values(r.numbers)) {
        expect(words).toContain(`${n.before.oneAfterAnother} → ${n.after}`);
        const saved = cut(n);
        if (saved !== null) expect(saved, r.journey).toBeGreaterThanOrEqual(0);
      }
    }
  });
  it.each(['zh', 'en'] as const)('draws with a text for each picture and a table beside it (%s)', async (language) => {
    const html = await pages.page('/govern', language);
    const pictures = html.match(/<svg class="chart"[^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThanOrEqual(4);
    for (const p of pictures) expect(p).toMatch(/role="img" aria-label="[^"]{10,}"/);
    expect(html.match(/<table>/g)!.length).toBeGreaterThanOrEqual(3);
    expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('style="');
  });
  it.each(['zh', 'en'] as const)('weighs at most 20 kB with its style (%s)', async (language) =>
    expect(gzipSync(await pages.page('/govern', language)).length + gzipSync(pages.style).length).toBeLessThan(20_480));
  it('gives the same as one table', async () => {
    const csv = await pages.page('/govern/data.csv');
    expect(csv).toContain('tourism-income,430200,2021-10-01/2021-10-07,2774718000,fen,reported,2021-10-28,');
    expect(csv.match(/,unnamed,/g)).toHaveLength(13 + 39);
  });
});

describe('amounts', () => {
  const [zh, en] = [textOf('zh'), textOf('en')];
  it.each([
    [5_000_000_000_000, 'fen', '500亿元', '50 billion yuan'],
    [2_774_718_000, 'fen', '2774.718万元', '27.74718 million yuan'],
    [4_100, 'fen', '41元', '41 yuan'],
    [678_000, 'visits', '67.8万人次', '678,000 visits'],
    [50, 'enterprises', '50家', '50 enterprises'],
    [13.98, 'percent', '13.98%', '13.98 %'],
  ] as const)('%d %s', (value, unit, chinese, english) => {
    expect(amount(zh, value, unit)).toBe(chinese);
    expect(amount(en, value, unit)).toBe(english);
  });
  it('a change carries its sign', () => expect([change(zh, 18.41), change(zh, -3)]).toEqual(['+18.41%', '-3%']));
});
