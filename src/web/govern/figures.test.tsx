/** The service in figures, over HTTP: the numbers of the day and how the service runs for everybody, lateness for those who head a team. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rateCase } from '../../app/follow-up';
import type { Person } from '../../app/ports/identity';
import { hideSmall } from '../../app/day-figures';
import { sweep } from '../../app/sweep';
import { type Browser, browserOf } from '../desk/testing/browser';
import { openTown, type Town } from '../testing/town';

let town: Town;
let clerk: Browser;
let lead: Browser;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
async function at(instant: string): Promise<void> {
  town.clock.now = new Date(instant);
  clerk = await browserOf(town, await town.clerk('maternity-hospital'));
  lead = await browserOf(town, await town.as(`${town.clerkOf('maternity-hospital').id}:lead`));
}
beforeEach(() => at('2026-11-23T09:30:00+08:00'));
const born = () => town.file('newborn', 'smallest');
const certificate = (number: string) => `/desk/${number}/birth-certificate`;

describe('the numbers of the day', () => {
  test('with nothing filed say so, and draw nothing that is not there', async () => {
    const page = await (await browserOf(town, null)).get('/govern/day');
    expect(page.status).toBe(200);
    for (const shown of ['今天收到 0 件', '10 / 10', '最近三十天没有收到申请', '还没有哪个部门办完的够多', '评价还不够多', '减到位']) expect(page.text).toContain(shown);
  });

  test('hide one to four, count five and more, and say the same as picture, table, CSV and JSON', async () => {
    const stranger = await browserOf(town, null);
    for (let i = 0; i < 3; i++) await born();
    await at('2026-11-24T09:00:00+08:00');
    for (let i = 0; i < 6; i++) {
      const number = await born();
      expect((await clerk.fill(`${certificate(number)}/not-accept`, { reason: '不在本院出生', 'right-authority': '-', understood: 'yes' })).status).toBe(303);
      const person = town.product.identity.samples().find((p): p is Person => p.kind === 'person')!;
      const rated = await rateCase(town.product, person, number, `rate-${number}-0000`, { grade: 5 });
      expect(rated.kind).toBe('done');
    }
    await at('2026-11-24T09:02:00+08:00');
    const json = async (chart: string) =>
      JSON.parse((await stranger.get(`/govern/day/${chart}.json`)).html) as { fewest: number; rows: { id: string; name: string; filed: number | null; n: number | null; inTime: number }[] };
    const days = (await json('cases')).rows;
    // Three on the first day are too few; with them alone hidden the six of the second would give them away.
    expect(days.slice(-2).map((d) => [d.id, d.filed])).toEqual([
      ['2026-11-23', null],
      ['2026-11-24', null],
    ]);
    expect(days).toHaveLength(30);
    expect((await json('places')).rows[0]).toMatchObject({ id: '430212', filed: 9 });
    expect((await json('on-time')).rows.find((r) => r.id === 'maternity-hospital')).toMatchObject({ n: 6, inTime: 1 });
    expect((await json('ratings')).rows.map((r) => r.n)).toEqual([6, 0, 0, 0, 0]);
    const page = await stranger.get('/govern/day');
    for (const shown of ['最近 90 天收到 9 件', '100 %', '5（5 最好，6 个评价）', '少于 5']) expect(page.text).toContain(shown);
    for (const id of ['cases', 'places', 'on-time', 'reductions', 'ratings']) expect(page.html).toMatch(new RegExp(`<svg class="chart"[^>]*aria-labelledby="${id}-chart-t ${id}-chart-d"`));
    const csv = await stranger.get('/govern/day/cases.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.html).toMatch(/^\uFEFF?id,name,filed\r\n/);
    expect(csv.html).toContain('2026-11-24,2026-11-24,\r\n');
    const all = JSON.parse((await stranger.get('/govern/day.json')).html) as { charts: { csv: string; json: string }[] };
    for (const chart of all.charts) for (const address of [chart.csv, chart.json]) expect((await stranger.get(address)).status, address).toBe(200);
    expect((await stranger.get('/govern/day/nothing.csv')).status).toBe(404);
    expect((await stranger.get('/govern/day?lang=en')).text).toContain('Reductions reached');
  });
});

describe('how the service runs', () => {
  test('the lead sees who holds what; a clerk does not', async () => {
    const number = await born();
    await clerk.post(`${certificate(number)}/claim`, { take: 'yes' });
    expect((await clerk.get('/desk/team')).status).toBe(403);
    const team = await lead.get('/desk/team');
    expect(team.status).toBe(200);
    for (const shown of ['没人办', town.clerkOf('maternity-hospital').name]) expect(team.text).toContain(shown);
  });

  test('the public page shows groups of five and more, and every table as CSV and JSON', async () => {
    for (let i = 0; i < 6; i++) {
      const number = await born();
      expect((await clerk.fill(`${certificate(number)}/not-accept`, { reason: '不在本院出生', 'right-authority': '-', understood: 'yes' })).status).toBe(303);
    }
    await at('2026-11-23T12:00:00+08:00');
    const stranger = await browserOf(town, null);
    const page = await stranger.get('/govern/service');
    expect(page.status).toBe(200);
    for (const shown of ['办得怎么样', '哪种办法都一样快吗', '本人网上', '100 %']) expect(page.text).toContain(shown);
    expect(page.html).toContain('<svg class="chart"');
    const json = JSON.parse((await stranger.get('/govern/service.json?chart=channel')).html) as { rows: { id: string; n: number | null; refused: number | null }[] };
    const self = json.rows.find((r) => r.id === 'self')!;
    expect(self.n).toBeGreaterThanOrEqual(6);
    expect(json.rows.find((r) => r.id === 'hall')!.n).toBeNull();
    const csv = await stranger.get('/govern/service.csv?chart=standing');
    expect(csv.html).toMatch(/^\uFEFF?id,name,inTime,promiseOver,overdue,escalated,paused,applicant,waiting\r\n/);
    for (const cell of csv.html
      .split('\r\n')
      .slice(1)
      .flatMap((line) => line.split(',').slice(2)))
      expect(cell === '' || cell === '0' || Number(cell) >= 5).toBe(true);
    expect((await stranger.get('/govern/service.csv?chart=x')).status).toBe(404);
    expect((await stranger.get('/govern/service?lang=en')).text).toContain('Is every way as fast?');
  });
});

test('what is too small is hidden, and whatever would give it away', () => {
  const shown = (...ns: number[]) => hideSmall(ns.map((n, i) => ({ id: `${i}`, n }))).map((c) => c.n);
  expect(shown(0, 5, 9)).toEqual([0, 5, 9]);
  expect(shown(3, 7, 9)).toEqual([null, null, 9]);
  expect(shown(1, 1, 6, 9)).toEqual([null, null, null, 9]);
  expect(shown(3, 4, 9)).toEqual([null, null, 9]);
  expect(shown(2)).toEqual([null]);
});

test('the lead sees where every authority stands, and why her own are late; other cases she may not open', async () => {
  const number = await born();
  await clerk.press(certificate(number), 'accept');
  await at('2026-11-27T09:30:00+08:00');
  await sweep(town.product);
  const team = await lead.get('/desk/team');
  for (const shown of ['各部门在办的停在哪里', '已过承诺期限，法定期限内', '已过期限的，一件一件看', '承诺期限', '法定期限', '没有人领', number]) expect(team.text).toContain(shown);
  const police = await browserOf(town, await town.as(`${town.clerkOf('public-security').id}:lead`));
  const theirs = (await police.get('/desk/team')).html;
  expect(theirs).toContain('href="/desk?state=waiting"');
  expect((await police.get('/desk?state=waiting')).text).toContain(number);
  const hospital = theirs.split('<tr>').find((row) => row.includes('助产机构'))!;
  expect(hospital).not.toContain('href=');
});
