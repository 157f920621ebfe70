/** Types of a rule, before anything runs: names exist (did you mean …?), kinds agree, codes are on their lists. All findings of a rule at once. */
import { ruleError, type RuleError } from './error';
import { functions, type Expression, type Range } from './expression';

export type RuleType = 'bool' | 'number' | 'money' | 'text' | 'code' | 'date' | 'instant' | 'duration' | 'absent' | 'any';
/** A name in scope: its type, the codes of its list, or a list of rows. */
export type Name = { type: RuleType; codes?: readonly string[]; list?: string };
/** A named rule that takes values: the type of each, and what it gives. */
export type Macro = { args: readonly Name[]; gives: Name };
export type Scope = {
  name(id: string): Name | undefined;
  list(id: string): ((datum: string) => Name | undefined) | undefined;
  names(): Iterable<string>;
  macro?(name: string): Macro | undefined;
  macros?(): Iterable<string>;
};

const comparable: Record<RuleType, boolean> = { bool: false, number: true, money: true, text: false, code: false, date: true, instant: true, duration: true, absent: false, any: true };

export function check(e: Expression, scope: Scope, wanted: RuleType = 'bool'): RuleError[] {
  const errors: RuleError[] = [];
  const fail = (code: string, at: number, zh: string, en: string) => void errors.push(ruleError(code, at, zh, en));

  const typeOf = (x: Expression, inner: Scope): Name => {
    switch (x.kind) {
      case 'literal':
        return { type: x.type === 'string' ? 'text' : x.type };
      case 'today':
        return { type: 'date' };
      case 'concept': {
        const found = inner.name(x.id);
        if (found) return found;
        const near = nearest(x.id, inner.names());
        fail(
          'YJ403',
          x.at,
          `没有叫“${x.id}”的信息项；${near ? `是不是 ${near}？` : '改正，或先定义它；代码要加引号'}`,
          `no concept is called "${x.id}"; ${near ? `did you mean ${near}?` : 'correct it or define it first; put codes in quotes'}`,
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
        agree(x.left, x.right, x.op, inner);
        return { type: 'bool' };
      case 'in':
        for (const i of x.items) {
          if (i.kind === 'range') {
            agree(x.value, i.from, '>=', inner);
            agree(x.value, i.to, '<=', inner);
            emptyRange(i);
          } else agree(x.value, i, '=', inner);
        }
        return { type: 'bool' };
      case 'arithmetic': {
        for (const p of [x.left, x.right]) number(p, inner);
        return { type: 'number' };
      }
      case 'if': {
        condition(x.test, inner);
        const yes = typeOf(x.yes, inner);
        const no = typeOf(x.no, inner);
        const alike = yes.type === no.type || (isNumber(yes.type) && isNumber(no.type)) || (yes.type === 'code' && no.type === 'text') || (yes.type === 'text' && no.type === 'code');
        if (!alike && yes.type !== 'absent' && no.type !== 'absent' && yes.type !== 'any' && no.type !== 'any')
          fail('YJ404', x.at, `then 与 else 类型不同：${yes.type}、${no.type}；改成同类`, `then and else differ in type: ${yes.type}, ${no.type}; make them alike`);
        return yes.type === 'absent' || no.type === 'code' ? no : yes;
      }
      case 'call': {
        const dates = x.name === 'years' || x.name === 'months' || x.name === 'days';
        const arity = x.name === 'abs' ? 1 : dates ? 2 : null;
        if (arity !== null && x.args.length !== arity) fail('YJ404', x.at, `${x.name}( ) 需要 ${arity} 个值`, `${x.name}( ) takes ${arity} value${arity === 1 ? '' : 's'}`);
        for (const a of x.args) {
          if (!dates) number(a, inner);
          else {
            const t = typeOf(a, inner);
            if (t.type !== 'date' && t.type !== 'any') fail('YJ404', a.at, `${x.name}( ) 需要日期`, `${x.name}( ) takes dates`);
          }
        }
        return { type: 'number' };
      }
      case 'invoke': {
        const macro = inner.macro?.(x.name);
        if (macro) return given(x, macro, inner);
        const near = nearest(x.name, [...functions, ...(inner.macros?.() ?? [])]);
        const all = near ? [`是不是 ${near}？`, `did you mean ${near}?`] : [`有 ${functions.join('、')}`, `there are ${functions.join(', ')}`];
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
  const condition = (x: Expression, inner: Scope) => {
    const t = typeOf(x, inner).type;
    if (t !== 'bool' && t !== 'any') fail('YJ404', x.at, `此处应为是非，却是 ${t}；与一个值相比`, `expected a yes/no value here, found ${t}; compare it with a value`);
  };
  const number = (x: Expression, inner: Scope) => {
    const t = typeOf(x, inner).type;
    if (t !== 'number' && t !== 'money' && t !== 'any') fail('YJ404', x.at, `此处应为数，却是 ${t}；换成数`, `expected a number here, found ${t}; use a number`);
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
    x.args.forEach((a, i) => {
      const wanted = macro.args[i];
      const found = typeOf(a, inner);
      if (!wanted || found.type === 'any' || found.type === 'absent') return;
      if (wanted.type === 'code' && a.kind === 'literal' && a.type === 'string') return onList(wanted, String(a.value), a.at);
      if (found.type !== wanted.type && !(isNumber(found.type) && isNumber(wanted.type)))
        fail('YJ404', a.at, `${x.name}( ) 这里需要 ${wanted.type}，却是 ${found.type}；换成同类的值`, `${x.name}( ) wants ${wanted.type} here, found ${found.type}; give a value of that type`);
    });
    return macro.gives;
  };
  const emptyRange = (r: Range) => {
    if (r.from.kind !== 'literal' || r.to.kind !== 'literal' || r.from.value === null || r.to.value === null) return;
    if (r.from.value > r.to.value) fail('YJ404', r.at, '区间的两端颠倒了；对调', 'the ends of the range are reversed; exchange them');
  };
  const agree = (left: Expression, right: Expression, op: string, inner: Scope) => {
    const a = typeOf(left, inner);
    const b = typeOf(right, inner);
    if (a.type === 'any' || b.type === 'any') return;
    if (a.type === 'absent' || b.type === 'absent') {
      if (op !== '=' && op !== '!=') fail('YJ404', left.at, 'absent 只能用 = 或 != 比较', 'absent can only be compared with = or !=');
      return;
    }
    if ((a.type === 'text' && left.kind === 'concept') || (b.type === 'text' && right.kind === 'concept'))
      return fail('YJ404', left.at, '文本只能与 absent 比较；要区分情形请用代码表（code）', 'text can only be compared with absent; use a code list to tell cases apart');
    if (a.type === 'code' && right.kind === 'literal' && right.type === 'string') return onList(a, String(right.value), right.at);
    if (b.type === 'code' && left.kind === 'literal' && left.type === 'string') return onList(b, String(left.value), left.at);
    const same = a.type === b.type || (isNumber(a.type) && isNumber(b.type));
    if (!same) return fail('YJ404', left.at, `不能把 ${a.type} 与 ${b.type} 相比；换成同类的值`, `cannot compare ${a.type} with ${b.type}; use a value of the same type`);
    if (op !== '=' && op !== '!=' && !comparable[a.type]) fail('YJ404', left.at, `${a.type} 没有大小之分；用 = 或 in`, `${a.type} has no order; use = or in`);
  };
  const onList = (name: Name, code: string, at: number) => {
    if (!name.codes || name.codes.includes(code)) return;
    const near = nearest(code, name.codes);
    fail(
      'YJ405',
      at,
      `代码表里没有“${code}”；${near ? `是不是 ${near}？` : '改正，或加进代码表'}`,
      `"${code}" is not on the code list; ${near ? `did you mean ${near}?` : 'correct it, or add it to the list'}`,
    );
  };

  const result = typeOf(e, scope);
  if (wanted === 'bool' && result.type !== 'bool' && result.type !== 'any')
    fail('YJ404', e.at, `规则应得出是非，却得出 ${result.type}；与一个值相比`, `the rule should give yes or no, but gives ${result.type}; compare it with a value`);
  const gives = result.type === wanted || result.type === 'any' || result.type === 'absent' || (isNumber(result.type) && isNumber(wanted)) || (result.type === 'text' && wanted === 'code');
  if (wanted !== 'bool' && wanted !== 'any' && !gives)
    fail('YJ404', e.at, `应得出 ${wanted}，却得出 ${result.type}；改类型或规则`, `the rule should give ${wanted}, but gives ${result.type}; change the type or the rule`);
  return errors;
}

const isNumber = (t: RuleType) => t === 'number' || t === 'money' || t === 'duration';

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
