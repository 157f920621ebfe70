import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newspaperOf } from '../../app/source';
import { idsOf, linksOf, openPages, wordsOf } from './testing/pages';
import { useHref } from './use-link';

const pages = openPages();
const facts = newspaperOf(pages.law)!.facts!;

describe('/source', () => {
  it.each(['zh', 'en'] as const)('shows every fact as printed, with its restatement and its doubt (%s)', async (language) => {
    const html = await pages.page('/source', language);
    const words = wordsOf(html);
    const ids = idsOf(html);
    for (const f of facts) {
      expect(ids, f.id).toContain(f.id);
      expect(words, f.id).toContain(f.printed);
      expect(words, f.id).toContain(f.says[language]);
      if (f.doubt) expect(words, f.id).toContain(f.doubt[language]);
      if (f.notModelled) expect(words, f.id).toContain(f.notModelled[language]);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('names the ten printed stories and leads to each', async () => {
    const html = await pages.page('/source');
    const inside = linksOf(html).filter((l) => l.startsWith('#') && l !== '#main');
    expect(inside.length).toBeGreaterThanOrEqual(10);
    for (const l of inside) expect(idsOf(html)).toContain(l.slice(1));
  });
  it('leads to the screen that carries each fact, and says where none is built', async () => {
    const html = await pages.page('/source');
    const links = linksOf(html);
    for (const use of ['orders/youxian-2021-3', 'agreements/cdb-2021', 'targets/shifeng-gdp', 'statistics/national-day-2021', 'index/popularity-2021', 'journeys/newborn', 'requests/edf-2021'])
      expect(links, use).toContain(useHref(use));
  });
  it('has short words for strengths: 力争, 拟', async () => {
    const words = wordsOf(await pages.page('/source'));
    expect(words).toContain('力度：力争');
    expect(words).toContain('力度：拟');
  });
  it('stays light', async () => expect(gzipSync(await pages.page('/source')).length + gzipSync(pages.style).length).toBeLessThan(20_480));
});

describe('where a use leads', () => {
  it.each([
    ['orders/youxian-2021-3', '/orders'],
    ['agreements/cdb-2021', '/agreements#cdb-2021'],
    ['requests/edf-2021', '/agreements#edf-2021'],
    ['targets/shifeng-gdp', '/govern#shifeng-gdp'],
    ['statistics/national-day-2021', '/govern#national-day-2021'],
    ['index/popularity-2021', '/govern#popularity-2021'],
    ['journeys/newborn', '/journeys/newborn'],
    ['games/14th', '/games'],
    ['divisions', '/divisions'],
    ['nonsense', '#'],
  ])('%s → %s', (use, href) => expect(useHref(use)).toBe(href));
});
