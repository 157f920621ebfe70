import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, type Town } from './testing/town';
let town: Town;
beforeAll(async () => { town = await openTown(); });
afterAll(() => town.close());
test('x', async () => {
  const number = await town.file('newborn', 'typical');
  const store = await town.product.store();
  const found = await store.caseByNumber(number);
  console.log(number, found!.steps.map(s => [s.step, s.authority, s.status, s.due, s.promised]));
  const cookie = await town.clerk('maternity-hospital');
  for (const path of ['/desk', `/desk/${number}/birth-certificate`, `/desk/${number}/birth-certificate/supplement`]) {
    const r = await town.app.request(path, { headers: { cookie } });
    console.log(r.status, (await r.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 3000));
  }
});
