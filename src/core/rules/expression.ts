/**
 * The syntax tree of a rule. `at` is the offset of the node in the rule's text; errors point there.
 * Concepts are written `subject.datum`; a bare name is a variable of `some`/`every`, or a datum inside a derivation.
 */
import { parseDate } from '../calendar/civil-date';
import { parseInstant } from '../calendar/instant';
import { decimalText } from './decimal';
import { parseDuration } from './duration';
import type { Known } from './known';

export type Literal = { kind: 'literal'; value: Known; type: LiteralType; at: number };
export type LiteralType = 'bool' | 'number' | 'string' | 'date' | 'instant' | 'duration' | 'absent';
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Range = { kind: 'range'; from: Expression; to: Expression; fromOpen: boolean; toOpen: boolean; at: number };

export type Expression =
  | Literal
  | { kind: 'concept'; id: string; at: number }
  /** The day whose law is applied. */
  | { kind: 'today'; at: number }
  | { kind: 'not'; of: Expression; at: number }
  | { kind: 'and' | 'or'; of: Expression[]; at: number }
  | { kind: 'compare'; op: Comparison; left: Expression; right: Expression; at: number }
  | { kind: 'in'; value: Expression; items: (Expression | Range)[]; at: number }
  | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Expression; right: Expression; at: number }
  | { kind: 'if'; test: Expression; yes: Expression; no: Expression; at: number }
  | { kind: 'call'; name: FunctionName; args: Expression[]; at: number }
  /** A named rule or macro of the author's, replaced by what it stands for before anything is checked. */
  | { kind: 'invoke'; name: string; args: Expression[]; at: number }
  | { kind: 'some' | 'every'; variable: string; list: string; test: Expression; at: number }
  | { kind: 'count'; list: string; variable: string | null; test: Expression | null; at: number };

export const functions = ['years', 'months', 'days', 'min', 'max', 'abs'] as const;
export type FunctionName = (typeof functions)[number];

export const isLiteral = (e: Expression): e is Literal => e.kind === 'literal';
export const literal = (value: Known, at = 0): Literal => ({ kind: 'literal', value, type: literalType(value), at });

function literalType(value: Known): LiteralType {
  if (value === null) return 'absent';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value !== 'string') return 'number';
  if (parseDate(value) !== null) return 'date';
  if (parseDuration(value)) return 'duration';
  return parseInstant(value) === null ? 'string' : 'instant';
}

const yesOrNo = new Set(['not', 'and', 'or', 'compare', 'in', 'some', 'every']);
/** The expression where a yes/no is wanted: what may be absent is kept as a condition, so that absent does not hold. */
export const asCondition = (e: Expression): Expression => (yesOrNo.has(e.kind) || (isLiteral(e) && typeof e.value === 'boolean') ? e : { kind: 'and', of: [e], at: e.at });

/** The parts of an expression, in reading order. */
export function parts(e: Expression): Expression[] {
  switch (e.kind) {
    case 'literal':
    case 'concept':
    case 'today':
      return [];
    case 'not':
      return [e.of];
    case 'and':
    case 'or':
      return e.of;
    case 'compare':
    case 'arithmetic':
      return [e.left, e.right];
    case 'in':
      return [e.value, ...e.items.flatMap((i) => (i.kind === 'range' ? [i.from, i.to] : [i]))];
    case 'if':
      return [e.test, e.yes, e.no];
    case 'call':
    case 'invoke':
      return e.args;
    case 'some':
    case 'every':
      return [e.test];
    case 'count':
      return e.test ? [e.test] : [];
  }
}

/** How many parts the expression has, itself included. */
export const sizeOf = (e: Expression): number => parts(e).reduce((n, p) => n + sizeOf(p), 1);

