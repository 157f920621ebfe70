/** Current state made anew from the events, the figures with it. On a healthy store nothing changes; stop `serve` first. */
import { join } from 'node:path';
import { remadeRows } from '../../app/rows';
import { calendar } from '../../core/calendar';
import { catalogueOf, RefusedInput } from '../input';
import { good } from '../output';
import { withStore } from '../store-of';
import { today } from '../today';
import type { Command } from '.';

export const rebuildCommand: Command = {
  options: ['data', 'database', 'city'],
  usage: 'rebuild (--data DIR | --database URL) [--city DIR]',
  run: (a, s) => {
    // How long a step took is counted on the city's calendar.
    const { law, findings } = catalogueOf(a.option('city') ?? join(s.root, 'cities', 'zhuzhou')).inForce(today());
    if (!law) throw new RefusedInput(findings);
    return withStore(a, s, async (opened) => {
      const done = await opened.rebuild(remadeRows(calendar(law.calendar, law.city)));
      return good(done, `${done.cases} 件 cases, ${done.events} 条事件 events, ${done.changed} 件改正 put right, ${done.rate}/s`);
    });
  },
};
