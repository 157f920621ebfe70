/**
 * One cell of a decision table: a test of its column in the words of DMN. `-` accepts any value; `< 18`, `!= "a"`; `[7..18)`; a value;
 * several of these with commas, any of which may hold; `not(…)`. A code stands without quotes, a day as it is written.
 */
import { parseDate } from '../../calendar/civil-date';
import { isRuleError, ruleError, type RuleError } from '../error';
import { literal, mapParts, type Comparison, type Expression, type Range } from '../expression';
import { tokens, type Token } from '../lexer';
import { parse } from '../parse';
import { column } from './definition';

/** What a bare word may mean in this place: a code of the list, unless a rule or a value is called so. */
export type Words = { codes: readonly string[] | undefined; named(id: string): boolean };

const ops: readonly Comparison[] = ['<=', '>=', '!=', '<', '>', '='];
const day = /^\d{4}-\d{2}-\d{2}$/;
const word = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A written value or a rule: what a parameter is, what a row gives, what a cell compares with. */
export function operand(text: string, words: Words, at = 0): Expression | RuleError {
  const trimmed = text.trim();
  const start = at + text.length - text.trimStart().length;
  if (day.test(trimmed))
    return parseDate(trimmed) === null
      ? ruleError('YJ401', start, `没有 ${trimmed} 这一天；写真实的日期`, `${trimmed} is not a day that exists; write a real date`)
      : { kind: 'literal', value: trimmed, type: 'date', at: start };
  if (words.codes && word.test(trimmed) && (words.codes.includes(trimmed) || (!words.named(trimmed) && !['absent', 'true', 'false', 'at'].includes(trimmed)))) return literal(trimmed, start);
  const e = parse(trimmed);
  return isRuleError(e) ? { ...e, at: e.at + start } : shifted(e, start);
}

/** The expression as it stands further on in a text. */
export function shifted(e: Expression, by: number): Expression {
  if (by === 0) return e;
  const moved = { ...mapParts(e, (p) => shifted(p, by)), at: e.at + by };
  return moved.kind === 'in' ? { ...moved, items: moved.items.map((i) => (i.kind === 'range' ? { ...i, at: i.at + by } : i)) } : moved;
}

export function cell(text: string, words: Words): Expression | null | RuleError {
  if (text.trim() === '-') return null;
  const tests: Expression[] = [];
  const pieces = atCommas(text);
  if (isRuleError(pieces)) return pieces;
  for (const { from, to } of pieces) {
    const test = one(text.slice(from, to), words, from);
    if (isRuleError(test)) return test;
    tests.push(test);
  }
  return tests.length === 1 ? tests[0]! : { kind: 'or', of: tests, at: 0 };
}

const reads = (at: number): Expression => ({ kind: 'concept', id: column, at });

function one(piece: string, words: Words, at: number): Expression | RuleError {
  const text = piece.trim();
  const start = at + piece.length - piece.trimStart().length;
  const negated = /^not\s*\((.*)\)$/s.exec(text)?.[1];
  if (negated !== undefined) {
    const of = cell(negated, words);
    if (of === null) return ruleError('YJ401', start, '“-”就是任意，不能再 not；写出值', '"-" accepts anything and cannot be negated; write the values');
    return isRuleError(of) ? { ...of, at: of.at + start + text.indexOf('(') + 1 } : { kind: 'not', of, at: start };
  }
  if (/^[[(].*[\])]$/s.test(text)) {
    const range = rangeOf(text, words, start);
    if (range) return isRuleError(range) ? range : { kind: 'in', value: reads(start), items: [range], at: start };
  }
  const op = ops.find((o) => text.startsWith(o));
  const right = operand(op ? text.slice(op.length) : text, words, op ? start + op.length : start);
  if (isRuleError(right)) return right;
  if (!op && right.kind === 'literal' && right.value === true) return reads(start);
  return { kind: 'compare', op: op ?? '=', left: reads(start), right, at: start };
}

/** `[7..18)`; null where there are no two dots and the brackets are only brackets. */
function rangeOf(text: string, words: Words, at: number): Range | RuleError | null {
  const list = tokens(text);
  if (isRuleError(list)) return { ...list, at: list.at + at };
  const dots = topLevel(list, '..', 1)[0];
  if (dots === undefined) return null;
  const from = operand(text.slice(1, dots), words, at + 1);
  const to = operand(text.slice(dots + 2, -1), words, at + dots + 2);
  if (isRuleError(from)) return from;
  if (isRuleError(to)) return to;
  return { kind: 'range', from, to, fromOpen: text[0] === '(', toOpen: text.endsWith(')'), at };
}

function atCommas(text: string): { from: number; to: number }[] | RuleError {
  const list = tokens(text);
  if (isRuleError(list)) return list;
  const commas = topLevel(list, ',', 0);
  return [...commas, text.length].map((to, i) => ({ from: i === 0 ? 0 : commas[i - 1]! + 1, to }));
}

function topLevel(list: readonly Token[], sign: string, depth: number): number[] {
  let open = 0;
  const found: number[] = [];
  for (const t of list) {
    if (t.kind !== 'sign') continue;
    if (t.text === sign && open === depth) found.push(t.at);
    if (t.text === '(' || t.text === '[') open++;
    if (t.text === ')' || t.text === ']') open--;
  }
  return found;
}
