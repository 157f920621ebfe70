/**
 * Local and everyday words, as the city declares them (`words.yaml`): 细伢子 is a child, 走了 of an old person is a death. What was said
 * stays in the query and what it means is put beside it, so that an alias in local words is still the best match.
 */
import { normalise } from './normalise';

export type LocalWords = readonly { say: readonly string[]; means: readonly string[] }[];

/** Made ready once: longest words first, 细伢子 before 伢子. */
export type Meanings = readonly { pattern: RegExp; han: boolean; means: readonly string[] }[];

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);
/** Chinese words stand without spaces between them; others are whole words. */
const occurrences = (word: string): RegExp => (isHan(word) ? new RegExp(word, 'gu') : new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'));

export function meaningsOf(words: LocalWords): Meanings {
  const all = words.flatMap(({ say, means }) => say.map((word) => ({ word: normalise(word), means: means.map(normalise) })));
  return all
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length)
    .map(({ word, means }) => ({ pattern: occurrences(word), han: isHan(word), means }));
}

/** `meant` by Chinese words, `translated` from others. */
export type Told = { said: string; meant: string; translated: string };

/** @param query normalised; one of nothing but words without a meaning is taken as it is. */
export function withMeanings(query: string, meanings: Meanings): Told {
  let rest = query;
  let said = query;
  const meant = new Set<string>();
  const translated = new Set<string>();
  for (const { pattern, han, means } of meanings) {
    const without = rest.replace(pattern, '|');
    if (without === rest) continue;
    rest = without;
    if (means.length === 0) said = said.replace(pattern, ' ');
    for (const meaning of means) (han ? meant : translated).add(meaning);
  }
  return { said: said.trim() || query, meant: [...meant].join(' '), translated: [...translated].join(' ') };
}
