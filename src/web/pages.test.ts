import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { webApp } from './server';
import { testProduct } from './testing/product';

const product = testProduct();
const app = webApp(product);
const law = product.law();

const open = [
  '/',
  '/search',
  '/basket',
  '/eligibility?journey=newborn',
  '/eligibility?service=food-licence',
  '/prepare?journey=open-guesthouse',
  '/prepare?service=food-licence&service=shop-sign-permit',
  '/journeys/newborn~open-restaurant',
  '/policies',
  '/search?q=上户口',
  '/search?q=zzzzzz',
  '/sign-in',
  '/settings',
  '/for-others',
  '/divisions',
  '/numbers',
  ...[...law.journeys.values()].flatMap((j) => [`/journeys/${j.id}`, ...Object.keys(j.scenarios).map((s) => `/journeys/${j.id}?scenario=${encodeURIComponent(s)}`)]),
  ...[...law.services.keys()].map((id) => `/services/${id}`),
  ...[...law.sources.keys()].map((id) => `/sources/${encodeURIComponent(id)}`),
  ...[...law.authorities.keys()].map((id) => `/authorities/${id}`),
];
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const text = (html: string) => html.replace(/<[^>]*>/g, ' ');

describe('every page', () => {
  test.each(['zh', 'en'])('answers in %s, whole and without holes', { timeout: 120_000 }, async (lang) => {
    for (const path of open) {
      const response = await get(path, { cookie: `yj-lang=${lang}` });
      expect(response.status, path).toBe(200);
      const html = await response.text();
      expect(html, path).toMatch(new RegExp(`^<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`));
      expect(text(html), path).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
      expect(html.match(/<h1[ >]/g)?.length, path).toBe(1);
      expect(html, path).not.toMatch(/ style="|<script(?! type="module" src="\/assets\/)/);
    }
  });

  test('leads only to pages that are there', { timeout: 120_000 }, async () => {
    const later = /^\/(mine|companies|desk|station|apply|track)\b/;
    const links = new Set<string>();
    for (const path of open) for (const [, href] of (await (await get(path)).text()).matchAll(/ href="([^"]+)"/g)) links.add(href!.replaceAll('&amp;', '&').split('#')[0]!);
    for (const href of links) {
      if (!href.startsWith('/') || later.test(href) || /[?&](lang|back|to)=/.test(href)) continue;
      expect([200, 302, 303], href).toContain((await get(href)).status);
    }
    expect(links).not.toContain('#');
  });

  test('weighs little: a resident page ≤ 20 kB gz HTML and CSS, ≤ 15 kB gz JavaScript', async () => {
    const size = async (path: string) => gzipSync(Buffer.from(await (await get(path)).arrayBuffer())).length;
    for (const path of open) {
      const html = await (await get(path)).text();
      let rest = gzipSync(html).length;
      let script = 0;
      for (const [, href] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)) {
        if (href!.endsWith('.css')) rest += await size(href!);
        else script += await size(href!);
      }
      expect(rest, path).toBeLessThanOrEqual(20 * 1024);
      expect(script, path).toBeLessThanOrEqual(15 * 1024);
    }
  });

  test('needs no store, even with a session that cannot be looked up', async () => {
    const store = vi.fn(() => new Promise<never>(() => {}));
    const cold = webApp(testProduct({ store }));
    for (const path of ['/', '/journeys/newborn', '/search?q=baby', '/services/food-licence']) expect((await cold.request(path)).status).toBe(200);
    expect(store).not.toHaveBeenCalled();
    const html = await (await cold.request('/', { headers: { cookie: `yj=${'a'.repeat(43)}` } })).text();
    expect(html).toContain('退出');
  });
});

