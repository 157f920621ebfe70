import { expect, test } from 'vitest';
import { find, indexOf } from './index';
import { withMeanings } from './local-words';
import { sampleEntries } from './sample-catalogue';

const words = [
  { say: ['细伢子', '满崽'], means: ['小孩'] },
  { say: ['伢子'], means: ['男孩'] },
  { say: ['么子', '屋里'], means: [] },
];

test('what a local word means stands beside it, the longest word first', () => {
  expect(withMeanings('细伢子上户', words)).toBe('细伢子上户 小孩');
});

test('a word that only carries the question is left out, but never the whole query', () => {
  expect(withMeanings('屋里要办么子证', words).trim()).toBe('要办 证');
  expect(withMeanings('么子', words)).toBe('么子');
});

test('a query in local words finds what the catalogue says otherwise', () => {
  expect(find(indexOf(sampleEntries), '满崽上户')[0]?.id).toBe('household-registration');
  expect(find(indexOf(sampleEntries, words), '屋里满崽上户').map((f) => f.id)).toContain('household-registration');
  expect(find(indexOf(sampleEntries), '妹坨').length).toBe(0);
  expect(find(indexOf(sampleEntries, [{ say: ['妹坨'], means: ['生孩子'] }]), '妹坨')[0]?.id).toBe('newborn');
});
