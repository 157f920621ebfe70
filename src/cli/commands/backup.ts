/** A backup of the whole store as of one moment. A PostgreSQL server may go on working meanwhile; the embedded store belongs to one program, so `serve` must be stopped. */
import { WrongUsage } from '../arguments';
import { good } from '../output';
import { withStore } from '../store-of';
import type { Command } from '.';

export const backupCommand: Command = {
  options: ['data', 'database', 'to'],
  usage: 'backup (--data DIR | --database URL [--data DIR]) --to NEW-DIR',
  run: (a, s) => {
    const to = a.option('to');
    if (to === undefined) throw new WrongUsage('写 --to 新目录', 'give --to NEW-DIR');
    return withStore(a, s, async (opened) => {
      const manifest = await opened.backup(to, new Date());
      return good(
        manifest,
        `${manifest.tables['kase']} 件 cases, ${manifest.tables['event']} 条事件 events, ${manifest.files} 个文件 files → ${to}\n请复制到另一台机器 copy it to another machine\nsha256 ${manifest.sha256}`,
      );
    });
  },
};
