/**
 * Finding a service or a journey by whatever a person types or says: everyday words, pinyin, initials, English, misheard characters.
 * Aliases decide more than any engine (reference/web.md §5), so every alias is a document of its own and an entry is as good as its best.
 */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { type LocalWords, type Meanings, meaningsOf, withMeanings } from './local-words';
import { telling } from './filler';
import { normalise } from './normalise';
import { type Asked, asked } from './query';
import { type Found, type Journeys, journeysOf, rank } from './rank';
import type { Phrase, Say, Shelf } from './shelf';
import { soundPairs, splitSyllables } from './sound';

export type Index = { shelf: Shelf; journeys: Journeys; phrases: MiniSearch<Phrase & { id: number }>; syllables: ReadonlySet<string>; say: Say | null; meanings: Meanings };

/** What a local word means counts less than what was said: 爷爷想坐轮椅 asks for the chair, not for what old people need. */
const byMeaning = 0.8;
/** The catalogue's own English counts before what an English word is in Chinese. */
const byTranslation = 0.1;

const terms = (text: string): string[] => text.split(' ').filter((term) => term !== '');

/** Without `say` the index answers Chinese by its characters only, which is what a station without the dictionary can do. */
export function searchIndex(shelf: Shelf, say: Say | null, words: LocalWords = []): Index {
  const phrases = new MiniSearch<Phrase & { id: number }>({
    fields: ['characters', 'words', 'sounds', 'pinyin', 'initials'],
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.5, d: 0.3 } },
  });
  phrases.addAll(shelf.phrases.map((phrase, id) => ({ ...phrase, id })));
  return { shelf, journeys: journeysOf(shelf), phrases, syllables: new Set(shelf.syllables), say, meanings: meaningsOf(words) };
}

/** Best first, at most 50; the same query on the same shelf gives the same list. */
export function find(index: Index, query: string): Found[] {
  const { said, meant, translated } = withMeanings(normalise(query), index.meanings);
  const ask = asked(said, index.say);
  const plain = (text: string) => look(index, plainQueries(asked(text, index.say)));
  const results = added(look(index, plainQueries(ask)), [
    [plain(meant), byMeaning],
    [plain(translated), byTranslation],
  ]);
  const sure = ranked(
    index,
    results.filter((result) => shareMatched(result, ask) > 0.5),
  );
  if (sure.length > 0) return sure;
  if (ask.han.length > 0)
    return ranked(
      index,
      results.filter((result) => shareMatched(result, ask) === 0.5),
    );
  return ranked(index, look(index, heardQueries([splitSyllables(ask.letters, index.syllables)], 1)));
}

/** Looked up apart and added here: in one query each further term found raises what all the others count. */
function added(said: readonly SearchResult[], further: readonly (readonly [readonly SearchResult[], number])[]): SearchResult[] {
  const all = new Map<number, SearchResult>(said.map((result) => [result.id, result]));
  for (const [results, weight] of further)
    for (const result of results) {
      const before = all.get(result.id);
      all.set(result.id, { ...result, score: (before?.score ?? 0) + weight * result.score, match: { ...result.match, ...before?.match } });
    }
  return [...all.values()];
}

const look = (index: Index, queries: Query[]): SearchResult[] => (queries.length > 0 ? index.phrases.search({ combineWith: 'OR', queries }) : []);

function plainQueries(ask: Asked): Query[] {
  const queries: Query[] = [];
  if (ask.han.length > 0) queries.push({ queries: [ask.han.flatMap(telling).join(' ')], fields: ['characters'] }, ...heardQueries(ask.said, 0.4));
  if (ask.words.length > 0)
    queries.push({
      queries: [ask.words.join(' ')],
      fields: ['words'],
      prefix: (word) => word.length >= 3,
      fuzzy: (word) => (word.length >= 4 ? 0.2 : false),
      maxFuzzy: 2,
      weights: { fuzzy: 0.75, prefix: 0.6 },
    });
  if (ask.letters.length >= 2) {
    queries.push({ queries: [ask.letters], fields: ['pinyin'], prefix: true, fuzzy: ask.letters.length >= 5 ? 0.15 : false, maxFuzzy: 2 });
    queries.push({ queries: [ask.letters], fields: ['initials'], prefix: true, boost: { initials: 0.9 } });
  }
  return queries;
}

function heardQueries(said: readonly (readonly string[])[], boost: number): Query[] {
  const pairs = said.flatMap(soundPairs);
  return pairs.length > 0 ? [{ queries: [pairs.join(' ')], fields: ['sounds'], boost: { sounds: boost } }] : [];
}

function ranked(index: Index, results: readonly SearchResult[]): Found[] {
  const scores = new Map<number, number[]>();
  for (const result of results) {
    const phrase = index.shelf.phrases[result.id];
    if (!phrase) continue;
    scores.set(phrase.entry, [...(scores.get(phrase.entry) ?? []), result.score * phrase.weight]);
  }
  return rank(index.shelf, index.journeys, scores);
}

/** How much of what was asked is there, 0 to 1. Two neighbouring characters, a word or a sound are no chance; single characters may be. */
function shareMatched(result: SearchResult, ask: Asked): number {
  const matched = Object.entries(result.match);
  if (matched.some(([term, fields]) => Array.from(term).length > 1 || fields.some((field) => field !== 'characters'))) return 1;
  const singles = new Set(ask.han.flatMap(telling).filter((gram) => Array.from(gram).length === 1));
  return matched.filter(([term]) => singles.has(term)).length / Math.max(1, singles.size);
}
