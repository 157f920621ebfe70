/** A name as a public list shows it: the first and the last character, with the rest covered. 刘*明, 刘*, 阿**力; words by their first letters: M* M*. */
export function masked(name: string): string {
  const clean = name.trim();
  if (/^[\p{Script=Latin}\s.'’-]+$/u.test(clean))
    return clean
      .split(/\s+/)
      .map((w) => `${[...w][0]}*`)
      .join(' ');
  const letters = [...clean];
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${'*'.repeat(Math.min(letters.length - 2, 3))}${letters.at(-1)}`;
}
