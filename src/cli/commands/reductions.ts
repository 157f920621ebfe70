import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publications } from '../../app/published-reductions';
import { reductions, reductionsDay } from '../../app/reductions';
import { reductionsPage } from '../../app/reductions-page';
import { lawOf } from '../input';
import { good } from '../output';
import type { Command } from '.';

export const reductionsCommand: Command = {
  options: ['write!'],
  usage: 'reductions [--write]',
  run: (a, { root }) => {
    const all = reductions(lawOf(join(root, 'cities/zhuzhou'), reductionsDay));
    const page = reductionsPage(all, publications(readFileSync(join(root, 'docs/published-reductions.yaml'), 'utf8')));
    if (a.flag('write')) writeFileSync(join(root, 'docs/reductions.md'), page);
    return good({ day: all.day, people: all.people, journeys: all.journeys }, a.flag('write') ? 'docs/reductions.md' : page);
  },
};
