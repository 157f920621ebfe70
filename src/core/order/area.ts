/** How one place lies to another, by division code: a longer code lies in the shorter one it begins with; 430200 is the whole of 4302. */

/** The digits that say something: the zeros of a province, a city or a town code say "all of it". */
const stem = (code: string): string => (code.length === 6 ? code.replace(/^(\d{2})0000$|^(\d{4})00$/, '$1$2') : code);

/** `a` against `b`: the same, inside it, around it, or somewhere else. */
export function lies(a: string, b: string): 'same' | 'inside' | 'around' | 'elsewhere' {
  const [x, y] = [stem(a), stem(b)];
  if (x === y) return 'same';
  return x.startsWith(y) ? 'inside' : y.startsWith(x) ? 'around' : 'elsewhere';
}
