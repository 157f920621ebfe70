/** A backup of the whole store as of one moment. A PostgreSQL server may go on working meanwhile; the embedded store belongs to one program, so `serve` must be stopped. */
import type { Manifest } from '../../adapters/store';
import { WrongUsage } from '../arguments';
import { bad, good } from '../output';
import { withStore } from '../store-of';
import type { Command } from '.';

export const backupCommand: Command = {
  options: ['data', 'database', 'to', 'without-files!'],
  usage: 'backup (--data DIR | --database URL [--data DIR]) --to NEW-DIR [--without-files]',
  run: (a, s) => {
    const to = a.option('to');
    if (to === undefined) throw new WrongUsage('写 --to 新目录', 'give --to NEW-DIR');
    return withStore(a, s, async (opened) => {
      const manifest = await opened.backup(to, new Date(), !a.flag('without-files'));
      const text = [
        `${manifest.tables['kase']} 件 cases, ${manifest.tables['event']} 条事件 events, ${manifest.files} 个文件 files → ${to}`,
        ...aboutFiles(manifest),
        '请复制到另一台机器 copy it to another machine',
        `sha256 ${manifest.sha256}`,
      ].join('\n');
      return manifest.damaged.length > 0 ? bad(manifest, text) : good(manifest, text);
    });
  },
};

function aboutFiles({ left, missing, damaged }: Manifest): string[] {
  return [
    left > 0 ? `${left} 个文件没有备份，名单在 files.list：请另行复制 files were left out and are listed in files.list: copy them by other means` : '',
    missing.length > 0 ? `${missing.length} 个文件有记录而没有保存（查出有害，或没有传完）files are named and not kept (found harmful, or never whole)` : '',
    damaged.length > 0
      ? `${damaged.length} 个文件已损坏，没有备份：请从较早的备份取回 files are damaged and were left out: take them from an earlier backup\n${damaged.map((d) => `  ${d}`).join('\n')}`
      : '',
  ].filter(Boolean);
}
