import { describe, expect, test, vi } from 'vitest';
import type { Principal } from '../../app/ports/identity';
import type { MissedSearch, Store } from '../../app/ports/store';
import { sampleIdentity } from '../../adapters/identity';
import { webApp } from '../server';
import { testProduct } from '../testing/product';

const noted: [string, string][] = [];
const inStore: MissedSearch[] = [
  { query: '养狗证 zzqx', times: 7, last: '2026-11-20' },
  { query: '生孩子', times: 5, last: '2026-11-20' },
];
const sessions = new Map<string, { tokenHash: string; principal: unknown; expiresAt: string }>();
const store = {
  noteMissedSearch: async (day: string, query: string) => void noted.push([day, query]),
  missedSearches: async () => inStore,
  saveSession: async (s: { tokenHash: string; principal: unknown; expiresAt: string }) => void sessions.set(s.tokenHash, s),
  session: async (hash: string) => sessions.get(hash) ?? null,
} as unknown as Store;
const product = testProduct({ store: async () => store });
const app = webApp(product);

const samples = sampleIdentity({ authorities: [...product.law().authorities.values()], division: product.law().city.home, stations: [] }).samples();
const clerk = samples.find((p) => p.kind === 'clerk')!;
const person = samples.find((p) => p.kind === 'person')!;
const cookieOf = async (principal: Principal) => (await product.sessions.begin(principal, null)).split(';')[0]!;

describe('a search that finds nothing', () => {
  test('is counted by day, without numbers and names, and never when something was found', async () => {
    noted.length = 0;
    for (const q of ['zzqx养鳄鱼', '上户口', '13800138000', '王小明', '']) await app.request(`/search?q=${encodeURIComponent(q)}`);
    await vi.waitFor(() => expect(noted).toEqual([['2026-11-23', 'zzqx养鳄鱼']]));
    await app.request(`/search/suggest?q=${encodeURIComponent('zzqx养鳄鱼')}`);
    expect(noted.length).toBe(1);
  });

  test('is answered though the store is not there', async () => {
    const without = webApp(testProduct({ store: () => Promise.reject(new Error('no store')) }));
    expect((await without.request(`/search?q=${encodeURIComponent('zzqx养鳄鱼')}`)).status).toBe(200);
  });
});

describe('/designer/searches', () => {
  test('shows a clerk what still finds nothing, in both languages', async () => {
    for (const [lang, title] of [
      ['zh', '没搜到的词'],
      ['en', 'Searches that found nothing'],
    ]) {
      const html = await (await app.request('/designer/searches', { headers: { cookie: `${await cookieOf(clerk)}; yj-lang=${lang}` } })).text();
      expect(html).toContain(title);
      expect(html).toContain('养狗证 zzqx');
      expect(html).not.toContain('<th scope="row">生孩子');
    }
  });

  test('is for those who describe the services', async () => {
    expect((await app.request('/designer/searches')).status).toBe(303);
    expect((await app.request('/designer/searches', { headers: { cookie: await cookieOf(person) } })).status).toBe(403);
  });
});
