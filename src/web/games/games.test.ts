import { describe, expect, test } from 'vitest';
import type { QueueItem, Store } from '../../app/ports/store';
import { webApp } from '../server';
import { testProduct } from '../testing/product';

const item = (change: Partial<QueueItem>): QueueItem => ({
  caseId: '1',
  step: 'games-entry-person',
  ord: 0,
  service: 'games-entry-person',
  authority: 'culture-sports',
  division: '430200',
  status: 'received',
  due: null,
  promised: null,
  turn: null,
  claimedBy: null,
  number: 'ZZ-SECRET-1',
  applicantName: '刘晓明',
  journey: 'games-entry',
  submittedAt: '2026-11-23T09:00:00+08:00',
  ...change,
});
const asked: unknown[] = [];
const storeWith = (items: QueueItem[], next: string | null = null) =>
  ({
    queue: async (...args: unknown[]) => {
      asked.push(args);
      return { items, next };
    },
  }) as unknown as Store;
const appOf = (store: Store) => webApp(testProduct({ store: async () => store }));
const read = async (app: ReturnType<typeof webApp>, path: string) => {
  const answer = await app.request(path);
  const html = await answer.text();
  return { status: answer.status, html, text: (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
};

describe('/games', () => {
  const app = appOf(storeWith([]));
  test('tells what the page says, with the way to the entry and to each fact', async () => {
    const { status, html, text } = await read(app, '/games');
    expect(status).toBe(200);
    expect(text).toContain('超过 150,000 人');
    for (const said of ['有株洲户籍', '居住满一年', '外籍人士也包括在内', '青少年组', '市直机关组', '几个爱好者']) expect(text).toContain(said);
    expect(html).toContain('href="/journeys/games-entry"');
    expect(html).toContain('href="/source#S2.one-year"');
    expect(html).toContain('href="/source#S2.team-friends"');
  });
  test('marks what is not on the page', async () => {
    const { text } = await read(app, '/games');
    expect(text.slice(text.indexOf('示例规程'))).toMatch(/示例.*版面上没有规程.*2021年10月1日.*18 岁.*2 到 24 人/);
  });
  test('speaks English', async () => {
    const { text } = await read(app, '/games?lang=en');
    expect(text).toContain('More than 150,000 entrants');
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });
  test('ids are unique, headings in order, and no script is needed', async () => {
    const { html } = await read(app, '/games');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...html.matchAll(/<h1[ >]/g)]).toHaveLength(1);
  });
});

describe('/games/entries', () => {
  test('lists entries of the Games with covered names and no numbers', async () => {
    const app = appOf(
      storeWith([
        item({}),
        item({ service: 'games-entry-team', step: 'games-entry-team', applicantName: '欧阳建国' }),
        item({ service: 'games-guardian-consent', applicantName: '张三丰' }),
        item({ journey: 'newborn', applicantName: '王小二' }),
      ]),
    );
    const { status, text, html } = await read(app, '/games/entries');
    expect(status).toBe(200);
    expect(text).toContain('刘*明');
    expect(text).toMatch(/欧\*\*国 组队/);
    expect(html).not.toMatch(/刘晓明|欧阳建国|张|王\*|ZZ-SECRET/);
    expect(asked.at(-1)).toEqual(['culture-sports', { limit: 50 }]);
  });
  test('says so when there are none, and turns pages only by what the store gave', async () => {
    const app = appOf(storeWith([], 'abc_-9'));
    const { text, html } = await read(app, '/games/entries?after=%3Cscript%3E');
    expect(text).toContain('现在没有正在核对的报名');
    expect(html).toContain('/games/entries?after=abc_-9');
    expect(asked.at(-1)).toEqual(['culture-sports', { limit: 50 }]);
    await read(app, '/games/entries?after=abc_-9');
    expect(asked.at(-1)).toEqual(['culture-sports', { limit: 50, after: 'abc_-9' }]);
  });
  test('speaks English', async () => {
    const { text } = await read(appOf(storeWith([item({ applicantName: 'Marie Martin' })])), '/games/entries?lang=en');
    expect(text).toContain('M* M*');
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
