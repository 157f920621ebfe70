import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepable } from './keepable';

describe('is kept', () => {
  test.each([
    ['量子纠缠', '量子纠缠'],
    ['  养  狗证 ', '养 狗证'],
    ['Dog Licence', 'dog licence'],
    ['60岁老人公交卡', '岁老人公交卡'],
    ['种田补贴怎么领', '种田补贴怎么领'],
  ])('%s as %s', (query, kept) => expect(keepable(query)).toBe(kept));
});

describe('is not kept:', () => {
  test.each([
    ['an identity number', '430200199005120004'],
    ['one ending in X, with words', '查一下 43020019850307005X 的社保'],
    ['one with spaces', '430200 19900512 0004'],
    ['full-width', '４３０２００１９９００５１２０００４'],
    ['a telephone number', '13800138000 办件'],
    ['one said in characters', '一三八零零一三八零零零'],
    ['a credit code', '92430212MA00000077'],
    ['an address for mail', 'someone@example.com'],
    ['a link', 'https://example.com/x'],
    ['a name', '王小明'],
    ['a name of two characters', '李娜'],
    ['a compound surname', '欧阳建国'],
    ['a name with a dot', '阿依古丽·艾力'],
    ['who one is', '我叫张三要办证'],
    ['a title after a name', '刘师傅 电工'],
    ['whose', '陈建国的退休金'],
    ['for whom', '帮李四办社保卡'],
    ['a name spelt', 'zhang san'],
    ['a story', '我屋里老倌子去年在外面打工摔断了腿现在屋里冇得收入不晓得找哪个'],
    ['one letter', 'a'],
    ['nothing but numbers', '123'],
  ])('%s', (_, query) => expect(keepable(query)).toBeNull());
});

test('no digit is ever kept, whatever is typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9X ]{0,20}$/)), (query) => {
      const kept = keepable(query);
      if (kept !== null) expect(kept).not.toMatch(/\d/);
    }),
  );
});

test('words of the catalogue are no names', () => {
  expect(keepable('高龄', () => false)).toBeNull();
  expect(keepable('高龄', (run) => run === '高龄')).toBe('高龄');
});
