import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { creditCodeFault, idNumberFault } from '../../../core/catalogue/check-digits';
import { everyone, referenceBooks } from './books';
import { cast } from './cast';
import { crowd } from './crowd';
import { enterprises } from './enterprises';
import { isSampleName, sampleMark } from './people';

const byId = new Map(everyone.map((p) => [p.id, p]));
const numbered = everyone.filter((p) => p.document.kind === 'id-number');

describe('the people of the demonstration', () => {
  it('are all visibly samples', () => {
    for (const named of [...everyone, ...enterprises]) expect(named.name).toSatisfy(isSampleName);
  });
  it('are each there once', () => {
    expect(byId.size).toBe(everyone.length);
    expect(new Set(everyone.map((p) => p.document.number)).size).toBe(everyone.length);
    expect(everyone.length).toBe(cast.length + crowd.length);
    expect(everyone.length).toBeGreaterThan(250);
  });
  it('have right identity numbers that nobody can have been given', () => {
    for (const { document, birthDate } of numbered) {
      expect(idNumberFault(document.number)).toBeNull();
      expect(document.number.slice(0, 6)).toBe(birthDate < '2018-06-19' ? '430212' : '430221');
      expect(Number(document.number.slice(14, 17))).toBeLessThan(100);
      expect(birthDate.slice(0, 4)).not.toBe('2018');
    }
  });
  it('have telephone numbers of a segment that is not handed out', () => {
    for (const { phone } of everyone) expect(phone ?? '16900000000').toMatch(/^1690000\d{4}$/);
  });
  it('are related both ways', () => {
    for (const p of everyone) {
      if (p.spouse !== null) expect(byId.get(p.spouse)?.spouse).toBe(p.id);
      expect(p.maritalStatus === 'married').toBe(p.spouse !== null);
      for (const parent of p.parents) expect(byId.get(parent)!.birthDate < p.birthDate).toBe(true);
    }
  });
  it('cover the names and documents that real people have', () => {
    const names = cast.map((p) => p.name.slice(0, -sampleMark.length));
    expect(names.some((n) => [...n].length === 1)).toBe(true);
    expect(names.some((n) => n.replace(/[^A-Z]/g, '').length === 50)).toBe(true);
    expect(names.some((n) => n.includes('·'))).toBe(true);
    expect(cast.filter((p) => p.document.number.endsWith('X'))).toHaveLength(1);
    expect(new Set(cast.map((p) => p.document.kind))).toEqual(new Set(['id-number', 'passport', 'hk-macau-permit']));
    expect(cast.some((p) => p.phone === null && p.shows !== null && p.birthDate < '1950-01-01')).toBe(true);
  });
  it('cover the CJK extension blocks B to G', () => {
    const blocks: [number, number][] = [
      [0x20000, 0x2a6df],
      [0x2a700, 0x2b73f],
      [0x2b740, 0x2b81f],
      [0x2b820, 0x2ceaf],
      [0x2ceb0, 0x2ebef],
      [0x30000, 0x3134f],
    ];
    const characters = cast.flatMap((p) => [...p.name].map((c) => c.codePointAt(0)!));
    for (const [from, to] of blocks) expect(characters.some((c) => c >= from && c <= to)).toBe(true);
  });
});

describe('the enterprises', () => {
  it('have right credit codes of no pool, and an owner', () => {
    for (const e of enterprises) {
      expect(creditCodeFault(e.creditCode)).toBeNull();
      expect(e.creditCode).toMatch(/^9[12]430212YJYJ/);
      expect(byId.get(e.representative)?.document.kind).toBe('id-number');
    }
  });
});

describe('the books', () => {
  const books = new Map(referenceBooks().map((b) => [b.id, b]));
  const city = new URL('../../../../cities/zhuzhou/', import.meta.url);
  const files = (folder: string): unknown[] => readdirSync(new URL(folder, city)).map((f) => parse(readFileSync(new URL(folder + f, city), 'utf8'), { schema: 'failsafe' }));
  const connected = new Set((files('registers/') as { id: string; connected: string }[]).filter((r) => r.connected === 'true').map((r) => r.id));
  const codes = new Map((files('codes/') as { id: string; values: { code: string }[] }[]).map((l) => [l.id, l.values.map((v) => v.code)]));

  type Supplied = { id: string; type: string; mayBeAbsent?: string; suppliedBy?: { register: string; key: string }[] };
  const data = (files('concepts/') as { data?: Supplied[] }[]).flatMap((f) => f.data ?? []);
  const supplied = data.flatMap((d) => (d.suppliedBy ?? []).map((s) => ({ ...s, datum: d.id, type: d.type, absent: d.mayBeAbsent === 'true' }))).filter((s) => connected.has(s.register));

  it('have something to check', () => expect(supplied.length).toBeGreaterThan(5));
  it.each(supplied)('$register supplies $datum for every $key', ({ register, key, datum, type, absent }) => {
    const list = /^code<(.+)>$/.exec(type)?.[1];
    const entries = [...books.get(register)!.entries.values()];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry.about.datum).toBe(key);
      expect(entry.data).toHaveProperty([datum]);
      if (list && list !== 'division' && !(absent && entry.data[datum] === null)) expect(codes.get(list)).toContain(entry.data[datum]);
    }
  });

  type Held = { id: string; heldBy?: { register: string; key: string }[] };
  const held = (files('evidence/') as Held[]).flatMap((e) => (e.heldBy ?? []).map((h) => ({ ...h, evidence: e.id })));
  it.each(held)('$register holds $evidence', ({ register, key, evidence }) => {
    const holding = [...books.get(register)!.entries.values()].filter((e) => e.evidence.includes(evidence));
    expect(holding.length).toBeGreaterThan(0);
    expect(holding[0]!.about.datum).toBe(key);
  });

  it('date every record', () => {
    for (const b of books.values()) for (const e of b.entries.values()) expect(e.asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
  });
  it('know the family and the business of a person', () => {
    const zhiyuan = byId.get('chen-zhiyuan')!.document.number;
    const relations = books.get('population')!.related.get(`idNumber=${zhiyuan}`)!.related;
    expect(relations.map((r) => [r.relation, r.name.slice(0, 3)])).toEqual([
      ['spouse', '刘小满'],
      ['parent', '陈志国'],
      ['parent', '贺桂香'],
      ['child', '陈安安'],
    ]);
    expect(
      books
        .get('enterprise')!
        .related.get(`idNumber=${zhiyuan}`)!
        .related.map((r) => r.key.datum),
    ).toEqual(['creditCode']);
  });
});
