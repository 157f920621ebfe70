/** Reads a rule: a typed, terminating subset of FEEL (docs/rule-language.md). No recursion by the author, no loops, no regular expressions. */
import { decimalOf, negative, type Decimal } from './decimal';
import { isRuleError, ruleError, type RuleError } from './error';
import { maxRows } from './evaluate';
import { functions, literal, parts, type Comparison, type Expression, type FunctionName, type Range } from './expression';
import { tokens, type Token } from './lexer';
import { isWritten, readWritten, type Written, writtenHelp } from './written';

const maxDepth = 60;
/** A list of 500 rows for each of 500 rows, with a condition of twenty parts. */
const maxWork = 5_000_000;
const comparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const reserved = new Set(['and', 'or', 'not', 'in', 'if', 'then', 'else', 'true', 'false', 'absent', 'between', 'some', 'every', 'satisfies', 'count', 'date', 'at', ...functions]);

export function parse(text: string): Expression | RuleError {
  const list = tokens(text);
  if (isRuleError(list)) return list;
  try {
    const reader = new Reader(list);
    const e = reader.or(0);
    const rest = reader.peek();
    if (rest.kind !== 'end') reader.fail(rest, `“${rest.text}”放在这里不对；是不是少了 and 或 or？`, `"${rest.text}" does not belong here; is an and or or missing before it?`);
    if (work(e) > maxWork) return ruleError('YJ410', 0, '名单套名单的条件太长；拆成几条规则', 'too much is asked of a list within a list; split the rule');
    return e;
  } catch (thrown) {
    if (isRuleError(thrown)) return thrown;
    throw thrown;
  }
}

/** How many nodes are looked at when every list is as long as a list may be. */
const work = (e: Expression): number =>
  e.kind === 'some' || e.kind === 'every' || e.kind === 'count' ? 1 + maxRows * parts(e).reduce((n, p) => n + work(p), 0) : parts(e).reduce((n, p) => n + work(p), 1);

class Reader {
  private i = 0;
  constructor(private readonly list: Token[]) {}

  peek(ahead = 0): Token {
    return this.list[Math.min(this.i + ahead, this.list.length - 1)]!;
  }
  private next(): Token {
    const t = this.peek();
    this.i++;
    return t;
  }
  private is(text: string): boolean {
    const t = this.peek();
    return (t.kind === 'sign' || t.kind === 'name') && t.text === text;
  }
  private take(text: string): boolean {
    if (!this.is(text)) return false;
    this.i++;
    return true;
  }
  private expect(text: string): void {
    if (!this.take(text)) {
      const t = this.peek();
      this.fail(t, `此处应为 ${text}${t.kind === 'end' ? '，规则却结束了' : `，却是“${t.text}”`}`, `expected ${text} but ${t.kind === 'end' ? 'the rule ends' : `found "${t.text}"`}`);
    }
  }
  fail(t: Token, zh: string, en: string): never {
    throw ruleError('YJ401', t.at, zh, en);
  }
  private deeper(depth: number): number {
    if (depth > maxDepth) throw ruleError('YJ410', this.peek().at, `嵌套超过 ${maxDepth} 层`, `nested more than ${maxDepth} deep`);
    return depth + 1;
  }

