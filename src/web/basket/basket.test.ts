import { expect, test } from 'vitest';
import { compileLaw, difference, ifAllIn, nothingKnown } from '../../core/journey';
import { webApp } from '../server';
import { testProduct } from '../testing/product';
import { evidenceName, textOf } from '../text';

const product = testProduct();
const app = webApp(product);
const basket = async (ids: string[]) => (await app.request('/basket', { headers: { cookie: `yj-list=${ids.join('~')}` } })).text();

test('every service says what leaving it out saves: questions no longer asked, documents no longer handed in', async () => {
  const services = ['business-licence-individual', 'food-licence', 'shop-sign-permit'];
  const html = await basket(services);
  expect(html.match(/不办这一项会怎样/g)).toHaveLength(3);
  const law = product.law();
  const plan = (ids: string[]) => ifAllIn(compileLaw(law, { services: ids }, {}, { ...nothingKnown, registers: product.connected }, product.today()));
  const gone = difference(plan(services), plan(services.filter((s) => s !== 'food-licence'))).documents.removed;
  expect(gone.length).toBeGreaterThan(0);
  expect(html).toContain(`不再要交：${gone.map((p) => evidenceName(textOf('zh'), law, p.evidence, p.subject)).join('、')}`);
});

test('a list of one has nothing to compare with', async () => expect(await basket(['food-licence'])).not.toContain('不办这一项会怎样'));
