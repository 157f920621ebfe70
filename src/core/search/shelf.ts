/**
 * The shelf is what is searched: every name and alias of every entry as a phrase with its characters, words, sounds and spellings worked
 * out. Plain JSON, so that a catalogue is prepared once and a station can carry it without the pinyin dictionary.
 */
import { matter, telling } from './filler';
import { normalise, runsOf } from './normalise';
import { soundPairs } from './sound';

export type Kind = 'service' | 'journey';

export type Entry = {
  id: string;
  kind: Kind;
  name: { zh: string; en: string };
  aliases: readonly string[];
  /** For a journey: the ids of its services. */
  services?: readonly string[];
  /** Further words; Latin ones also correct a spelling (还款: huankuan). */
  keywords?: readonly string[];
};

/** Space-separated terms of one name or alias. `entry` is the index of its entry. */
export type Phrase = {
  entry: number;
  weight: number;
  characters: string;
  words: string;
  sounds: string;
  /** Every tail of the pinyin typed in one go: shenfenzheng fenzheng zheng. */
  pinyin: string;
  /** Every tail of the initials: sfz fz z. */
  initials: string;
};

export type Shelf = { entries: { id: string; kind: Kind; services: readonly string[] }[]; phrases: Phrase[]; syllables: string[] };

/** A run of Chinese characters to its syllables; see `syllables.ts`. */
export type Say = (run: string) => string[];

/** Tails beyond this many letters are cut, and so is what is looked up in them. */
export const longestTail = 32;

export function shelf(entries: readonly Entry[], say: Say): Shelf {
  const known = new Set<string>();
  const phrases = entries.flatMap((entry, i) =>
    spoken(entry).map(({ text, weight }) => {
      const said = runsOf(text).flatMap((run) => (run.han ? say(run.text) : [run.text]));
      if (/\p{Script=Han}/u.test(text)) for (const syllable of said) known.add(syllable);
      return phrase(i, weight, text, said, say);
    }),
  );
  return { entries: entries.map(({ id, kind, services }) => ({ id, kind, services: services ?? [] })), phrases, syllables: [...known].sort() };
}

/** What people may say for an entry; each text once, at its highest weight. */
function spoken(entry: Entry): { text: string; weight: number }[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => weights.set(normalise(text), Math.max(weight, weights.get(normalise(text)) ?? 0));
  add(entry.name.zh, 1);
  add(entry.name.en, 1);
  for (const alias of entry.aliases) add(alias, 1);
  for (const keyword of entry.keywords ?? []) add(keyword, 0.8);
  add(entry.id, 0.8);
  weights.delete('');
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

function phrase(entry: number, weight: number, text: string, said: readonly string[], say: Say): Phrase {
  const runs = runsOf(text);
  const pieces = matter(runs.filter((run) => run.han).map((run) => run.text));
  const chinese = runs.some((run) => run.han);
  const spelt = chinese || runs.length === 1 ? said : [];
  return {
    entry,
    weight,
    characters: pieces.flatMap(telling).join(' '),
    words: runs
      .filter((run) => !run.han)
      .map((run) => run.text)
      .join(' '),
    sounds: pieces.flatMap((piece) => soundPairs(say(piece))).join(' '),
    pinyin: tails(spelt).join(' '),
    initials: chinese ? tails(said.map((s) => s.slice(0, 1))).join(' ') : '',
  };
}

/** Joined tails of the list, and where ü was written v also with u, as both are typed. */
function tails(parts: readonly string[]): string[] {
  const joined = parts.map((_, i) =>
    parts
      .slice(i, i + longestTail)
      .join('')
      .slice(0, longestTail),
  );
  return [...new Set([...joined, ...joined.map((tail) => tail.replaceAll('v', 'u'))])];
}
