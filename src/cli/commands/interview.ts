import { interview } from '../../core/journey';
import { position } from '../arguments';
import { answersOf, basketOf, dayOf, lawOf, preparedOf, registersOf } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const interviewCommand: Command = {
  options: ['journey', 'services', 'answers', 'scenario', 'registers', 'at'],
  usage: 'interview DIR (--journey ID | --services a,b,c) --answers FILE [--registers all|none|a,b] [--at DATE]',
  run: (a) => {
    const basket = basketOf(a);
    const day = dayOf(a, today());
    const law = lawOf(position(a, 0, 'DIR'), day);
    const prepared = preparedOf(law, basket);
    const { answers, known } = answersOf(a, prepared, registersOf(a, law));
    const result = interview(law, basket, answers, known, day);
    return good(result, result.next ? `${result.next} (${result.reason})` : '没有要问的了 nothing left to ask');
  },
};
