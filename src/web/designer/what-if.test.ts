import { describe, expect, test } from 'vitest';
import { whatIf, type Outcome } from '../../core/journey';
import { webApp } from '../server';
import { testProduct } from '../testing/product';

const product = testProduct();
const app = webApp(product);
const post = (sample: string) => app.request('/sign-in', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ sample }).toString() });
const cookie = (await post('sample:clerk:health:430212')).headers.get('set-cookie')!.split(';')[0]!;
const get = (query: string, headers: Record<string, string> = { cookie }) => app.request(`/designer/what-if${query}`, { headers });

describe('/designer/what-if', () => {
  test('is for those who work here', async () => {
    expect((await get('', {})).status).not.toBe(200);
    const person = (await post('sample:person:liu-xiaoman')).headers.get('set-cookie')!.split(';')[0]!;
    expect((await get('', { cookie: person })).status).not.toBe(200);
    expect((await get('')).status).toBe(200);
  });

  test('is reached from /designer, with the other rooms', async () => {
    const html = await (await app.request('/designer', { headers: { cookie } })).text();
    for (const room of ['catalogue', 'what-if', 'searches']) expect(html).toContain(`href="/designer/${room}"`);
  });

  test('shows the largest change first, with a link to the journey in that situation', async () => {
    const html = await (await get('?register=population')).text();
    const first = (whatIf(product.law(), product.today(), product.connected, { register: 'population' }) as Outcome[])[0]!;
    expect(/<tbody>.*?href="([^"]+)"/s.exec(html)![1]!.replaceAll('&amp;', '&')).toBe(`/journeys/${first.journey}?scenario=${first.scenario}`);
    expect(html).toContain(`${first.before.documents.after} → ${first.after.documents.after}`);
    // The same question again costs nothing.
    const again = performance.now();
    await get('?register=population');
    expect(performance.now() - again).toBeLessThan(1500);
  });

  test('says where law forbids it, and speaks English', async () => {
    const html = await (await get('?evidence=kitchen-layout', { cookie: `${cookie}; yj-lang=en` })).text();
    expect(html).toContain('Law forbids to drop it');
    expect(html).toContain('What would change');
  });

  test.each(['?register=nothing', '?evidence=__proto__', '?first=a.b&second=c.d', '?register=population&evidence=lease', '?first=x'])('%s is answered with what to do', async (query) => {
    const response = await get(query);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/请重新选|选一样|同一种/);
  });
}, 120_000);
