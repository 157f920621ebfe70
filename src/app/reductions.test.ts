/** docs/reductions.md is what the compiler counts today, and what others published names journeys that exist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCity } from './load-city';
import { publications } from './published-reductions';
import { reductions, reductionsDay } from './reductions';
import { reductionsPage } from './reductions-page';

const root = join(import.meta.dirname, '../..');
const law = loadCity(join(root, 'cities/zhuzhou')).catalogue.inForce(reductionsDay).law!;
const published = publications(readFileSync(join(root, 'docs/published-reductions.yaml'), 'utf8'));

test('docs/reductions.md is up to date (npx yijian reductions --write)', () => {
  const page = reductionsPage(reductions(law), published);
  const committed = readFileSync(join(root, 'docs/reductions.md'), 'utf8');
  const line = page.split('\n').findIndex((l, i) => l !== committed.split('\n')[i]);
  expect(page === committed, `line ${line + 1}: run npx yijian reductions --write\n${page.split('\n')[line]}`).toBe(true);
}, 600_000);

test('what others published stands beside journeys of this city, and nobody is cited without a source', () => {
  for (const p of published) {
    if (p.journey !== undefined) expect(law.journeys.has(p.journey), p.journey).toBe(true);
    expect(p.source.title.length).toBeGreaterThan(5);
  }
  expect(published.filter((p) => p.journey === undefined).length).toBeGreaterThan(5);
});

test.each([
  ['{number: days}', 'neither a cut nor a before'],
  ['{number: days, cut: 40, before: 3}', 'both'],
  ['{number: days, cut: 140}', 'more than everything'],
  ['{number: smiles, cut: 4}', 'no number of ours'],
])('a published figure %s is refused: %s', (figure) =>
  expect(() => publications(`- {place: {zh: 甲, en: A}, year: 2020, what: {zh: 乙, en: b}, figures: [${figure}], source: {title: 报纸, seen: original}}`)).toThrow());