describe('a page is safe', () => {
  test('headers forbid everything foreign', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect((await get('/', { cookie: `yj=${'a'.repeat(43)}` })).headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    '\u0000\u202e\ufffe',
    '%'.repeat(300),
    '�',
  ])('a hostile query stays text: %s', async (query) => {
    const response = await get(`/search?q=${encodeURIComponent(query)}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain("' onmouseover='");
  });

  test.each([
    '/journeys/%3Cscript%3E',
    '/services/__proto__',
    '/journeys/newborn?scenario=__proto__',
    '/sources/constructor',
    '/authorities/..%2f..%2fetc',
    '/nowhere',
    '/assets/style.css.map',
  ])('%s is not found, and is not repeated', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(text(html)).not.toMatch(/script%3E|__proto__|constructor|etc\/|nowhere/);
  });

  test.each([
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
  ])('refuses a form from elsewhere (%s: %s)', async (name, value) => {
    const response = await app.request('/settings', { method: 'POST', headers: { [name]: value, 'content-type': 'application/x-www-form-urlencoded' }, body: 'mode=care' });
    expect(response.status).toBe(403);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toContain('请求不是从本站页面发出的');
  });

  test('refuses a body that is too large', async () => {
    const response = await app.request('/settings', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `mode=${'x'.repeat(300_000)}` });
    expect(response.status).toBe(413);
  });

  test('a fault is told to the log, not to the visitor', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = webApp(
      testProduct({
        find: () => {
          throw new Error('secret detail');
        },
      }),
    );
    const response = await broken.request('/search?q=x');
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain('网站出了错');
    expect(html).not.toContain('secret');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('the visitor chooses', () => {
  const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, body: new URLSearchParams(body).toString() });

  test('the language: by address, then as kept, then as the browser asks, Chinese first', async () => {
    const lang = async (path: string, headers: Record<string, string> = {}) => /<html lang="([^"]+)"/.exec(await (await get(path, headers)).text())![1];
    expect(await lang('/')).toBe('zh-CN');
    expect(await lang('/', { 'accept-language': 'fr, en;q=0.8' })).toBe('en');
    expect(await lang('/', { 'accept-language': 'en;q=0.5, zh-CN' })).toBe('zh-CN');
    expect(await lang('/', { 'accept-language': 'en', cookie: 'yj-lang=zh' })).toBe('zh-CN');
    expect(await lang('/?lang=en', { cookie: 'yj-lang=zh' })).toBe('en');
    expect((await get('/?lang=en')).headers.get('set-cookie')).toContain('yj-lang=en');
  });

  test('large mode and place are kept and lead back', async () => {
    const response = await post('/settings', { mode: 'care', division: '430212101207', back: '/journeys/newborn?lang=en' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/journeys/newborn');
    expect(response.headers.get('set-cookie')).toMatch(/yj-mode=care.*yj-place=430212101207/);
    const html = await (await get('/journeys/newborn', { cookie: 'yj-mode=care; yj-place=430212101207' })).text();
    expect(html).toContain('data-mode="care"');
    expect(html).toContain('高伏村');
  });

  test('a journey counts what can be filed in one’s own village: all of a wedding but the wedding', async () => {
    expect(await (await get('/journeys/marriage-and-birth')).text()).toContain('5 项里，4 项在自己村、社区就能交');
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])('never leads away: %s', async (back) => {
    expect((await post('/settings', { mode: 'care', back })).headers.get('location')).toBe('/');
  });

  test('signs in as a sample person, is greeted by name, and signs out', async () => {
    const page = await (await get('/sign-in?to=/journeys/newborn')).text();
    expect(page).toContain('刘小满');
    const response = await post('/sign-in', { sample: 'sample:person:liu-xiaoman', to: '/journeys/newborn' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/journeys/newborn');
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    expect(await (await get('/journeys/newborn', { cookie })).text()).toContain('刘小满（示例），已登录');
    const out = await post('/sign-out', {}, { cookie });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await (await get('/', { cookie })).text()).not.toContain('刘小满');
  });

  test('a clerk begins at the desk; nobody is not signed in', async () => {
    expect((await post('/sign-in', { sample: 'sample:clerk:health:430212' })).headers.get('location')).toBe('/desk');
    expect((await post('/sign-in', { sample: 'sample:person:nobody' })).status).toBe(400);
    expect((await post('/sign-in', {})).status).toBe(400);
  });
});

describe('the list', () => {
  const post = (body: Record<string, string>, cookie = '') =>
    app.request('/basket', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie }, body: new URLSearchParams(body).toString() });
  const kept = (r: Response) => r.headers.get('set-cookie')!.split(';')[0]!;

  test('takes services, shows what joining them saves, and sends them all to the application', async () => {
    const one = kept(await post({ add: 'food-licence' }));
    const two = kept(await post({ add: 'shop-sign-permit' }, one));
    expect(kept(await post({ add: 'shop-sign-permit' }, two))).toBe(two);
    const html = await (await get('/basket', { cookie: two })).text();
    expect(html).toContain('2 件并成一次申请');
    expect(html).toMatch(/action="\/apply"><input type="hidden" name="service" value="food-licence"\/><input type="hidden" name="service" value="shop-sign-permit"\/>/);
    expect(html).toContain('href="/journeys/open-guesthouse"');
    expect(kept(await post({ remove: 'food-licence' }, two))).toBe('yj-list=shop-sign-permit');
    expect(kept(await post({ remove: 'all' }, two))).toBe('yj-list=');
    expect(await (await get('/', { cookie: two })).text()).toContain('我的清单（2）');
  });

  test('drops what the catalogue does not know', async () => {
    expect((await post({ add: 'nothing' })).headers.get('set-cookie')).toBeNull();
    expect(await (await get('/basket', { cookie: 'yj-list=nothing~__proto__~<b>' })).text()).toContain('清单还是空的');
  });

  test('a service that speaks of somebody only a journey names is offered alone with whom it is filled in for', async () => {
    const page = await (await get('/services/household-registration')).text();
    expect(page).toContain('action="/apply"');
    expect(page).toContain('按孩子、母亲的情况填');
    expect(await (await get('/services/food-licence')).text()).toContain('action="/apply"');
  });
});

describe('finding', () => {
  test.each([
    ['shanghukou', 'newborn'],
    ['开民宿', 'open-guesthouse'],
    ['guesthouse', 'open-guesthouse'],
  ])('%s', async (query, id) => {
    expect(await (await get(`/search?q=${encodeURIComponent(query)}`)).text()).toContain(`/journeys/${id}"`);
  });

  test('suggests names as JSON', async () => {
    const response = await get(`/search/suggest?q=${encodeURIComponent('民宿')}`);
    expect(await response.json()).toContain('我要开民宿');
  });

  test('a citation leads to its entry', async () => {
    const response = await get('/sources/licensing-law-42');
    expect(response.headers.get('location')).toBe('/sources/licensing-law#licensing-law-42');
  });

  test('an asset is kept for a year under its own hash, and an old hash still gets a file', async () => {
    const path = product.assets('style.css')!.path;
    expect((await get(path)).headers.get('cache-control')).toContain('immutable');
    expect((await get('/assets/style.0000000000.css')).headers.get('cache-control')).toBe('public, max-age=60');
  });

  test('health', async () => expect(await (await get('/healthz')).json()).toEqual({ ok: true }));
});
