import { describe, expect, test } from 'vitest';
import { testProduct } from '../testing/product';
import { count, day, length, money, ruleInWords, textOf, citationOf, stepName } from '.';

const zh = textOf('zh');
const en = textOf('en');
const law = testProduct().law();

/** Every text of a dictionary; functions are called with something that shows. */
function* texts(of: unknown, path = ''): Generator<[string, string]> {
  if (typeof of === 'string') yield [path, of];
  else if (typeof of === 'function') {
    const said: unknown = of('〇', '〇', '〇');
    if (typeof said === 'string') yield [path, said];
  } else if (of && typeof of === 'object') for (const [key, x] of Object.entries(of)) yield* texts(x, `${path}.${key}`);
}

describe('the dictionary', () => {
  const foreign = /^\.(lang|tag|signIn\.at)$|^\.joins\.|[cC]olon$|noDate$|percent$/;
  test('speaks Chinese in Chinese', () => {
    const wrong = [...texts(zh)].filter(([path, said]) => !foreign.test(path) && said !== '' && !/\p{Script=Han}|〇/u.test(said));
    expect(wrong).toEqual([]);
  });
  test('speaks English in English', () => {
    const wrong = [...texts(en)].filter(([path, said]) => !foreign.test(path) && /\p{Script=Han}/u.test(said.replaceAll('〇', '')));
    expect(wrong).toEqual([]);
  });
});

describe('a rule in words', () => {
  const roles = { applicant: 'person', premises: 'place', business: 'organisation', child: 'person', guardian: 'person' } as const;
  test.each([
    ['premises.area > 300', '经营场所的建筑面积超过 300 平方米', 'Premises: Floor area is above 300 m²'],
    ['not premises.area > 300', '经营场所的建筑面积不超过 300 平方米', 'Premises: Floor area is at most 300 m²'],
    ['premises.investment > 30000000', '经营场所的投资额超过 300,000 元', 'Premises: Investment is above 300,000 yuan'],
    ['child.follows = "mother"', '孩子的随谁落户是“跟妈妈”', "Child: Household joined is “The mother's”"],
    ['guardian.idNumber = absent', '没有公民身份号码', 'no Identity number'],
    ['not(guardian.idNumber = absent)', '有公民身份号码', 'there is Identity number'],
    ['not child.bornInHospital', '不是：孩子的在医院出生', 'not: Child: Born in a hospital'],
    ['premises.area > 50 and not business.firePromise', '经营场所的建筑面积超过 50 平方米，并且不是：店铺的消防告知承诺', 'Premises: Floor area is above 50 m² and not: Business: Fire-safety promise'],
  ])('%s', (rule, chinese, english) => {
    expect(ruleInWords(zh, law, rule, roles)).toBe(chinese);
    expect(ruleInWords(en, law, rule, roles)).toBe(english);
  });
});

test('numbers, money, lengths and dates', () => {
  expect([count(3), count([3, 7]), count([4, 4])]).toEqual(['3', '3–7', '4']);
  expect([money(zh, 32_000), money(en, 50)]).toEqual(['320 元', '0.50 yuan']);
  expect([length(zh, { wd: 20 }), length(en, { h: 1 }), length(en, { days: 2 })]).toEqual(['20 个工作日', '1 working hour', '2 days']);
  expect([day(zh, '2021-10-08'), day(en, '2021-10-08')]).toEqual(['2021年10月8日', '8 October 2021']);
});

test('names tell two uses of one service apart, and articles of law are counted in English', () => {
  expect(stepName(zh, law, 'newborn', 'hukou-with-mother')).toBe('申报出生登记（母亲）');
  expect(stepName(en, law, 'newborn', 'birth-certificate')).toBe('Birth certificate (first issue)');
  expect(citationOf(en, law, 'food-safety-law-135').title).toContain('Article 135');
});
