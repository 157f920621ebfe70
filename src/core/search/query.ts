/** What was asked, taken apart: Chinese without the words that only carry a question, other words, and how it would be spelt and said. */
import { normalise, runsOf } from './normalise';
import { longestTail, type Say } from './shelf';

export type Asked = {
  han: string[];
  words: string[];
  /** Typed in one go: shanghukou. */
  letters: string;
  said: string[];
};

const fillers =
  /怎么办理|如何办理|怎么申请|如何申请|怎么弄|怎么办|怎样办|如何办|在哪里办|在哪里|在哪儿|到哪里|去哪里|去哪儿|去哪|哪里|什么材料|要什么|需要什么|需要|请问一下|请问|我想要|我想|我要|想要|帮我|可不可以|可以|能不能|多少钱|流程/g;
const smallWords = new Set(
  'a an the of to for in on at my me i we is are do does can how what where which who and or with want wants need needs get getting please apply applying application'.split(' '),
);

export function asked(query: string, say: Say | null): Asked {
  const runs = runsOf(normalise(query));
  const han = meant(runs.filter((run) => run.han).map((run) => run.text));
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
    said: han.length > 0 && say ? han.flatMap(say) : [],
  };
}

/** English writes many words both ways: guest house, guesthouse. */
const withPairs = (words: readonly string[]): string[] => [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)];

/** Runs without filler; a query of nothing but filler is taken as it is. */
function meant(runs: readonly string[]): string[] {
  const rest = runs.flatMap((run) => run.split(fillers)).filter((run) => run !== '');
  return rest.length > 0 ? rest : [...runs];
}
