import { expect, test } from 'vitest';
import { matter, telling } from './filler';
import { find, indexOf } from './index';
import { sampleEntries } from './sample-catalogue';

test.each([
  ['请问开民宿需要什么材料', ['开民宿']],
  ['我想给伢崽办出生证要到哪里办', ['给伢崽办出生证']],
  ['社保卡怎么办理', ['社保卡']],
  ['能不能帮我查房产', ['查房产']],
  ['开一家饭店', ['开饭店']],
  ['办了张社保卡', ['办社保卡']],
  ['注册个体户', ['注册个体户']],
  ['开家庭旅馆', ['开家庭旅馆']],
  ['身份证丢了怎么办', ['身份证丢了']],
])('of “%s” the matter is %j', (asked, pieces) => {
  expect(matter([asked])).toEqual(pieces);
});

test('a run of nothing but filler is left out beside others, and taken as it is alone', () => {
  expect(matter(['怎么办', '结婚'])).toEqual(['结婚']);
  expect(matter(['怎么办'])).toEqual(['怎么办']);
});

test('a small character tells nothing alone, but with its neighbour', () => {
  expect(telling('走了')).toEqual(['走', '走了']);
  expect(telling('的了')).toEqual(['的', '了', '的了']);
});

test('the way a question is put pulls no alias that is put the same way', () => {
  const index = indexOf([...sampleEntries, { id: 'after-death', kind: 'journey', name: { zh: '身后一件事', en: 'After a death' }, aliases: ['人走了要办什么', '有没有什么要准备'] }]);
  const ids = (ask: string) => find(index, ask).map((f) => f.id);
  expect(ids('开饭店要办什么')).not.toContain('after-death');
  expect(ids('我有没有什么证可以开民宿')).not.toContain('after-death');
  expect(ids('人走了')[0]).toBe('after-death');
});

test.each([
  ['word order', '医保给小孩怎么登记', 'medical-insurance'],
  ['a wrong character', '营业直照', 'business-licence'],
  ['a long story', '您好我是从外面回来的想在村里屋后面开一家民宿请问一下要准备哪些材料到哪里办', 'open-guesthouse'],
  ['what is denied beside what is wanted', '身份证没有丢,我要办的是社保卡', 'social-security-card'],
])('in spite of %s: %s', (_, ask, id) => {
  expect(
    find(indexOf(sampleEntries), ask)
      .slice(0, 5)
      .map((f) => f.id),
  ).toContain(id);
});
