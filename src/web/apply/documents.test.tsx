/** Handing over: what is taken, what is refused kindly, and amounts of money to the fen. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scenarioInput } from '../../core/journey';
import type { Browser, Page } from './testing/browse';
import { filled } from './testing/interview';
import { form, openTown, typesOf, type Town } from '../testing/town';
import { fenOf } from './typed';

let town: Town;
let b: Browser;
let documents: Page;
beforeAll(async () => {
  town = await openTown();
  b = await town.browser('zhou-lan');
  const answers = scenarioInput(town.law, 'newborn', 'typical', new Set())!.answers;
  let page = await b.post('/apply', form({ journey: 'newborn' }));
  while (page.url.includes('/q/')) page = await b.send(page, '继续', filled(page, answers, typesOf(town, 'newborn')));
  documents = page;
});
afterAll(() => town.close());

const upload = (page: Page, file: File) => b.send(page, '上传', { file });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

it('lists each piece once with who needs it, and what nobody has to bring', () => {
  expect(documents.url).toMatch(/\/documents$/);
  expect(documents.text).toContain('母亲的结婚证');
  expect(documents.text).toContain('不用您交的');
  expect(documents.text).toMatch(/首次签发登记表 系统按您的回答填好/);
  expect(documents.text).toMatch(/孩子的出生医学证明 办好“出生医学证明/);
});

it('refuses what is no picture, nothing, and too much, each on its piece', async () => {
  for (const [file, words] of [
    [new File(['MZ not a picture'], 'photo.jpg', { type: 'image/jpeg' }), '只能交照片'],
    [new File([], 'empty.png', { type: 'image/png' }), '是空的'],
    [new File([png, new Uint8Array(10 * 1024 * 1024)], 'large.png', { type: 'image/png' }), '超过 10 MB'],
    [new File([png, new Uint8Array(13 * 1024 * 1024)], 'larger.png', { type: 'image/png' }), '超过 10 MB'],
  ] as [File, string][]) {
    const page = await upload(documents, file);
    expect(page.status, words).toBe(422);
    expect(page.text).toContain(words);
    expect(page.html).toContain('class="error-summary"');
    expect(page.html).toContain(`href="#piece-`);
  }
});

it('keeps a file under the name people know, and gives it back', async () => {
  const page = await upload(documents, new File([png], '../../结婚证\u202Egnp.png', { type: 'text/html' }));
  expect(page.status).toBe(200);
  expect(page.text).toContain('已上传：结婚证gnp.png');
  const again = await b.send(page, '换一份');
  expect(again.text).not.toContain('已上传');
  documents = again;
});

it('does not take a piece that nobody needs', async () => {
  const version = documents.forms.flatMap((f) => f.fields).find((f) => f.name === 'version')!.value;
  for (const piece of ['', 'x@y', 'id-card@child', '__proto__', 'a'.repeat(4000)]) expect((await b.post(documents.url, form({ version, piece, do: 'paper' }))).status).toBe(422);
  expect((await b.post(documents.url, form({ version: '1', piece: 'x', do: 'paper' }))).status).toBe(409);
});

it('sends an unready application to what is missing', async () => {
  const page = await b.post(documents.url.replace('/documents', '/submit'), form({ version: documents.forms.flatMap((f) => f.fields).find((f) => f.name === 'version')!.value }));
  expect(page.url).toMatch(/\/documents\?missing=1$/);
  expect(page.text).toContain('请先补上这一页');
});

it.each([
  ['200000', '20000000'],
  ['99.5', '9950'],
  ['0.07', '7'],
  ['１，２００．３０', '120030'],
  ['¥1,200元', '120000'],
  ['999999999999.99', '99999999999999'],
  ['1.005', null],
  ['-5', null],
  ['1e3', null],
  ['', null],
  ['十万', null],
])('reads %s yuan as %s fen', (text, fen) => expect(fenOf(text)).toBe(fen));
