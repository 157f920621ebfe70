/**
 * Local and everyday words, as the city declares them (`words.yaml`): 细伢子 is a child, 走了 of an old person is a death. What was said
 * stays in the query and what it means is put beside it, so that an alias in local words is still the best match.
 */
import { normalise } from './normalise';

export type LocalWords = readonly { say: readonly string[]; means: readonly string[] }[];

/** Chinese words stand without spaces between them; others are whole words. */
const occurrences = (word: string): RegExp => (/\p{Script=Han}/u.test(word) ? new RegExp(word, 'g') : new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'));

/** @param query normalised. Longest words first: 细伢子 before 伢子. */
export function withMeanings(query: string, words: LocalWords): string {
  const all = words.flatMap(({ say, means }) => say.map((word) => ({ word: normalise(word), means }))).sort((a, b) => b.word.length - a.word.length);
  let rest = query;
  const meant: string[] = [];
  const dropped: string[] = [];
  for (const { word, means } of all) {
    const found = occurrences(word);
    if (!word || !found.test(rest)) continue;
    rest = rest.replace(found, '|');
    if (means.length === 0) dropped.push(word);
    else meant.push(...means.map(normalise));
  }
  const said = dropped.reduce((text, word) => text.replaceAll(word, ' '), query);
  // A query of nothing but such words is taken as it is.
  return [said.trim() || query, ...meant].join(' ');
}
