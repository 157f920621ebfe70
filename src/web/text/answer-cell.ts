/** Answers that decide alike, as a person would say them: `> 300` of premises.area → 经营场所的建筑面积超过 300 平方米. */
import type { InForce } from '../../core/catalogue';
import type { Fact } from '../../core/journey';
import { money } from './format';
import { say, type Spoken } from './language';
import { conceptName, datumOf } from './names';

/** @param name and @param option what a choice of the journey and its values are called, where the concept is one. */
export function answerInWords(t: Spoken, law: InForce, { concept, show, known }: Fact, name = conceptName(t, law, concept), option?: (value: string) => string | undefined): string {
  const zh = t.lang === 'zh';
  const datum = datumOf(law, concept)?.datum;
  const code = /^code<(.+)>$/.exec(datum?.type ?? '')?.[1];
  const labelled = (value: string): string => {
    const label = code === 'division' ? law.divisions.get(value)?.name : code ? law.codes.get(code)?.values.find((v) => v.code === value)?.label : undefined;
    const text = option?.(value) ?? (label ? say(t, label) : value);
    return `“${text}”`;
  };
  const amount = (text: string): string => {
    if (datum?.type === 'money') return ` ${money(t, Number(text))}`;
    return ` ${text}${datum?.unit ? ` ${say(t, datum.unit)}` : ''}`;
  };
  if (known === null) return zh ? `没有${name}` : `there is no ${name}`;
  if (typeof known === 'boolean') return zh ? `${name}：${known ? '是' : '否'}` : `${name}: ${known ? 'yes' : 'no'}`;
  if (show === 'known' || show === 'any') return zh ? `有${name}` : `there is ${name}`;
  if (typeof known === 'string' && (code || option)) {
    const not = /^not (.+)$/.exec(show)?.[1]?.split(', ');
    if (not) return zh ? `${name}不是${not.map(labelled).join('、')}` : `${name} is not ${not.map(labelled).join(' or ')}`;
    return zh ? `${name}是${labelled(known)}` : `${name} is ${labelled(known)}`;
  }
  const [, sign, limit] = /^([<>]) (.+)$/.exec(show) ?? [];
  const date = datum?.type === 'date';
  if (sign && limit) {
    const words = sign === '<' ? (date ? ['早于', 'is before'] : ['不到', 'is below']) : date ? ['晚于', 'is after'] : ['超过', 'is above'];
    return `${name}${zh ? '' : ' '}${words[zh ? 0 : 1]}${amount(limit)}`;
  }
  const [, from, to] = /^(.+)–(.+)$/.exec(show) ?? [];
  if (from && to) return zh ? `${name}在${amount(from)} 到${amount(to)} 之间` : `${name} is between${amount(from)} and${amount(to)}`;
  return zh ? `${name}是${amount(show)}` : `${name} is${amount(show)}`;
}
