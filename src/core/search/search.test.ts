import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find, indexOf, searchIndex, shelf, syllables } from './index';
import { sampleEntries } from './sample-catalogue';

const index = indexOf(sampleEntries);
const ids = (query: string) => find(index, query).map((f) => f.id);
const top = (query: string) => ids(query)[0];

describe('a person finds it by', () => {
  test.each([
    ['everyday Chinese', '生孩子', 'newborn'],
    ['everyday Chinese', '开民宿', 'open-guesthouse'],
    ['everyday Chinese', '上户口', 'newborn'],
    ['a whole sentence', '我想给伢崽办个出生证怎么办？', 'birth-certificate'],
    ['a whole sentence', '请问开餐馆需要什么材料', 'open-restaurant'],
    ['pinyin', 'shanghukou', 'newborn'],
    ['pinyin', 'xinshenger', 'newborn'],
    ['pinyin in syllables', 'shang hu kou', 'newborn'],
    ['pinyin from the middle', 'fenzheng', 'id-card'],
    ['pinyin half typed', 'shenfenz', 'id-card'],
    ['pinyin in a sentence', 'woyaobanshenfenzheng', 'id-card'],
    ['pinyin with ü as v', 'nvxing', 'residents-trip'],
    ['pinyin with ü as u', 'nuxing', 'residents-trip'],
    ['a spelling given by the record', 'huankuan', 'loan-repayment'],
    ['characters and pinyin mixed', '上hukou', 'newborn'],
    ['initials', 'shk', 'newborn'],
    ['initials', 'kms', 'open-guesthouse'],
    ['initials', 'SFZ', 'id-card'],
    ['English', 'newborn', 'newborn'],
    ['English', 'birth', 'birth-certificate'],
    ['English in a sentence', 'how to open a guest house', 'open-guesthouse'],
    ['English half typed', 'vaccin', 'vaccination-record'],
    ['its id', 'social-security-card', 'social-security-card'],
  ])('%s: %s', (_, query, id) => {
    expect(top(query)).toBe(id);
  });

  test.each([
    ['a wrong letter', 'shanghukuo', 'newborn'],
    ['letters swapped', 'shenfenzhegn', 'id-card'],
    ['no h, as many say it here', 'sanghukou', 'newborn'],
    ['English misspelt', 'restarant', 'open-restaurant'],
    ['English misspelt', 'insurence', 'medical-insurance'],
    ['another word for it', '请问旅店怎么办理', 'lodging-licence'],
    ['voice input', '上沪口', 'newborn'],
    ['voice input', '社宝卡', 'social-security-card'],
    ['voice input', '开名宿', 'open-guesthouse'],
    ['dialect', '身份真', 'id-card'],
    ['traditional characters', '開民宿', 'open-guesthouse'],
    ['traditional characters', '營業執照', 'business-licence'],
    ['full width', 'ＳＨＫ', 'newborn'],
    ['accents', 'shànghùkǒu', 'newborn'],
    ['quotation marks and spaces', ' “上 户 口” ', 'newborn'],
  ])('in spite of %s: %s', (_, query, id) => {
    expect(ids(query).slice(0, 5)).toContain(id);
  });
});

