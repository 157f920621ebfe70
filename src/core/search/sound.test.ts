import { expect, test } from 'vitest';
import { soundPairs, splitSyllables } from './sound';

const known = new Set(['shang', 'hu', 'kou', 'shen', 'fen', 'zheng', 'xi', 'an', 'ban', 'e']);

test('letters fall into the fewest syllables, strangers are skipped', () => {
  expect(splitSyllables('shanghukou', known)).toEqual(['shang', 'hu', 'kou']);
  expect(splitSyllables('woyaobanshenfenzheng', known)).toEqual(['ban', 'shen', 'fen', 'zheng']);
  expect(splitSyllables('xian', known)).toEqual(['xi', 'an']);
  expect(splitSyllables('qqq', known)).toEqual([]);
  expect(splitSyllables('', known)).toEqual([]);
});

test('what sounds alike around Zhuzhou is one term', () => {
  expect(soundPairs(['shang', 'lan'])).toEqual(soundPairs(['san', 'nang']));
  expect(soundPairs(['shang'])).toEqual([]);
});
