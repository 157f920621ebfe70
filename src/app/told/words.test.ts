import { describe, expect, it } from 'vitest';
import { event } from '../../core/case';
import { forYou, kinds } from './kinds';
import { endOfQuiet } from './quiet';
import { fill, outside } from './words';

const says = {
  what: { zh: '残疾人证', en: 'Disability certificate' },
  day: '2026-11-30 09:30',
  how: { zh: '法定代表人', en: 'Your legal representative' },
  did: { zh: '补交了承诺的材料', en: 'handed in what was promised' },
};
const caseNumber = '430212-01KB-2Z4Q-WXYZ7-K';
const city = { zh: '株洲', en: 'Zhuzhou' };

describe('every kind', () => {
  it.each([...kinds, forYou])('$id goes out with the case number, its day and nothing of the matter, in one short message', (kind) => {
    const zh = outside({ kind: kind.id, says, caseNumber }, 'zh', city);
    const en = outside({ kind: kind.id, says, caseNumber }, 'en', city);
    for (const m of [zh, en]) {
      expect(m.text).toContain(caseNumber);
      expect(m.text + m.subject).not.toMatch(/残疾|Disability|[{}[\]]{2}|undefined|null/);
    }
    expect([...zh.text].length, zh.text).toBeLessThanOrEqual(70);
    expect(en.text.length, en.text).toBeLessThanOrEqual(160);
    expect(zh.text.includes('11月30日'), kind.zh).toBe(kind.day !== undefined);
  });

  it('says the same in both languages', () => {
    const words = (t: string) => [...new Set(t.match(/\{[a-z]+\}/g))].sort();
    for (const k of [...kinds, forYou]) expect(words(k.zh), k.id).toEqual(words(k.en));
    expect(new Set(kinds.map((k) => k.id)).size).toBe(kinds.length);
  });

  it('of a case listens to an event there is', () => {
    const known = new Set(event.options.map((o) => `case-${o.entries.type.literal}`));
    for (const k of kinds) if (k.on.startsWith('case-')) expect(known.has(k.on as never), k.on).toBe(true);
  });
});

it('a part in brackets falls away when its word is missing', () => {
  expect(fill('{what}请补交[，{day}前]。', { what: '甲', day: '3月2日' })).toBe('甲请补交，3月2日前。');
  expect(fill('{what}请补交[，{day}前]。', { what: '甲', day: undefined })).toBe('甲请补交。');
});

describe('quiet hours', () => {
  const night = { from: '21:30', to: '08:00' };
  const end = (at: string, quiet = night, offset = '+08:00') => endOfQuiet(new Date(at), offset, quiet).toISOString();
  it.each([
    ['2026-11-23T21:29:59+08:00', '2026-11-23T13:29:59.000Z'],
    ['2026-11-23T21:30:00+08:00', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T00:10:30+08:00', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T07:59:59+08:00', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T08:00:00+08:00', '2026-11-24T00:00:00.000Z'],
  ])('%s may go at %s', (at, from) => expect(end(at)).toBe(from));
  it('may lie in the day, and in another zone', () => {
    expect(end('2026-11-23T13:00:00+08:00', { from: '12:30', to: '14:00' })).toBe('2026-11-23T06:00:00.000Z');
    expect(end('2026-11-23T23:00:00-03:30', night, '-03:30')).toBe('2026-11-24T11:30:00.000Z');
  });
});
