import { describe, expect, test } from 'vitest';
import { compileLaw, difference, ifAllIn, nothingKnown, scenarioInput } from '../../core/journey';
import { webApp } from '../server';
import { testProduct } from '../testing/product';
import { evidenceName, textOf } from '../text';
import { standsAlone } from './alone';

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

test('any service of the city goes in, and its page says for whom it is filled in where its roles do not', async () => {
  const law = product.law();
  expect([...law.services.values()].filter((s) => !standsAlone(law, s)).map((s) => s.id)).toEqual([]);
  const insurance = await (await app.request('/services/medical-insurance')).text();
  expect(insurance).toContain('name="add" value="medical-insurance"');
  expect(insurance).toContain('只办这一项时，按孩子的情况填');
  expect(await (await app.request('/services/food-licence')).text()).not.toContain('只办这一项时');
});

describe('any journey and service, from any page', () => {
  const post = (fields: Record<string, string>, cookie = '') => app.request('/basket', { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) });
  const kept = (r: Response) => r.headers.get('set-cookie')!.split(';')[0]!;

  test('a journey and a service of another are one application, filed as their joined journey', async () => {
    const cookie = kept(await post({ add: 'food-licence' }, 'yj-list=newborn'));
    expect(cookie).toBe('yj-list=newborn~food-licence');
    const html = await (await app.request('/basket', { headers: { cookie } })).text();
    expect(html).toContain('<input type="hidden" name="journey" value="newborn~food-licence"/>');
    expect(html.match(/不办这一项会怎样/g)).toHaveLength(2);
    expect(html).toMatch(/光是并在一起，就比分开办少填 \d+ 项/);
  });

  test.each(['/', '/search?q=食品', '/services/food-licence', '/journeys/newborn', '/authorities/market-regulation'])('%s offers the list and comes back', async (path) => {
    const html = await (await app.request(path)).text();
    expect(html).toContain('name="add"');
    const back = /name="back" value="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const response = await post({ add: 'newborn', back });
    expect(response.headers.get('location')).toBe(back);
  });

  test('what is in the list says so, what is not says what it adds in questions', async () => {
    const html = await (await app.request('/services/food-licence', { headers: { cookie: 'yj-list=newborn' } })).text();
    const law = product.law();
    const plan = (id: string) => ifAllIn(compileLaw(law, { journey: id }, ...input(id), product.today()));
    const { questions, documents } = difference(plan('newborn'), plan('newborn~food-licence'));
    expect(html).toContain(`加进来多 ${questions.added.length} 题、${documents.added.length} 份材料`);
    expect(await (await app.request('/services/food-licence', { headers: { cookie: 'yj-list=food-licence' } })).text()).toContain('已在清单里');
  });
  const input = (id: string) => {
    const { answers, known } = scenarioInput(product.law(), id, 'typical', product.connected)!;
    return [answers, known] as const;
  };

  test('what was taken out is put back where it stood', async () => {
    const gone = await post({ remove: 'food-licence' }, 'yj-list=newborn~food-licence~retirement');
    const at = gone.headers.get('location')!;
    const html = await (await app.request(at, { headers: { cookie: kept(gone) } })).text();
    expect(html).toContain('已移出：食品经营许可');
    const [add, where] = [/name="add" value="([^"]+)"/.exec(html)![1]!, /name="at" value="(\d+)"/.exec(html)![1]!];
    expect(kept(await post({ add, at: where }, kept(gone)))).toBe('yj-list=newborn~food-licence~retirement');
    const all = await post({ remove: 'all' }, 'yj-list=newborn~retirement');
    const back = await (await app.request(all.headers.get('location')!, { headers: { cookie: kept(all) } })).text();
    expect(kept(await post({ add: /name="add" value="([^"]+)"/.exec(back)![1]! }, kept(all)))).toBe('yj-list=newborn~retirement');
  });

  test('a list that is full says so and stays', async () => {
    const twenty = [...product.law().services.keys()].slice(0, 20).join('~');
    const response = await post({ add: 'newborn' }, `yj-list=${twenty}`);
    expect(response.headers.get('location')).toBe('/basket?full=1');
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});
