/** A change of the catalogue from one person's text to another's publication, on a copy of the shipped folder. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTown, type Town } from '../testing/town';

const root = mkdtempSync(join(tmpdir(), 'yijian-designer-'));
cpSync(join(import.meta.dirname, '../../../cities'), join(root, 'cities'), { recursive: true });
const file = 'services/shop-sign-permit.yaml';
const onDisk = () => readFileSync(join(root, 'cities/zhuzhou', file), 'utf8');

let town: Town;
let maker: string;
let checker: string;
beforeAll(async () => {
  town = await openTown({ from: root });
  const clerks = town.product.identity.samples().filter((p) => p.kind === 'clerk');
  [maker, checker] = await Promise.all([town.as(clerks[0]!.id), town.as(clerks[1]!.id)]);
});
afterAll(async () => {
  await town.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (path: string, cookie: string) => town.app.request(`http://localhost${path}`, { headers: { cookie } });
const post = (path: string, cookie: string, fields: { [name: string]: string }) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return town.app.request(`http://localhost${path}`, { method: 'POST', body, headers: { cookie, origin: 'http://localhost', host: 'localhost' } });
};
const longer = () => onDisk().replace(/^name: \{zh: /m, 'name: {zh: 新');

describe('the catalogue', () => {
  test('is browsed by folder and filtered', async () => {
    const page = await (await get('/designer/catalogue', maker)).text();
    expect(page).toContain(file);
    expect(await (await get('/designer/catalogue?q=shop-sign', maker)).text()).not.toContain('services/birth-certificate.yaml');
    expect(await (await get('/designer/catalogue?q=没有这样的', maker)).text()).toContain('没有匹配的');
  });
  test('a journey is drawn as a graph with a table beside it', async () => {
    const page = await (await get('/designer/journeys/open-guesthouse', maker)).text();
    expect(page).toContain('<svg');
    expect((page.match(/class="graph-node/g) ?? []).length).toBeGreaterThan(5);
    expect(page).toContain('id="graph-table"');
  });
});

describe('a change', () => {
  test('a broken text is told with its place, kept as a draft, and cannot be handed in', async () => {
    const body = `${onDisk()}colour: red\n`;
    const check = await (await post('/designer/check', maker, { file, body })).text();
    expect(check).toMatch(/第 \d+ 行第 \d+ 列/);
    const refused = await post('/designer/edit', maker, { file, body, id: '', version: '0', note: '', do: 'propose' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('colour: red');
    const kept = await post('/designer/edit', maker, { file, body, id: '', version: '0', note: '', do: 'save' });
    expect(kept.status).toBe(303);
    expect(await (await get(kept.headers.get('location')!, maker)).text()).toContain('草稿');
  });
  test('of a legal clock alone is shown in the days as published', async () => {
    const body = onDisk().replace('statutory: {wd: 5', 'statutory: {wd: 6');
    expect(body).not.toBe(onDisk());
    const page = await (await post('/designer/edit', maker, { file, body, id: '', version: '0', note: '', do: 'check' })).text();
    expect(page).toContain('公布口径的天数');
    expect(page).not.toContain('各一件事的数字都不变');
  });
  test('a file outside the folder is never touched', async () => {
    for (const bad of ['../../etc/passwd', 'services/../../x.yaml', 'orders/x.yaml', 'city.yaml', 'services/X.yaml'])
      expect((await post('/designer/edit', maker, { file: bad, body: 'a: b', id: '', version: '0', note: '', do: 'save' })).headers.get('location')).toContain('bad=1');
  });
  test('is published by a second person; the version before is kept for the cases filed under it', async () => {
    const before = town.product.catalogue.hash;
    const proposed = await post('/designer/edit', maker, { file, body: longer(), id: '', version: '0', note: '改名（示例）', do: 'propose' });
    const path = proposed.headers.get('location')!.replace(/\?.*/, '');
    const own = await post(path, maker, { do: 'publish', note: '' });
    expect([own.status, (await own.text()).includes('不能发布自己的改动')]).toEqual([422, true]);
    expect(await (await get(path, checker)).text()).toContain('<ins>');
    const done = await post(path, checker, { do: 'publish', note: '' });
    expect(done.status).toBe(303);
    expect(onDisk()).toContain('name: {zh: 新');
    const { versions } = town.product;
    expect(versions.current.catalogue.hash).not.toBe(before);
    expect(versions.of(before)).not.toBeNull();
    const kept = await town.store.catalogueVersions(10);
    expect(kept.map((v) => v.hash).sort()).toEqual([before, versions.current.catalogue.hash].sort());
    expect(kept.find((v) => v.hash !== before)).toMatchObject({ note: '改名（示例）' });
    expect((await post(path, checker, { do: 'publish', note: '' })).status).toBe(422);
  });
  test('a folder kept in the store is read back whole', async () => {
    const version = (await town.store.catalogueVersions(10)).find((v) => v.hash === town.product.versions.current.catalogue.hash);
    const { unpacked } = await import('../../app/catalogue/versions');
    const files = unpacked((await (await town.product.files()).get(version!.files))!);
    expect(files.get(file)).toBe(onDisk());
  });
});
