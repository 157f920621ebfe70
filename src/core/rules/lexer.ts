/** Cuts a rule into words and signs. Names are Unicode; 且 或 非 are aliases of and, or, not; full-width signs are named in the error. */
import { ruleError, type RuleError } from './error';

export type Token = { kind: 'name' | 'number' | 'string' | 'sign' | 'end'; text: string; at: number };

const aliases: Record<string, string> = { 且: 'and', 或: 'or', 非: 'not', 若: 'if', 则: 'then', 否则: 'else' };
const fullWidth: Record<string, string> = {
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '（': '(',
  '）': ')',
  '，': ',',
  '“': '"',
  '”': '"',
  '【': '[',
  '】': ']',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '！': '!',
  '；': ',',
  '。': '.',
  '［': '[',
  '］': ']',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '×': '*',
  '÷': '/',
  '‘': "'",
  '’': "'",
  '、': ',',
  '＂': '"',
  '＇': "'",
  '．': '.',
};
const signs = ['<=', '>=', '!=', '..', '=', '<', '>', '(', ')', '[', ']', ',', '+', '-', '*', '/'];
const nameStart = /[\p{L}_]/u;
const namePart = /[\p{L}\p{M}\p{N}_]/u;

const longest = 200;

export function tokens(text: string): Token[] | RuleError {
  const out: Token[] = [];
  let i = 0;
  const characterAt = (k: number) => String.fromCodePoint(text.codePointAt(k) ?? 0);
  while (i < text.length) {
    const c = characterAt(i);
    if (/\s/.test(c)) {
      i += c.length;
      continue;
    }
    if (out.length > 4000) return ruleError('YJ410', i, '规则太长；分成几条', 'the rule is too long; split it');
    if (nameStart.test(c)) {
      const at = i;
      let name = '';
      while (name.length <= longest) {
        const part = i < text.length ? characterAt(i) : '';
        // Inside a name a hyphen or dot belongs to it only when a letter follows: `child.follows`, `open-air`, but `a - b`.
        const joins = (part === '.' || part === '-') && i + 1 < text.length && nameStart.test(characterAt(i + 1)) && name !== '';
        if (part && (namePart.test(part) || joins)) {
          name += part;
          i += part.length;
        } else break;
      }
      if (name.length > longest) return ruleError('YJ401', at, `名字太长；最多 ${longest} 字`, `the name is too long; at most ${longest} characters`);
      for (const word of splitAliases(name)) {
        out.push({ kind: 'name', text: aliases[word.text] ?? word.text, at: at + word.offset });
      }
      continue;
    }
    if (/[0-9]/.test(c)) {
      const m = /^\d+(?:\.(\d+))?/.exec(text.slice(i, i + 60))!;
      const decimals = m[1]?.length ?? 0;
      if (decimals > 20 || m[0].length - (decimals && decimals + 1) > 29) return ruleError('YJ401', i, '数太长；最多 29 位，小数 20 位', 'the number is too long; at most 29 digits, and 20 decimals');
      out.push({ kind: 'number', text: m[0], at: i });
      i += m[0].length;
      continue;
    }
    if (c === '"' || c === "'") {
      const end = text.indexOf(c, i + 1);
      if (end < 0) return ruleError('YJ401', i, '引号没有结束；补上另一半', 'the quotation mark is not closed; close it');
      out.push({ kind: 'string', text: text.slice(i + 1, end), at: i });
      i = end + 1;
      continue;
    }
    const sign = signs.find((s) => text.startsWith(s, i));
    if (sign) {
      out.push({ kind: 'sign', text: sign, at: i });
      i += sign.length;
      continue;
    }
    const half = fullWidth[c] ?? (/[０-９]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : undefined);
    return half
      ? ruleError('YJ402', i, `“${c}”是全角符号，请改用半角 ${half}`, `"${c}" is a full-width sign; write ${half}`)
      : ruleError('YJ401', i, `看不懂的字符“${c}”；删去，或放进引号`, `unexpected character "${c}"; remove it, or put it in quotes`);
  }
  out.push({ kind: 'end', text: '', at: text.length });
  return out;
}

/** `甲且乙` without spaces: ids hold no Chinese, so the aliases also separate words written together. */
function splitAliases(name: string): { text: string; offset: number }[] {
  const words: { text: string; offset: number }[] = [];
  let start = 0;
  for (const m of name.matchAll(/否则|[且或非若则]/g)) {
    if (m.index > start) words.push({ text: name.slice(start, m.index), offset: start });
    words.push({ text: m[0], offset: m.index });
    start = m.index + m[0].length;
  }
  if (start < name.length) words.push({ text: name.slice(start), offset: start });
  return words;
}
