/** A store from a backup: put into an empty directory or database, read back and compared byte for byte, then every chain and row checked. */
import { restoreStore } from '../../adapters/store';
import { remadeRows, rowsOf } from '../../app/rows';
import { WrongUsage } from '../arguments';
import { bad, good } from '../output';
import { openingOf, told, withStore } from '../store-of';
import type { Command } from '.';

export const restoreCommand: Command = {
  options: ['from', 'data', 'database'],
  usage: 'restore --from BACKUP (--data NEW-DIR | --database URL [--data NEW-DIR])',
  run: (a, s) => {
    const from = a.option('from');
    if (from === undefined) throw new WrongUsage('写 --from 备份目录', 'give --from BACKUP');
    return told(async () => {
      const { tables, files, sha256, at, upgraded, put } = await restoreStore(openingOf(a, s), from);
      return withStore(a, s, async (opened) => {
        // What an earlier schema did not keep beside the record cannot be missing from its backup.
        const rows = upgraded ? rowsOf : remadeRows();
        const audit = await opened.verifyLog({ rows });
        const rebuilt = await opened.rebuild(rows);
        const anchors = await opened.verifyAnchors();
        const json = { backup: { at, sha256, files, upgraded }, tables, files: put, audit, rebuilt, anchors };
        const missing = put.absent.length + Math.max(0, files - put.files);
        const text = `备份 backup ${at}：${audit.cases} 件 cases, ${audit.events} 条事件 events, ${put.files} 个文件 files; 缺少文件 absent files ${missing}, 断裂 broken ${audit.broken.length + anchors.broken.length}, 重建后不同 differing after rebuild ${rebuilt.changed}`;
        return missing + audit.broken.length + anchors.broken.length + rebuilt.changed > 0
          ? bad(json, text)
          : good(
              json,
              `${text}\n与备份逐字节一致 equal to the backup byte for byte${upgraded ? '\n备份来自较早的版本，已升级；请再运行 rebuild 补齐统计 from an earlier version, upgraded; run rebuild to fill in the figures' : ''}`,
            );
      });
    });
  },
};
