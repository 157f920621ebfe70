import { compileLaw, explain, type Asked, type Reason } from '../../core/journey';
import { WrongUsage, type Arguments } from '../arguments';
import { compilerInput, refuse } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

const kinds = ['question', 'service', 'document', 'date'] as const;

export const whyCommand: Command = {
  options: ['journey', 'services', 'answers', 'scenario', 'registers', 'at', ...kinds],
  usage:
    'why DIR (--journey ID | --services a,b,c) [--answers FILE | --scenario ID] (--question CONCEPT | --service STEP | --document EVIDENCE[@SUBJECT] | --date STEP) [--registers all|none|a,b] [--at DATE]',
  run: (a) => {
    const asked = askedIn(a);
    const { law, basket, day, answers, known } = compilerInput(a, today());
    const found = explain(compileLaw(law, basket, answers, known, day), asked);
    const [what] = Object.values(asked) as [string];
    if (!found) return refuse('YJ710', what, `这个方案里没有“${what}”；用 compile 看有什么`, `there is no "${what}" in this plan; see it with compile`);
    return good({ asked, ...found }, [`${what}：${found.answer}`, ...found.reasons.map((r) => `  ${line(r)}`)].join('\n'));
  },
};

function askedIn(a: Arguments): Asked {
  const given = kinds.filter((k) => a.option(k) !== undefined);
  const [kind] = given;
  if (given.length !== 1 || kind === undefined) throw new WrongUsage(`写其中之一：${kinds.map((k) => `--${k}`).join('、')}`, `give one of ${kinds.map((k) => `--${k}`).join(', ')}`);
  return { [kind]: a.option(kind)! } as Asked;
}

function line(r: Reason): string {
  switch (r.kind) {
    case 'condition':
      return `${r.step}  条件 condition  ${r.rule}  ${JSON.stringify(r.facts)}  ${place(r)}`;
    case 'listed':
      return `${r.step}  列出 lists it  ${place(r)}`;
    case 'supplied':
      return `不用您给 supplied by ${r.from}${r.by ? ` ${r.by}` : ''}`;
    case 'key':
      return `打开登记库 opens the register ${r.register}：${r.opens.join(', ')}`;
    case 'waits-for-step':
      return `等结果 waits for the result of ${r.step}`;
    case 'alternative':
      return `${r.step}  或者 or instead ${r.instead.join(' + ')}：多 ${r.copies} 份 more`;
    case 'stage':
      return `${r.step}.${r.stage}  第 ${r.start}–${r.finish} 工作小时 working hour  ${typeof r.after === 'string' ? after[r.after] : `等 after ${r.after.step}.${r.after.stage} (${r.after.because})`}  ${place(r)}`;
  }
}
const after = { filing: '提交就开始 from filing', 'stage before': '接着上一阶段 after the stage before', joined: '和别的部门同时开始 together with others' };
const place = (r: { file: string; line: number; source: string | null }) => `${r.file}:${r.line}${r.source ? `  依据 source ${r.source}` : ''}`;
