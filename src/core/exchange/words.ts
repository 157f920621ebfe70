/** Text formats inside the tables' free columns, written one way and read back: lengths of time, the flow of stages, amounts. */
import type { FlowStage, Length, Unit } from './item';

const unitWord = { h: '小时', wd: '个工作日', days: '天', weeks: '周', months: '个月' } as const satisfies { [u in Unit]: string };
export const unitLabel = { h: '小时', wd: '工作日', days: '自然日', weeks: '周', months: '月' } as const satisfies { [u in Unit]: string };
const words: readonly [RegExp, Unit][] = [
  [/^(?:个)?(?:工作)?小时$/, 'h'],
  [/^(?:个)?工作日$/, 'wd'],
  [/^(?:个)?(?:自然日|日历日|天|日)$/, 'days'],
  [/^(?:个)?(?:周|星期)$/, 'weeks'],
  [/^(?:个)?月$/, 'months'],
];

export const lengthText = ({ n, unit }: Length): string => `${n}${unitWord[unit]}`;

export function readLength(text: string): Length | null {
  const found = /^(\d{1,6})\s*(\D+)$/.exec(text.trim());
  const unit = words.find(([pattern]) => pattern.test(found?.[2] ?? ''))?.[1];
  return found && unit ? { n: Number(found[1]), unit } : null;
}

export const unitOfLabel = (label: string): Unit => Object.entries(unitLabel).find(([, l]) => l === label)![0] as Unit;

const kindWord = { 'public-notice': '公示', applicant: '申请人', external: '外部' } as const;

export const flowText = (stages: readonly FlowStage[]): string => stages.map((s) => `${s.name}：${lengthText(s)}${s.kind === 'authority' ? '' : `【${kindWord[s.kind]}】`}`).join('；');

/** Null when the flow is told in other words: then it cannot be taken apart. */
export function readFlow(text: string): FlowStage[] | null {
  const stages = text.split('；').map((part): FlowStage | null => {
    const [name = '', rest = '', more] = part.split('：');
    const [, length = '', word] = /^([^【]*)(?:【([^】]*)】)?$/.exec(rest) ?? [];
    const read = readLength(length);
    const kind = word === undefined ? 'authority' : (Object.keys(kindWord) as (keyof typeof kindWord)[]).find((k) => kindWord[k] === word);
    return name.trim() !== '' && read && kind && more === undefined && read.unit !== 'weeks' ? { name: name.trim(), ...read, kind } : null;
  });
  return stages.every((s) => s !== null) ? stages : null;
}

export const yuanText = (fen: number): string => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)}元`;

/** Fen, or null when it is not an amount in yuan. */
export function readYuan(text: string): number | null {
  const found = /^(?:人民币)?[¥￥]?(\d{1,9})(?:\.(\d{1,2}))?元?$/.exec(text.trim().replace(/,/g, ''));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}
