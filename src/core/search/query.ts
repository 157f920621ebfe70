/** What was asked, taken apart: Chinese without the words that only carry a question, other words, and how it would be spelt and said. */
import { matter } from './filler';
import { normalise, runsOf } from './normalise';
import { longestTail, type Say } from './shelf';

export type Asked = {
  han: string[];
  words: string[];
  /** Typed in one go: shanghukou. */
  letters: string;
  /** The syllables of each piece of `han`. */
  said: string[][];
};

const smallWords = new Set(
  'a an the of to for in on at my me i we is are do does can how what where which who and or with want wants need needs get getting please apply applying application'.split(' '),
);

export function asked(query: string, say: Say | null): Asked {
  const runs = runsOf(normalise(query));
  const han = matter(runs.filter((run) => run.han).map((run) => run.text));
  const all = runs.filter((run) => !run.han).map((run) => run.text);
  const content = all.filter((word) => !smallWords.has(word));
  const said = runs.flatMap((run) => (run.han ? (say?.(run.text) ?? []) : [run.text]));
  return {
    han,
    words: withPairs(content.length > 0 || han.length > 0 ? content : all),
    letters:
      all.length > 0
        ? said
            .join('')
            .replace(/[^a-z0-9]/g, '')
            .slice(0, longestTail)
        : '',
    said: say ? han.map(say) : [],
  };
}

/** English writes many words both ways: guest house, guesthouse. */
const withPairs = (words: readonly string[]): string[] => [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)];
