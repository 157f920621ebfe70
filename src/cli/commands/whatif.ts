import { type Change, counted, forbidden, type Outcome, whatIf } from '../../core/journey';
import { nearest } from '../../core/rules';
import { position, WrongUsage, type Arguments } from '../arguments';
import { connectedIn, dayOf, lawOf, refuse } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const whatifCommand: Command = {
  options: ['register', 'drop-evidence', 'merge-acts', 'at'],
  usage: 'whatif DIR (--register ID | --drop-evidence ID | --merge-acts SERVICE.ACT,SERVICE.ACT) [--at DATE]',
  run: (a) => {
    const day = dayOf(a, today());
    const law = lawOf(position(a, 0, 'DIR'), day);
    const change = changeOf(a);
    const outcomes = whatIf(law, day, connectedIn(law), change);
    if ('unknown' in outcomes) {
      const { unknown, kind, there } = outcomes;
      const what = { register: ['登记库', 'register'], evidence: ['材料', 'document'], act: ['能合并的到场', 'appearance that can be merged'] }[kind];
      const close = nearest(unknown, there);
      const [zh, en] = close ? [`是不是 ${close}？`, `did you mean ${close}?`] : [`例如 ${there.slice(0, 5).join('、')}`, `for example ${there.slice(0, 5).join(', ')}`];
      return refuse('YJ707', unknown, `没有${what[0]}“${unknown}”；${zh}`, `there is no ${what[1]} "${unknown}"; ${en}`);
    }
    const against = forbidden(law, change).map((f) => `法律不许 law forbids: ${f.service} (${f.source})`);
    return good(outcomes, [...against, ...outcomes.map(line)].join('\n'));
  },
};

function changeOf(a: Arguments): Change {
  const [register, dropEvidence, pair] = [a.option('register'), a.option('drop-evidence'), a.option('merge-acts')];
  if ([register, dropEvidence, pair].filter((x) => x !== undefined).length !== 1)
    throw new WrongUsage('写 --register、--drop-evidence、--merge-acts 其中之一', 'give one of --register, --drop-evidence, --merge-acts');
  if (register !== undefined) return { register };
  if (dropEvidence !== undefined) return { dropEvidence };
  const [first, second, ...more] = pair!.split(',').map((x) => x.trim());
  if (!first || !second || more.length > 0) throw new WrongUsage('--merge-acts 要两个，逗号隔开：事项.环节,事项.环节', '--merge-acts takes two, with a comma: service.act,service.act');
  return { mergeActs: [first, second] };
}

const line = (o: Outcome) => {
  const moves = counted.flatMap((key) => (show(o.before[key].after) === show(o.after[key].after) ? [] : [`${key} ${show(o.before[key].after)} → ${show(o.after[key].after)}`]));
  return `${`${o.journey} / ${o.scenario}`.padEnd(44)} ${moves.join('  ') || '不变 unchanged'}`;
};
const show = (x: number | [number, number]) => (Array.isArray(x) ? `${x[0]}–${x[1]}` : String(x));
