/** A rule of the catalogue as a person would say it: `premises.area > 300` → 经营场所的建筑面积超过 300 平方米. For pages; the rule itself decides. */
import { ruleIn, type Datum, type InForce } from '../../core/catalogue';
import { isRuleError, show, type Expression } from '../../core/rules';
import { money } from './format';
import { say, type Spoken } from './language';
import { conceptName, datumOf } from './names';

type Comparison = Extract<Expression, { kind: 'compare' }>['op'];
type Telling = { t: Spoken; law: InForce; roles: { [role: string]: string } | undefined };

const comparisons: { [op in Comparison]: { zh: string; en: string } } = {
  '=': { zh: '是', en: 'is' },
  '!=': { zh: '不是', en: 'is not' },
  '<': { zh: '不到', en: 'is below' },
  '<=': { zh: '不超过', en: 'is at most' },
  '>': { zh: '超过', en: 'is above' },
  '>=': { zh: '至少', en: 'is at least' },
};

/** @param roles role → entity of the service the rule stands in */
export function ruleInWords(t: Spoken, law: InForce, rule: string, roles?: { [role: string]: string }): string {
  const e = ruleIn(law, rule);
  return isRuleError(e) ? rule : tell({ t, law, roles }, e, true);
}

function tell(x: Telling, e: Expression, positive: boolean): string {
  const zh = x.t.lang === 'zh';
  switch (e.kind) {
    case 'not':
      return tell(x, e.of, !positive);
    case 'and':
    case 'or': {
      const and = (e.kind === 'and') === positive;
      return e.of.map((p) => tell(x, p, positive)).join(zh ? (and ? '，并且' : '，或者') : and ? ' and ' : ' or ');
    }
    case 'concept': {
      const name = conceptName(x.t, x.law, e.id, x.roles);
      return zh ? `${positive ? '' : '不是：'}${name}` : `${positive ? '' : 'not: '}${name}`;
    }
    case 'compare':
      return compared(x, e.op, e.left, e.right, positive);
    case 'in': {
      const items = e.items.map((i) => (i.kind === 'range' ? show(i) : valued(x, datumIn(x, e.value), i))).join(zh ? '、' : ', ');
      const op = zh ? (positive ? '是' : '不是') : positive ? 'is one of' : 'is none of';
      return zh ? `${tell(x, e.value, true)}${op}${items}` : `${tell(x, e.value, true)} ${op} ${items}`;
    }
    default:
      return positive ? show(e) : `not(${show(e)})`;
  }
}

const opposite: { [op in Comparison]: Comparison } = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function compared(x: Telling, op: Comparison, left: Expression, right: Expression, positive: boolean): string {
  const zh = x.t.lang === 'zh';
  const name = tell(x, left, true);
  const effective = positive ? op : opposite[op];
  if (right.kind === 'literal' && right.value === null) return effective === '=' ? (zh ? `没有${name}` : `no ${name}`) : zh ? `有${name}` : `there is ${name}`;
  const value = valued(x, datumIn(x, left), right);
  return zh ? `${name}${comparisons[effective].zh}${value}` : `${name} ${comparisons[effective].en} ${value}`;
}

const datumIn = (x: Telling, e: Expression): Datum | undefined => (e.kind === 'concept' ? datumOf(x.law, e.id, x.roles)?.datum : undefined);

function valued(x: Telling, datum: Datum | undefined, e: Expression): string {
  if (e.kind !== 'literal') return tell(x, e, true);
  if (datum?.type === 'money' && typeof e.value === 'number') return `${gap(x)}${money(x.t, e.value)}`;
  const list = datum && /^code<(.+)>$/.exec(datum.type)?.[1];
  const code = list === 'division' ? x.law.divisions.get(String(e.value))?.name : list ? x.law.codes.get(list)?.values.find((v) => v.code === e.value)?.label : undefined;
  if (code) return `“${say(x.t, code)}”`;
  if (typeof e.value === 'boolean') return x.t.lang === 'zh' ? (e.value ? '是' : '否') : e.value ? 'yes' : 'no';
  return datum?.unit ? `${gap(x)}${e.value} ${say(x.t, datum.unit)}` : `${gap(x)}${e.value}`;
}

/** Chinese sets a number off from its words; English has its space already. */
const gap = (x: Telling) => (x.t.lang === 'zh' ? ' ' : '');