  or(depth: number): Expression {
    const d = this.deeper(depth);
    const first = this.and(d);
    if (!this.is('or')) return first;
    const of = [first];
    while (this.take('or')) of.push(this.and(d));
    return { kind: 'or', of, at: first.at };
  }
  private and(depth: number): Expression {
    const first = this.negation(depth);
    if (!this.is('and')) return first;
    const of = [first];
    while (this.take('and')) of.push(this.negation(depth));
    return { kind: 'and', of, at: first.at };
  }
  private negation(depth: number): Expression {
    const t = this.peek();
    if (this.take('not')) return { kind: 'not', of: this.negation(this.deeper(depth)), at: t.at };
    return this.comparison(depth);
  }
  private comparison(depth: number): Expression {
    const left = this.sum(depth);
    const t = this.peek();
    if (t.kind === 'sign' && comparisons.includes(t.text)) {
      this.next();
      return { kind: 'compare', op: t.text as Comparison, left, right: this.sum(depth), at: left.at };
    }
    if (this.take('between')) {
      const from = this.sum(depth);
      this.expect('and');
      const to = this.sum(depth);
      return { kind: 'in', value: left, items: [{ kind: 'range', from, to, fromOpen: false, toOpen: false, at: from.at }], at: left.at };
    }
    if (this.take('in')) return { kind: 'in', value: left, items: this.items(depth), at: left.at };
    return left;
  }
  /** `["a", "b"]`, a range `[1..5]` or `(1..5)`, or a list of ranges in parentheses. */
  private items(depth: number): (Expression | Range)[] {
    const d = this.deeper(depth);
    const open = this.peek();
    if (!this.is('[') && !this.is('(')) this.fail(open, 'in 后面应为 [ … ]', 'expected [ … ] after in');
    const fromOpen = open.text === '(';
    this.next();
    const first = this.startsRange() ? this.items(d)[0]! : this.sum(d);
    if (first.kind !== 'range' && this.take('..')) {
      const to = this.sum(d);
      const close = this.next();
      if (close.text !== ']' && close.text !== ')') this.fail(close, '区间应以 ] 或 ) 结束', 'a range ends with ] or )');
      return [{ kind: 'range', from: first, to, fromOpen, toOpen: close.text === ')', at: open.at }];
    }
    const items: (Expression | Range)[] = [first];
    while (this.take(',')) items.push(this.startsRange() ? this.items(d)[0]! : this.sum(d));
    this.expect(fromOpen ? ')' : ']');
    if (items.length > 500) this.fail(open, '列表超过 500 项', 'a list of more than 500 items');
    return items;
  }
  /** `[1..5]`, or `(1..5)` rather than a sum in parentheses: two dots stand before its closing bracket. */
  private startsRange(): boolean {
    if (this.is('[')) return true;
    if (!this.is('(')) return false;
    for (let k = 1, open = 1; open > 0; k++) {
      const t = this.peek(k);
      if (t.kind === 'end') return false;
      if (t.kind !== 'sign') continue;
      if (t.text === '..' && open === 1) return true;
      if (t.text === '(' || t.text === '[') open++;
      if (t.text === ')' || t.text === ']') open--;
    }
    return false;
  }
  private sum(depth: number): Expression {
    let left = this.product(depth);
    for (;;) {
      const t = this.peek();
      if (t.kind !== 'sign' || (t.text !== '+' && t.text !== '-')) return left;
      this.next();
      left = { kind: 'arithmetic', op: t.text, left, right: this.product(depth), at: left.at };
    }
  }
  private product(depth: number): Expression {
    let left = this.term(depth);
    for (;;) {
      const t = this.peek();
      if (t.kind !== 'sign' || (t.text !== '*' && t.text !== '/')) return left;
      this.next();
      left = { kind: 'arithmetic', op: t.text, left, right: this.term(depth), at: left.at };
    }
  }
  private term(depth: number): Expression {
    const d = this.deeper(depth);
    const t = this.next();
    if (t.kind === 'number') return { kind: 'literal', value: this.decimal(t), type: 'number', at: t.at };
    if (t.kind === 'string') return { kind: 'literal', value: t.text, type: 'string', at: t.at };
    if (t.kind === 'sign' && t.text === '-' && this.peek().kind === 'number') return { kind: 'literal', value: negative(this.decimal(this.next())), type: 'number', at: t.at };
    if (t.kind === 'sign' && t.text === '(') {
      const inner = this.or(d);
      this.expect(')');
      return inner;
    }
    if (t.kind === 'name') return this.named(t, d);
    return this.fail(
      t,
      t.kind === 'end' ? '规则没有写完；补上后半' : `“${t.text}”放在这里不对；这里应是信息项或值`,
      t.kind === 'end' ? 'the rule ends too early; finish it' : `"${t.text}" does not belong here; expected a concept or a value`,
    );
  }
  /** At most 29 digits come out of the lexer: they always are a number. */
  private decimal(t: Token): Decimal {
    return decimalOf(t.text) ?? 0;
  }
  /** `date("…")`, `instant("…")` or `duration("…")`. */
  private written(t: Token, type: Written): Expression {
    this.expect('(');
    const s = this.next();
    const value = s.kind === 'string' ? readWritten(type, s.text) : writtenHelp[type];
    if (typeof value !== 'string') return this.fail(s, value.zh, value.en);
    this.expect(')');
    return { kind: 'literal', value, type, at: t.at };
  }
  private named(t: Token, depth: number): Expression {
    switch (t.text) {
      case 'true':
      case 'false':
        return literal(t.text === 'true', t.at);
      case 'absent':
        return literal(null, t.at);
      case 'at':
        return { kind: 'today', at: t.at };
      case 'if': {
        const test = this.or(depth);
        this.expect('then');
        const yes = this.or(depth);
        this.expect('else');
        return { kind: 'if', test, yes, no: this.or(depth), at: t.at };
      }
      case 'some':
      case 'every': {
        const { variable, list } = this.overList();
        this.expect('satisfies');
        return { kind: t.text, variable, list, test: this.or(depth), at: t.at };
      }
      case 'count': {
        this.expect('(');
        if (this.peek(1).text === 'in') {
          const { variable, list } = this.overList();
          this.expect('satisfies');
          const test = this.or(depth);
          this.expect(')');
          return { kind: 'count', variable, list, test, at: t.at };
        }
        const list = this.next();
        if (list.kind !== 'name') this.fail(list, 'count( ) 里应为名单，例如 employee', 'expected a list in count( ), such as employee');
        this.expect(')');
        return { kind: 'count', variable: null, list: list.text, test: null, at: t.at };
      }
    }
    if (isWritten(t.text) && (t.text === 'date' || this.is('('))) return this.written(t, t.text);
    const builtIn = (functions as readonly string[]).includes(t.text);
    if (this.is('(') && (builtIn || !reserved.has(t.text))) {
      const args = this.args(depth);
      return builtIn ? { kind: 'call', name: t.text as FunctionName, args, at: t.at } : { kind: 'invoke', name: t.text, args, at: t.at };
    }
    if (reserved.has(t.text)) this.fail(t, `“${t.text}”放在这里不对；这里应是信息项或值`, `"${t.text}" does not belong here; expected a concept or a value`);
    return { kind: 'concept', id: t.text, at: t.at };
  }
  private args(depth: number): Expression[] {
    this.expect('(');
    const args = [this.or(depth)];
    while (this.take(',')) args.push(this.or(depth));
    this.expect(')');
    return args;
  }
  private overList(): { variable: string; list: string } {
    const variable = this.next();
    if (variable.kind !== 'name' || variable.text.includes('.') || reserved.has(variable.text))
      this.fail(variable, '此处应为一个变量名，例如 some e in employee', 'expected a variable, as in some e in employee');
    this.expect('in');
    const list = this.next();
    if (list.kind !== 'name') this.fail(list, '此处应为名单，例如 employee', 'expected a list, such as employee');
    return { variable: variable.text, list: list.text };
  }
}
