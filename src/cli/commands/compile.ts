import { loadHighs } from '../../adapters/solver/highs';
import { compileExactly } from '../../app/compile-exactly';
import type { Plan } from '../../core/journey';
import { compilerInput } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const compileCommand: Command = {
  options: ['journey', 'services', 'answers', 'scenario', 'registers', 'at'],
  usage: 'compile DIR (--journey ID | --services a,b,c) [--answers FILE | --scenario ID] [--registers all|none|a,b] [--at DATE]',
  run: async (a) => {
    const { law, basket, day, answers, known } = compilerInput(a, today());
    const { plan } = await compileExactly(loadHighs, law, basket, answers, known, day);
    return good(plan, summary(plan));
  },
};

function summary(plan: Plan): string {
  const n = Object.entries(plan.numbers).flatMap(([k, x]) =>
    'joined' in x
      ? [
          `${k.padEnd(10)} ${show(x.before.oneAfterAnother)} / ${show(x.before.allAtOnce)} → ${show(x.joined)} → ${show(x.after)}  (floor ${show(x.floor)})${x.illustrative ? '  示例 illustrative' : ''}`,
        ]
      : [],
  );
  return [
    `${plan.journey ?? plan.services.map((s) => s.service).join(', ')}  ${plan.at}`,
    ...plan.services.map((s) => `  ${s.state.padEnd(10)} ${s.id}${s.undecidedBy.length ? `  ← ${s.undecidedBy.join(', ')}` : ''}`),
    '',
    'before / all at once → joined → after',
    ...n,
  ].join('\n');
}

const show = (x: number | [number, number]) => (Array.isArray(x) ? `${x[0]}–${x[1]}` : String(x));