describe('a journey', () => {
  test('is found by the aliases of its services, after them', () => {
    expect(ids('新农合').slice(0, 2)).toEqual(['medical-insurance', 'newborn']);
    expect(ids('特行证')).toEqual(['lodging-licence', 'open-guesthouse']);
  });

  test('stands before a service that is found as well', () => {
    expect(ids('上户口').slice(0, 2)).toEqual(['newborn', 'household-registration']);
  });

  test('has at most two of its services among the first five, whatever is asked', () => {
    const words = fc.constantFrom(...sampleEntries.flatMap((e) => [e.name.zh, e.name.en, ...e.aliases]), '医保', '登记', '证', '许可', '一件事', 'licence');
    const queries = fc.oneof(
      words,
      fc.tuple(words, words).map((two) => two.join(' ')),
      fc.tuple(words, fc.nat(6), fc.nat(6)).map(([w, from, length]) => w.slice(from, from + length)),
    );
    fc.assert(
      fc.property(queries, (query) => {
        const five = ids(query).slice(0, 5);
        for (const j of sampleEntries) if (j.services) expect(five.filter((id) => j.services?.includes(id)).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('the list', () => {
  test('is empty for nothing, for punctuation and for what is not there', () => {
    for (const query of ['', '   ', '？！', '🙂🙂', 'zzzzqqq', '量子纠缠', 'https://', '\u0000\ud800']) expect(ids(query), query).toEqual([]);
  });

  test('puts the journey first where scores are the same, then goes by id', () => {
    const name = { zh: '同名', en: 'Same' };
    const same = indexOf([
      { id: 'b', kind: 'service', name, aliases: [] },
      { id: 'c', kind: 'journey', name, aliases: [] },
      { id: 'a', kind: 'service', name, aliases: [] },
    ]);
    expect(find(same, '同名').map((f) => f.id)).toEqual(['c', 'a', 'b']);
  });

  test('puts what is said twice before what is said once', () => {
    const two = indexOf([
      { id: 'a', kind: 'service', name: { zh: '甲', en: 'One' }, aliases: ['医保缴费'] },
      { id: 'z', kind: 'service', name: { zh: '乙', en: 'Two' }, aliases: ['医保缴费', '医保登记'] },
    ]);
    expect(find(two, '医保').map((f) => f.id)).toEqual(['z', 'a']);
  });

  test('leaves out what shares only a word with a precise question', () => {
    expect(ids('登记')).toContain('residents-trip');
    expect(ids('城乡居民基本医疗保险参保登记')).not.toContain('residents-trip');
  });

  test('is best first beyond the rule of two, and names every entry once', () => {
    for (const query of ['证', '登记', 'licence', '医保']) {
      const found = find(index, query);
      expect(new Set(found.map((f) => `${f.kind}/${f.id}`)).size).toBe(found.length);
      expect(found[0]?.score).toBe(Math.max(...found.map((f) => f.score)));
      const journeys = found.filter((f) => f.kind === 'journey').map((f) => f.score);
      expect(journeys).toEqual(journeys.toSorted((a, b) => b - a));
    }
  });

  test('comes out the same for the same catalogue, also from a shelf stored as JSON', () => {
    const stored = searchIndex(JSON.parse(JSON.stringify(shelf(sampleEntries, syllables))), syllables);
    for (const query of ['上户口', 'shk', 'licence', '社宝卡']) expect(find(stored, query)).toEqual(find(index, query));
  });

  test('needs no dictionary for characters, pinyin, initials and English', () => {
    const station = searchIndex(shelf(sampleEntries, syllables), null);
    for (const query of ['生孩子', 'shanghukou', 'kms', 'birth']) expect(find(station, query)[0]?.id).toBe(top(query));
    expect(find(station, '尚沪扣')).toEqual([]);
    expect(top('尚沪扣')).toBe('newborn');
  });
});

describe('a hostile query', () => {
  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '<script>alert(1)</script>',
    "'; DROP TABLE cases; --",
    '../../etc/passwd',
    '(a+)+$',
    '﷽'.repeat(200),
    '户'.repeat(100_000),
    'a'.repeat(100_000),
    'shang '.repeat(20_000),
    '𠮷野家',
    '\u202e开民宿',
    'Ｔ̷̡h̶e̸',
  ])('does no harm: %.40s', (query) => {
    const started = performance.now();
    expect(Array.isArray(find(index, query))).toBe(true);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('any text is answered, the same way twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.string({ unit: 'grapheme' }),
          fc.array(fc.constantFrom('上', '户', '口', 'shang', ' ', 'k', '医', '保', '证')).map((p) => p.join('')),
        ),
        (query) => {
          expect(find(index, query)).toEqual(find(index, query));
          expect(find(index, query).length).toBeLessThanOrEqual(50);
        },
      ),
    );
  });
});
