/** Brackets, looked at before the YAML reader sees them: it walks by recursion and would fall over deep nesting. */

/** Offset of the first bracket nested too deep, or -1, which keeps hostile nesting away from the parser's stack; and the brackets never closed. Text in quotes and in the middle of a word does not nest. */
export function brackets(text: string): { deep: number; open: number[] } {
  const open: number[] = [];
  let dashes = 0;
  let start = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\n') [dashes, start] = [0, true];
    else if (c === ' ' || c === '\t' || c === '\r') continue;
    else if ((c === '[' || c === '{') && start) {
      if (open.push(i) > 100) return { deep: i, open };
    } else if (c === ']' || c === '}') {
      open.pop();
      start = false;
    } else if ((c === '"' || c === "'") && start) {
      // Only a quotation that ends on its line: one left open must not hide what follows.
      i = Math.max(i, endOfQuote(text, i));
      start = false;
    } else if ((c === '&' || c === '!') && start) {
      while (/\S/.test(text[i + 1] ?? ' ')) i++;
    } else if (c === '#' && (i === 0 || /\s/.test(text[i - 1]!))) {
      const end = text.indexOf('\n', i);
      if (end < 0) break;
      i = end - 1;
    } else {
      if ((c === '-' || c === '?') && /\s/.test(text[i + 1] ?? ' ') && ++dashes > 100) return { deep: i, open };
      start = c === ',' || c === ':' || ((c === '-' || c === '?') && start);
    }
  }
  // Block nesting needs one more space per level: a line indented past this is past the depth limit as well.
  const indented = /^ {400,}\S/m.exec(text);
  return { deep: indented ? indented.index : -1, open };
}

/** The closing quotation mark on the same line, or -1; a doubled single quote and an escaped double one do not close. */
function endOfQuote(text: string, from: number): number {
  for (let i = from + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[from] === '"' && text[i] === '\\') i++;
    else if (text[i] === text[from]) {
      if (text[from] === "'" && text[i + 1] === "'") i++;
      else return i;
    }
  }
  return -1;
}
