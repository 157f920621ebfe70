/** Current state made anew from the events. On a healthy store nothing changes; stop `serve` first. */
import { rowsOf } from '../../app/rows';
import { good } from '../output';
import { withStore } from '../store-of';
import type { Command } from '.';

export const rebuildCommand: Command = {
  options: ['data', 'database'],
  usage: 'rebuild (--data DIR | --database URL)',
  run: (a, s) =>
    withStore(a, s, async (opened) => {
      const done = await opened.rebuild(rowsOf);
      return good(done, `${done.cases} 件 cases, ${done.events} 条事件 events, ${done.changed} 件改正 put right, ${done.rate}/s`);
    }),
};
