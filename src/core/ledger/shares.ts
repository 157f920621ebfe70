/** A syndicate's shares of a credit line: parties that are known, shares that sum to 100 %. */
import type { DeclaredEntry } from './declare/entry';
import { parseShare, whole100 } from './fen';
import type { Path, Say } from './say';

type Shares = NonNullable<Extract<DeclaredEntry, { kind: 'credited' }>['shares']>;

/** In hundredths of a per cent; empty without shares, or when any is at fault. */
export function percentOfShares(shares: Shares, known: (ids: readonly string[], path: Path) => void, say: Say): { party: string; share: number }[] {
  if (shares.length === 0) return [];
  const read = shares.map((s, i) => {
    known([s.party], ['shares', i, 'party']);
    const share = parseShare(s.share);
    if (share === null || share === 0)
      say('YJ836', ['shares', i, 'share'], `“${s.share}”不是份额；写百分数，最多两位小数，例如 33.33`, `"${s.share}" is no share; write a percentage with at most two decimals, such as 33.33`);
    return { party: s.party, share: share ?? 0 };
  });
  const sum = read.reduce((a, s) => a + s.share, 0);
  if (read.every((s) => s.share > 0) && sum !== whole100) say('YJ837', ['shares'], `份额合计 ${sum / 100} %，应为 100 %；改正份额`, `the shares sum to ${sum / 100} %, not 100 %; correct them`);
  return sum === whole100 ? read : [];
}
