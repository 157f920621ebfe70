/** The name somebody meant. */

/** The closest name within a third of its length, for "did you mean". */
export function nearest(word: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const n of names) {
    if (Math.abs(n.length - word.length) >= least) continue;
    const d = distance(word, n, least);
    if (d < least) {
      least = d;
      best = n;
    }
  }
  return best;
}

function distance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const d = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(d);
      least = Math.min(least, d);
    }
    if (least >= limit) return limit;
    row = next;
  }
  return row[b.length]!;
}
