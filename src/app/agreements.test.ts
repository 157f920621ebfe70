import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountAt, childrenOf, lateOn, percent, requestOn, rootsOf } from '../core/ledger';
import { calendar } from '../core/calendar';
import { checkAgreements, checkLedger, ledgerOf } from './agreements';
import { loadCity } from './load-city';
import type { Product } from './product';

const dir = join(import.meta.dirname, '../../cities/zhuzhou');
const { catalogue, files } = loadCity(dir);
const law = catalogue.inForce('2021-10-28').law!;
const { ledger, findings } = ledgerOf({ dir, catalogue } as Product);
const facts = law.sources.get('zhuzhou-daily-2021-10-28')?.facts ?? [];

test('Zhuzhou keeps its books without a fault', () => {
  expect(findings).toEqual([]);
  expect(checkLedger(dir)).toEqual([]);
  expect(checkAgreements(files, catalogue)).toEqual([]);
});

test('1+5+10 is sixteen commitments, ten named and six not named on the page', () => {
  const mobile = ledger!.agreements.get('china-mobile-2021')!;
  expect(mobile.formula!.text).toBe('1+5+10');
  expect(mobile.commitments).toHaveLength(16);
  const of = (part: string) => mobile.commitments.filter((c) => c.part === part);
  expect([of('centre').length, of('industries').length, of('scenarios').length]).toEqual([1, 5, 10]);
  expect(mobile.commitments.filter((c) => c.unnamed).map((c) => c.part)).toEqual(Array(6).fill('scenarios'));
  expect(of('industries').map((c) => c.name!.zh)).toEqual(['轨道交通', '硬质合金', '航空航天', '陶瓷', '服饰']);
  expect(of('scenarios').flatMap((c) => c.name?.zh ?? [])).toEqual(['5G+工业互联网', '智能制造', '远程工业控制', 'VR装配']);
  expect(of('centre')[0]!.tasks!.flatMap((t) => t.names?.items.map((i) => i.name.zh) ?? [])).toEqual(['腾讯', '阿里巴巴', '字节跳动']);
});

test('the money is the page’s to the fen: 4, 30 and 4.8 billion yuan, 16.0 % credited, nothing drawn', () => {
  expect(ledger!.books.get('china-mobile-2021')!.account.intended).toBe(4_000_000_000_00n);
  const cdb = ledger!.books.get('cdb-2021')!;
  expect(cdb.account).toMatchObject({ intended: 30_000_000_000_00n, credited: 4_800_000_000_00n, drawn: 0n, repaid: 0n, currency: 'CNY' });
  expect(percent(cdb.account.credited, cdb.account.intended)).toBe('16.0');
  expect(accountAt(cdb, '2021-10-26').intended).toBe(0n);
});

test('the credit stands under the agreement with the bank', () => {
  expect(rootsOf(ledger!).map((a) => a.id)).toEqual(['cdb-2021', 'china-mobile-2021']);
  expect(childrenOf(ledger!, 'cdb-2021').map((a) => a.id)).toEqual(['tianxin-2021']);
  const tianxin = ledger!.agreements.get('tianxin-2021')!;
  expect(tianxin.commitments.flatMap((c) => c.tasks?.map((t) => t.name.en) ?? [])).toEqual(['Land acquisition and resettlement', 'Public infrastructure', 'Industrial upgrading', 'Attached works']);
});

test('lists that end in 等 stay open', () => {
  const cdb = ledger!.agreements.get('cdb-2021')!;
  expect([cdb.areas!.open, cdb.areas!.items.length, cdb.instruments!.open, cdb.instruments!.items.length]).toEqual([true, 5, true, 5]);
});

test('people are those printed', () => {
  const names = (id: string) => [...(ledger!.agreements.get(id)!.present ?? []), ...(ledger!.agreements.get(id)!.witnesses ?? [])].map((p) => p.name.zh);
  expect(names('china-mobile-2021')).toEqual(['陈恢清', '丘文辉', '曹慧泉', '杨英杰', '王卫安']);
  expect(names('cdb-2021')).toEqual(['曹慧泉', '陈恢清', '宋征', '何剑波', '杨英杰', '王卫安']);
});

test('requests and answers are two facts, each at its place', () => {
  const status = Object.fromEntries([...ledger!.requests].map(([id, r]) => [id, requestOn(r).status]));
  expect(status).toEqual({
    'military-civil-2021': 'answered',
    'science-2021': 'answered',
    'industry-2021': 'answered',
    'central-south-university-2021': 'held',
    'datang-huayin-2021': 'held',
    'medical-college-2021': 'held',
    'edf-2021': 'asked',
    'cdb-2021.deposits': 'asked',
  });
  expect(ledger!.requests.get('industry-2021')!.asked!.complete).toBe(false);
  expect(ledger!.requests.get('medical-college-2021')!.promises!.map((p) => p.owners)).toEqual(Array(5).fill(['vocational-park-office', 'state-investment-group']));
});

test('who holds what is late, by the marked sample clock', () => {
  const late = lateOn(ledger!, calendar(law.calendar, law.city), '2021-11-20');
  expect(late.map((h) => [h.anchor, h.holders[0]!.id, h.due, h.late, h.illustrative]).sort()).toEqual([
    ['cdb-2021.deposits', 'city', '2021-11-17', 3, true],
    ['edf-2021', 'edf', '2021-11-17', 3, true],
  ]);
});

test('every fact the page gives these files is carried by them', () => {
  const ours = facts.filter((f) => f.usedBy?.some((u) => /^(agreements|requests)\//.test(u)));
  expect(ours.length).toBeGreaterThan(100);
  const missing = ours.flatMap((f) => f.usedBy!.filter((u) => /^(agreements|requests)\//.test(u) && !files.get(`${u}.yaml`)?.includes(`#${f.id}`)).map((u) => `${f.id} in ${u}`));
  expect(missing).toEqual([]);
});

test('a strength of promise is the page’s own', () => {
  const printed = new Map(facts.map((f) => [`zhuzhou-daily-2021-10-28#${f.id}`, f.strength]));
  const check = (value: unknown): void => {
    if (Array.isArray(value)) for (const x of value) check(x);
    else if (value && typeof value === 'object') {
      const { strength, source } = value as { strength?: string; source?: string };
      if (strength) expect([source, printed.get(source!)]).toEqual([source, strength]);
      for (const x of Object.values(value)) check(x);
    }
  };
  for (const a of ledger!.agreements.values()) check(a);
  for (const r of ledger!.requests.values()) check(r);
});
