import { expect, test } from 'vitest';
import { find, indexOf } from './index';
import { meaningsOf, withMeanings } from './local-words';
import { sampleEntries } from './sample-catalogue';

const words = [
  { say: ['细伢子', '满崽'], means: ['小孩'] },
  { say: ['伢子'], means: ['男孩'] },
  { say: ['么子', '屋里'], means: [] },
  { say: ['toddler'], means: ['小孩'] },
];
const told = (query: string) => withMeanings(query, meaningsOf(words));

test('what a local word means stands beside it, the longest word first', () => {
  expect(told('细伢子上户')).toEqual({ said: '细伢子上户', meant: '小孩', translated: '' });
});

test('what an English word is in Chinese is told apart, whole words only', () => {
  expect(told('toddler hukou')).toEqual({ said: 'toddler hukou', meant: '', translated: '小孩' });
  expect(told('toddlers').translated).toBe('');
});

test('a word that only carries the question is left out, but never the whole query', () => {
  expect(told('屋里要办么子证').said).toBe('要办 证');
  expect(told('么子').said).toBe('么子');
});

test('a query in local words finds what the catalogue says otherwise', () => {
  expect(find(indexOf(sampleEntries), '满崽上户')[0]?.id).toBe('household-registration');
  expect(find(indexOf(sampleEntries, words), '屋里满崽上户').map((f) => f.id)).toContain('household-registration');
  expect(find(indexOf(sampleEntries), '妹坨').length).toBe(0);
  expect(find(indexOf(sampleEntries, [{ say: ['妹坨'], means: ['生孩子'] }]), '妹坨')[0]?.id).toBe('newborn');
});

test('what was said counts before what it means, and English of the catalogue before its translation', () => {
  const index = indexOf(sampleEntries, [
    { say: ['娭毑'], means: ['身份证'] },
    { say: ['licence'], means: ['生孩子'] },
  ]);
  expect(find(index, '娭毑的疫苗本')[0]?.id).toBe('vaccination-record');
  expect(find(index, 'food business licence')[0]?.id).toBe('food-licence');
});
