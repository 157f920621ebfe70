import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, cpSync, writeFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { loadCity } from '../../app/load-city';
import { lean } from '../assets';
import { webApp } from '../server';
import { style } from '../style';
import { dir as city, testProduct } from '../testing/product';
import { amount } from './amount';

const appOn = (dir: string) => {
  const product = testProduct({ dir, catalogue: loadCity(dir).catalogue, today: () => '2021-11-20' });
  return { app: webApp(product), law: product.law() };
};
const { app, law } = appOn(city);
const get = async (path: string, language = 'en') => {
  const response = await app.request(path, { headers: { 'accept-language': language } });
  return { status: response.status, html: await response.text() };
};
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
const section = (html: string, id: string) => html.slice(html.indexOf(`id="${id}"`), html.indexOf('</article>', html.indexOf(`id="${id}"`)));

test('both languages answer, without a store', async () => {
  for (const [language, title] of [
    ['zh', '协议、承诺和请求'],
    ['en', 'Agreements, commitments and requests'],
  ] as const) {
    const { status, html } = await get('/agreements', language);
    expect(status).toBe(200);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(text(html)).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('agreements and requests can be linked to', async () => {
  const { html } = await get('/agreements');
  for (const id of [
    'china-mobile-2021',
    'cdb-2021',
    'tianxin-2021',
    'cdb-2021.deposits',
    'military-civil-2021',
    'science-2021',
    'industry-2021',
    'central-south-university-2021',
    'datang-huayin-2021',
    'medical-college-2021',
    'edf-2021',
  ])
    expect(html.split(`id="${id}"`), id).toHaveLength(2);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(decodeURIComponent(to!));
});

test('sixteen commitments, the six unnamed shown as unnamed', async () => {
  for (const [language, words] of [
    ['zh', '版面上没有写名称'],
    ['en', 'Not named on the page'],
  ] as const) {
    const { html } = await get('/agreements', language);
    const mobile = section(html, 'china-mobile-2021');
    expect(mobile.match(/id="china-mobile-2021\.[^"]+"/g)).toHaveLength(16);
    expect(text(mobile).split(words)).toHaveLength(7);
  }
});

test('the money stands as a bar and as a table that say the same', async () => {
  const { html } = await get('/agreements');
  const cdb = section(html, 'cdb-2021');
  expect(cdb).toContain('aria-label="Intended 30 billion yuan, credited 4.8 billion yuan, drawn 0 yuan, repaid 0 yuan"');
  expect(text(cdb)).toContain('Credited 4.8 billion yuan 16.0 % Drawn 0 yuan 0.0 % Repaid 0 yuan –');
  const widths = [...cdb.matchAll(/<rect class="money-(\w+)" [^>]*?width="([\d.]+)"/g)].map((m) => [m[1], Number(m[2])]);
  expect(widths).toEqual([
    ['intended', 600],
    ['credited', 96],
    ['drawn', 0],
    ['repaid', 0],
  ]);
  expect(text((await get('/agreements', 'zh')).html)).toContain('授信 48 亿元 16.0 %');
});

test('every fact leads to a fact of the source page that exists', async () => {
  const { html } = await get('/agreements');
  const facts = new Set(law.sources.get('zhuzhou-daily-2021-10-28')!.facts!.map((f) => f.id));
  const cited = [...html.matchAll(/href="\/source#([^"]+)"/g)].map((m) => m[1]!);
  expect(new Set(cited).size).toBeGreaterThan(90);
  expect(cited.filter((f) => !facts.has(f))).toEqual([]);
});

test('what is late on a day, who holds it, and that the clock is a sample', async () => {
  const late = (html: string) => text(html.slice(html.indexOf('id="late"'), html.indexOf('<details', html.indexOf('id="late"'))));
  const on = async (d: string) => late((await get(`/agreements?day-year=${d.slice(0, 4)}&day-month=${d.slice(5, 7)}&day-day=${d.slice(8)}`)).html);
  expect(late((await get('/agreements')).html)).toContain('Fiscal deposits S6.deposits The city of Zhuzhou 17 November 2021 sample 3 days');
  expect(await on('2021-11-17')).toContain('Nothing is late.');
  expect(await on('2021-11-18')).toContain('1 day');
  const wrong = await get('/agreements?day-year=2021&day-month=2&day-day=30');
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('aria-invalid="true"');
});

test('a request and its answer stand side by side; what was not printed says so', async () => {
  const { html } = await get('/agreements');
  const military = text(section(html, 'military-civil-2021'));
  expect(military.indexOf('Support the Beidou industry park')).toBeLessThan(military.indexOf('Push cooperation with the National University'));
  expect(military).toContain('push');
  expect(text(section(html, 'industry-2021'))).toContain('survives only in part');
  expect(text(section(html, 'cdb-2021.deposits'))).toContain('The page prints no answer.');
  expect(text(section(html, 'medical-college-2021'))).toContain('The page prints no request.');
  expect(text(section(html, 'medical-college-2021'))).toContain('Vocational-park office, State Investment Group');
});

test('no script, no inline style, and within 20 kB compressed with the style sheet', async () => {
  for (const language of ['zh', 'en']) {
    const { html } = await get('/agreements', language);
    expect(html).not.toMatch(/<script|style="/);
    expect(gzipSync(html).length + gzipSync(lean(style)).length).toBeLessThanOrEqual(20_000);
  }
});

test('books with a fault are not shown at all, rather than half', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'yijian-agreements-'));
  try {
    cpSync(city, dir, { recursive: true });
    const file = join(dir, 'agreements/tianxin-2021.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('kind: credited, amount: "480000000000"', 'kind: credited, amount: "4800000000000"'));
    const response = await appOn(dir).app.request('/agreements', { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(503);
    const html = await response.text();
    expect(html).toContain('did not pass its check');
    expect(html).not.toContain('id="cdb-2021"');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('large sums are said as people say them, and exactly', () => {
  const both = (fen: bigint) => [amount({ lang: 'zh' }, fen), amount({ lang: 'en' }, fen)];
  expect(both(3_000_000_000_000n)).toEqual(['300 亿元', '30 billion yuan']);
  expect(both(480_000_000_000n)).toEqual(['48 亿元', '4.8 billion yuan']);
  expect(both(12_345_678_901n)).toEqual(['123,456,789.01 元', '123,456,789.01 yuan']);
  expect(both(150_000_000n)).toEqual(['150 万元', '1.5 million yuan']);
  expect(both(0n)).toEqual(['0 元', '0 yuan']);
  expect(both(5n)).toEqual(['0.05 元', '0.05 yuan']);
});
