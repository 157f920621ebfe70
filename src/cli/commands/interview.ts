import { interview } from '../../core/journey';
import { compilerInput } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const interviewCommand: Command = {
  options: ['journey', 'services', 'answers', 'scenario', 'registers', 'at'],
  usage: 'interview DIR (--journey ID | --services a,b,c) --answers FILE [--registers all|none|a,b] [--at DATE]',
  run: (a) => {
    const { law, basket, day, answers, known } = compilerInput(a, today());
    const result = interview(law, basket, answers, known, day);
    return good(result, result.next ? `${result.next} (${result.reason})` : '没有要问的了 nothing left to ask');
  },
};
