/** Current state made anew from the events, and all that is kept beside the record and follows from it. On a healthy store nothing changes; stop `serve` first. */
import { join } from 'node:path';
import { remadeRows } from '../../app/rows';
import { calendarOf } from '../input';
import { good } from '../output';
import { withStore } from '../store-of';
import { today } from '../today';
import type { Command } from '.';

export const rebuildCommand: Command = {
  options: ['data', 'database', 'city'],
  usage: 'rebuild (--data DIR | --database URL) [--city DIR]',
  run: (a, s) => {
    // How long a step took is counted on the city's calendar.
    const remake = remadeRows(calendarOf(a.option('city') ?? join(s.root, 'cities', 'zhuzhou'), today()));
    return withStore(a, s, async (opened) => {
      const done = await opened.rebuild(remake);
      return good(done, `${done.cases} 件 cases, ${done.events} 条事件 events, ${done.changed} 件改正 put right, ${done.rate}/s`);
    });
  },
};
