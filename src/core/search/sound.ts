/**
 * What can be heard: voice input and dialect write 上沪口 for 上户口, and around Zhuzhou zh–z, n–l and -ng–-n sound alike. Two
 * neighbouring syllables, folded, are one term; single syllables are too common to mean anything.
 */
export const folded = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n');

export const soundPairs = (syllables: readonly string[]): string[] => syllables.slice(1).map((s, i) => `${folded(syllables[i] ?? '')}_${folded(s)}`);

const longestSyllable = 6;

/**
 * Letters typed without spaces as syllables: the split that leaves the fewest letters over, then has the fewest syllables.
 * Letters that belong to none are skipped.
 */
export function splitSyllables(letters: string, known: ReadonlySet<string>): string[] {
  type Split = { cost: number; length: number; before: number };
  const best: Split[] = [{ cost: 0, length: 0, before: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    const skip: Split = { cost: (best[end - 1]?.cost ?? 0) + 100, length: 0, before: end - 1 };
    best[end] = skip;
    for (let length = 1; length <= Math.min(longestSyllable, end); length++) {
      const cost = (best[end - length]?.cost ?? 0) + 1;
      if (cost < (best[end]?.cost ?? 0) && known.has(letters.slice(end - length, end))) best[end] = { cost, length, before: end - length };
    }
  }
  const found: string[] = [];
  for (let end = letters.length; end > 0; ) {
    const split = best[end] ?? { length: 0, before: end - 1 };
    if (split.length > 0) found.unshift(letters.slice(split.before, end));
    end = split.before;
  }
  return found;
}
