/**
 * How Chinese is said, from pinyin-pro: the syllables of a run, without tones, ü as v. The dictionary is heavy, so only this file imports
 * it; a browser that gets its shelf precomputed goes without.
 */
import { pinyin } from 'pinyin-pro';

export const syllables = (run: string): string[] => pinyin(run, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
