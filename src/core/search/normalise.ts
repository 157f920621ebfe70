/**
 * One form for what people type and what a catalogue says: full-width and half-width alike, lower case, accents and punctuation gone,
 * cut to a length no honest search reaches.
 */
const longest = 100;

/** Words and runs of characters separated by single spaces. */
export function normalise(text: string): string {
  const folded = text
    .slice(0, 4 * longest)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const plain = folded
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return Array.from(plain).slice(0, longest).join('').trim();
}

export type Run = { han: boolean; text: string };

/** Runs of Chinese characters and words of other scripts, in order. `text` is normalised. */
export function runsOf(text: string): Run[] {
  const found = text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return found.map((run) => ({ han: /^\p{Script=Han}/u.test(run), text: run }));
}

/** Each character and each pair of neighbours: measured better than any word segmentation on service names (reference/web.md §5). */
export function grams(run: string): string[] {
  const characters = Array.from(run);
  return [...characters, ...characters.slice(1).map((c, i) => `${characters[i]}${c}`)];
}
