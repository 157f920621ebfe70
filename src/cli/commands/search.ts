import { cityIndex, find } from '../../core/search';
import { position } from '../arguments';
import { dayOf, lawOf } from '../input';
import { good } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const searchCommand: Command = {
  options: ['at'],
  usage: 'search DIR QUERY',
  run: (a) => {
    const law = lawOf(position(a, 0, 'DIR'), dayOf(a, today()));
    const found = find(cityIndex(law), a.positions.slice(1).join(' ') || position(a, 1, 'QUERY'));
    return good(found, found.map((f) => `${f.score.toFixed(2)}  ${f.kind}  ${f.id}`).join('\n') || '没有找到 nothing found');
  },
};