/** The same expression with every part replaced; the node itself is kept when no part changed. */
export function mapParts(e: Expression, f: (part: Expression) => Expression): Expression {
  switch (e.kind) {
    case 'literal':
    case 'concept':
    case 'today':
      return e;
    case 'not': {
      const of = f(e.of);
      return of === e.of ? e : { ...e, of };
    }
    case 'and':
    case 'or': {
      const of = e.of.map(f);
      return of.every((p, i) => p === e.of[i]) ? e : { ...e, of };
    }
    case 'compare':
    case 'arithmetic': {
      const left = f(e.left);
      const right = f(e.right);
      return left === e.left && right === e.right ? e : { ...e, left, right };
    }
    case 'in':
      return { ...e, value: f(e.value), items: e.items.map((i) => (i.kind === 'range' ? { ...i, from: f(i.from), to: f(i.to) } : f(i))) };
    case 'if':
      return { ...e, test: f(e.test), yes: f(e.yes), no: f(e.no) };
    case 'call':
    case 'invoke':
      return { ...e, args: e.args.map(f) };
    case 'some':
    case 'every':
      return { ...e, test: f(e.test) };
    case 'count':
      return e.test ? { ...e, test: f(e.test) } : e;
  }
}

/** Every concept the expression reads, in order of first mention; a list variable reads `list.datum`. */
export function conceptsOf(e: Expression, into: Set<string> = new Set(), variables: Map<string, string> = new Map()): Set<string> {
  if (e.kind === 'concept') {
    const dot = e.id.indexOf('.');
    const list = variables.get(e.id.slice(0, dot));
    into.add(list === undefined ? e.id : list + e.id.slice(dot));
    return into;
  }
  if (e.kind === 'some' || e.kind === 'every' || e.kind === 'count') {
    const inner = new Map(variables);
    if (e.variable) inner.set(e.variable, e.list);
    if (!e.variable || !e.test) into.add(e.list);
    if (e.test) conceptsOf(e.test, into, inner);
    return into;
  }
  for (const p of parts(e)) conceptsOf(p, into, variables);
  return into;
}

function shownValue({ value, type }: Literal): string {
  if (value === null) return 'absent';
  if (typeof value === 'number' || typeof value === 'bigint') return decimalText(value);
  if (type === 'date' || type === 'instant' || type === 'duration') return `${type}("${value}")`;
  // A text keeps what stands in it: there is no escape, so it is quoted by the sign it does not hold.
  return typeof value === 'string' && !value.includes('"') ? `"${value}"` : typeof value === 'string' && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}

/** As part of something larger: in brackets where the text alone could be read in two ways. */
const shown = (e: Expression): string => (e.kind === 'if' || e.kind === 'some' || e.kind === 'every' ? `(${show(e)})` : show(e));
const operand = (e: Expression): string => (e.kind === 'compare' || e.kind === 'in' ? `(${show(e)})` : shown(e));

/** One canonical text per expression: equal texts mean equal expressions. */
export function show(e: Expression | Range): string {
  switch (e.kind) {
    case 'literal':
      return shownValue(e);
    case 'concept':
      return e.id;
    case 'today':
      return 'at';
    case 'not':
      return `not(${show(e.of)})`;
    case 'and':
    case 'or':
      return `(${e.of.map(shown).join(` ${e.kind} `)})`;
    case 'compare':
      return `${operand(e.left)} ${e.op} ${operand(e.right)}`;
    case 'arithmetic':
      return `(${operand(e.left)} ${e.op} ${operand(e.right)})`;
    case 'in':
      return `${operand(e.value)} in [${e.items.map((i) => (i.kind === 'range' ? show(i) : operand(i))).join(', ')}]`;
    case 'range':
      return `${e.fromOpen ? '(' : '['}${operand(e.from)}..${operand(e.to)}${e.toOpen ? ')' : ']'}`;
    case 'if':
      return `if ${show(e.test)} then ${show(e.yes)} else ${show(e.no)}`;
    case 'call':
    case 'invoke':
      return `${e.name}(${e.args.map(show).join(', ')})`;
    case 'some':
    case 'every':
      return `${e.kind} ${e.variable} in ${e.list} satisfies ${show(e.test)}`;
    case 'count':
      return e.test ? `count(${e.variable} in ${e.list} satisfies ${show(e.test)})` : `count(${e.list})`;
  }
}
