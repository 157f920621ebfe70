/** Types and units of a rule, before anything runs: names exist (did you mean …?), kinds agree, codes are on their lists. All findings of a rule at once. */
import { ruleError, type RuleError } from './error';
import { type Comparison, type Expression, functions, type Range } from './expression';
import { nearest } from './nearest';
import { compare } from './operations';
import { fits, incomparable, isNumber, literalName, type Name, ordered, productType, type RuleType, sumType, unlike, words } from './types';

/** A named rule that takes values: the type of each, and what it gives. */
export type Macro = { args: readonly Name[]; gives: Name };
export type Scope = {
  name(id: string): Name | undefined;
  list(id: string): ((datum: string) => Name | undefined) | undefined;
  names(): Iterable<string>;
  macro?(name: string): Macro | undefined;
  macros?(): Iterable<string>;
};

/** Past so many unknown names of one rule no more are looked for among the known. */
const mostGuesses = 20;

export const check = (e: Expression, scope: Scope, wanted: RuleType = 'bool'): RuleError[] => typed(e, scope, wanted).errors;

/** The same with what the rule gives. */
export function typed(e: Expression, scope: Scope, wanted: RuleType): { errors: RuleError[]; gives: Name } {
  const errors: RuleError[] = [];
  let guesses = 0;
  const near = (word: string, names: Iterable<string>) => (guesses++ < mostGuesses ? nearest(word, names) : null);
  const fail = (code: string, at: number, zh: string, en: string) => void errors.push(ruleError(code, at, zh, en));

  const typeOf = (x: Expression, inner: Scope): Name => {
    switch (x.kind) {
      case 'literal':
        return literalName(x);
      case 'today':
        return { type: 'date' };
      case 'concept': {
        const found = inner.name(x.id);
        if (found) return found;
        const meant = near(x.id, inner.names());
        fail(
          'YJ403',
          x.at,
          `没有叫“${x.id}”的信息项；${meant ? `是不是 ${meant}？` : '改正，或先定义它；代码要加引号'}`,
          `no concept is called "${x.id}"; ${meant ? `did you mean ${meant}?` : 'correct it or define it first; put codes in quotes'}`,
        );
        return { type: 'any' };
      }
      case 'not':
        condition(x.of, inner);
        return { type: 'bool' };
      case 'and':
      case 'or':
        for (const p of x.of) condition(p, inner);
        return { type: 'bool' };
      case 'compare':
        agree(operand(x.left, inner), operand(x.right, inner), x.op);
        return { type: 'bool' };
      case 'in': {
        const value = operand(x.value, inner);
        for (const i of x.items) {
          if (i.kind === 'range') {
            agree(value, operand(i.from, inner), '>=');
            agree(value, operand(i.to, inner), '<=');
            emptyRange(i);
          } else agree(value, operand(i, inner), '=');
        }
        return { type: 'bool' };
      }
      case 'arithmetic': {
        const [a, b] = [typeOf(x.left, inner), typeOf(x.right, inner)];
        if (a.type === 'any' || b.type === 'any') return { type: 'any' };
        const result = x.op === '+' || x.op === '-' ? sumType(x.op, a, b) : productType(x.op, a, b);
        if ('zh' in result) {
          fail('YJ404', result.side === 'right' ? x.right.at : x.left.at, result.zh, result.en);
          return { type: 'any' };
        }
        return result;
      }
      case 'if': {
        condition(x.test, inner);
        const yes = typeOf(x.yes, inner);
        const no = typeOf(x.no, inner);
        const oneOfACode = (yes.type === 'code' && no.type === 'text') || (yes.type === 'text' && no.type === 'code');
        if (unlike(yes, no) && !oneOfACode && yes.type !== 'absent' && no.type !== 'absent') {
          const [a, b] = [words[yes.type], words[no.type]];
          fail('YJ404', x.at, `then 与 else 类型不同：${a.zh}、${b.zh}；改成同类`, `then and else differ in type: ${a.en}, ${b.en}; make them alike`);
          return { type: 'any' };
        }
        if (yes.codes && no.codes && yes.type === 'text' && no.type === 'text') return { type: 'text', codes: [...yes.codes, ...no.codes] };
        return yes.type === 'absent' || no.type === 'code' || (yes.plain && !no.plain) ? no : yes;
      }
      case 'call': {
        const dates = x.name === 'years' || x.name === 'months' || x.name === 'days';
        const arity = x.name === 'abs' ? 1 : dates ? 2 : null;
        if (arity !== null && x.args.length !== arity) fail('YJ404', x.at, `${x.name}( ) 需要 ${arity} 个值`, `${x.name}( ) takes ${arity} value${arity === 1 ? '' : 's'}`);
        if (dates) {
          for (const a of x.args) {
            const t = typeOf(a, inner);
            if (t.type !== 'date' && t.type !== 'any') fail('YJ404', a.at, `${x.name}( ) 需要日期，却是${words[t.type].zh}`, `${x.name}( ) takes dates, not ${words[t.type].en}`);
          }
          return { type: 'number' };
        }
        let alike: Name = { type: 'number', plain: true };
        for (const a of x.args) {
          const name = number(a, inner);
          if (unlike(alike, name)) cannotCompare(a.at, alike, name);
          else if (alike.plain) alike = name;
        }
        return alike;
      }
      case 'invoke': {
        const macro = inner.macro?.(x.name);
        if (macro) return given(x, macro, inner);
        const meant = near(x.name, [...(inner.macros?.() ?? []), ...functions]);
        const all = meant ? [`是不是 ${meant}？`, `did you mean ${meant}?`] : [`有 ${functions.join('、')}`, `there are ${functions.join(', ')}`];
        fail('YJ401', x.at, `没有函数“${x.name}”；${all[0]}`, `there is no function "${x.name}"; ${all[1]}`);
        return { type: 'any' };
      }
      case 'some':
      case 'every':
        rows(x.list, x.variable, x.at, inner, (s) => condition(x.test, s));
        return { type: 'bool' };
      case 'count':
        rows(x.list, x.variable, x.at, inner, (s) => void (x.test && condition(x.test, s)));
        return { type: 'number' };
    }
  };
  const operand = (e: Expression, inner: Scope): Operand => ({ e, ...typeOf(e, inner) });
  const condition = (x: Expression, inner: Scope) => {
    const t = typeOf(x, inner).type;
    if (t !== 'bool' && t !== 'any') fail('YJ404', x.at, `此处应为是非，却是${words[t].zh}；与一个值相比`, `expected a yes/no value here, found ${words[t].en}; compare it with a value`);
  };
  const number = (x: Expression, inner: Scope): Name => {
    const name = typeOf(x, inner);
    if (isNumber(name.type) || name.type === 'any') return name;
    fail('YJ404', x.at, `此处应为数，却是${words[name.type].zh}；换成数`, `expected a number here, found ${words[name.type].en}; use a number`);
    return { type: 'any' };
  };
  const cannotCompare = (at: number, a: Name, b: Name) => {
    const said = incomparable(a, b);
    fail('YJ404', at, said.zh, said.en);
  };
  const rows = (list: string, variable: string | null, at: number, inner: Scope, test: (s: Scope) => void) => {
    const datum = inner.list(list);
    if (!datum) return fail('YJ403', at, `“${list}”不是名单；名单是 subjects.yaml 里写了 many 的主体`, `"${list}" is not a list; a list is a subject with many in subjects.yaml`);
    const prefix = `${variable}.`;
    test({ ...inner, name: (id) => (variable && id.startsWith(prefix) ? datum(id.slice(prefix.length)) : inner.name(id)) });
  };
  const given = (x: Extract<Expression, { kind: 'invoke' }>, macro: Macro, inner: Scope): Name => {
    const n = macro.args.length;
    if (x.args.length !== n) fail('YJ404', x.at, `${x.name}( ) 需要 ${n} 个值，给了 ${x.args.length} 个`, `${x.name}( ) takes ${n} value${n === 1 ? '' : 's'}, not ${x.args.length}`);
    for (const [i, a] of x.args.entries()) {
      const wanted = macro.args[i];
      const found = typeOf(a, inner);
      if (!wanted || found.type === 'absent') continue;
      const [want, have] = [words[wanted.type], words[found.type]];
      if (wanted.type === 'code' && found.type === 'text' && found.codes) for (const c of found.codes) onList(wanted, c, a.at);
      else if (unlike(found, wanted))
        fail('YJ404', a.at, `${x.name}( ) 这里需要${want.zh}，却是${have.zh}；换成同类的值`, `${x.name}( ) wants ${want.en} here, found ${have.en}; give a value of that type`);
    }
    return macro.gives;
  };
  const emptyRange = (r: Range) => {
    if (r.from.kind !== 'literal' || r.to.kind !== 'literal' || r.from.value === null || r.to.value === null) return;
    if (compare('>', r.from.value, r.to.value)) fail('YJ404', r.at, '区间的两端颠倒了；对调', 'the ends of the range are reversed; exchange them');
  };
  const agree = (a: Operand, b: Operand, op: Comparison) => {
    if (a.type === 'any' || b.type === 'any') return;
    if (a.type === 'absent' || b.type === 'absent') {
      if (op !== '=' && op !== '!=') fail('YJ404', a.e.at, 'absent 只能用 = 或 != 比较', 'absent can only be compared with = or !=');
      return;
    }
    if ((a.type === 'text' && a.e.kind === 'concept') || (b.type === 'text' && b.e.kind === 'concept'))
      return fail('YJ404', a.e.at, '文本只能与 absent 比较；要区分情形请用代码表（code）', 'text can only be compared with absent; use a code list to tell cases apart');
    const [code, text] = a.type === 'code' ? [a, b] : [b, a];
    if (code.type === 'code' && text.type === 'text' && text.codes) return text.codes.forEach((c) => void onList(code, c, text.e.at));
    if (unlike(a, b)) return cannotCompare(a.e.at, a, b);
    if (op !== '=' && op !== '!=' && !ordered.has(a.type)) fail('YJ404', a.e.at, `${words[a.type].zh}没有大小之分；用 = 或 in`, `${words[a.type].en} has no order; use = or in`);
  };
  const onList = (name: Name, code: string, at: number) => {
    if (!name.codes || name.codes.includes(code)) return;
    const meant = near(code, name.codes);
    fail(
      'YJ405',
      at,
      `代码表里没有“${code}”；${meant ? `是不是 ${meant}？` : '改正，或加进代码表'}`,
      `"${code}" is not on the code list; ${meant ? `did you mean ${meant}?` : 'correct it, or add it to the list'}`,
    );
  };

  const result = typeOf(e, scope);
  const gives = words[result.type];
  if (wanted === 'bool' && result.type !== 'bool' && result.type !== 'any')
    fail('YJ404', e.at, `规则应得出是非，却得出${gives.zh}；与一个值相比`, `the rule should give yes or no, but gives ${gives.en}; compare it with a value`);
  if (wanted !== 'bool' && !fits(result, wanted))
    fail('YJ404', e.at, `应得出${words[wanted].zh}，却得出${gives.zh}；改类型或规则`, `the rule should give ${words[wanted].en}, but gives ${gives.en}; change the type or the rule`);
  return { errors, gives: result };
}

type Operand = Name & { e: Expression };
