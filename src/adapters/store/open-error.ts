/** Why a store could not be opened: a closed list, each with what to do next in both languages. `serve` and `verify-log` print it and stop. */
import type { Text } from '../../core/catalogue/finding';

const texts = {
  locked: {
    zh: '数据目录正被另一个一件进程使用。请先停止那个进程，或者用 --data 换一个目录。',
    en: 'Another running Yijian uses this data directory. Stop it first, or choose another directory with --data.',
  },
  'directory-not-writable': {
    zh: '数据目录无法写入。请检查权限和剩余空间，或者用 --data 换一个目录。',
    en: 'The data directory cannot be written. Check its permissions and free space, or choose another with --data.',
  },
  'not-yijian': {
    zh: '这个目录或数据库里已有别的内容，不是一件的数据。请换一个目录，或者新建一个数据库。',
    en: 'This directory or database holds something else, not Yijian data. Choose another directory or make a new database.',
  },
  damaged: {
    zh: '数据目录已损坏，数据库无法启动。请从备份恢复，不要删除任何文件。',
    en: 'The data directory is damaged and its database does not start. Restore it from a backup; delete nothing.',
  },
  'newer-schema': {
    zh: '数据由更新版本的一件写成。请升级程序后再打开。',
    en: 'These data were written by a newer Yijian. Upgrade the program, then open them.',
  },
  'changed-schema': {
    zh: '数据库结构与本程序记录的不一致。请使用建立它的版本，或恢复备份。',
    en: 'The schema of this database is not the one this program knows. Use the version that made it, or restore a backup.',
  },
  'fsync-does-not-work': {
    zh: '已提交的数据没有真正写入磁盘，因此拒绝启动，以免断电丢失办件。',
    en: 'Committed data do not reach the disk, so Yijian refuses to start rather than lose cases in a power cut.',
  },
  'database-unreachable': {
    zh: '连接不上数据库。请检查 --database 的地址、账号和网络。',
    en: 'The database cannot be reached. Check the address and account in --database, and the network.',
  },
  'database-refuses': {
    zh: '数据库账号的权限不够，无法建立或更新表。请授予该账号在本库建表的权限。',
    en: 'The database account may not create or change tables. Grant it that right in this database.',
  },
  'database-too-old': {
    zh: '数据库版本太旧，需要 PostgreSQL 15 或更新的版本。',
    en: 'The database is too old: PostgreSQL 15 or newer is needed.',
  },
  'not-empty': {
    zh: '目标里已经有数据，没有动它。请换一个空的目录，或者新建一个数据库。',
    en: 'There are data at the target; nothing was changed. Choose an empty directory or make a new database.',
  },
  'not-a-backup': {
    zh: '这个目录不是完整的备份：没有 backup.json。备份最后才写它，缺了就是没有备份完。',
    en: 'This directory is not a whole backup: backup.json is missing. It is written last, so without it the backup did not finish.',
  },
  'backup-damaged': {
    zh: '备份内容与当时记下的不一致，恢复出来的数据不能使用。请用另一份备份，并检查存放备份的磁盘。',
    en: 'The backup is not what was written down when it was made; what was restored must not be used. Take another backup, and check the disk this one lay on.',
  },
  'other-schema': {
    zh: '备份来自更新的或另一个版本的一件。请用做备份的那个版本恢复。',
    en: 'The backup comes from a newer or another version of Yijian. Restore it with the version that made it.',
  },
} satisfies Record<string, Text>;

export type OpenErrorCode = keyof typeof texts;

export class OpenError extends Error {
  override name = 'OpenError';
  readonly text: Text;
  constructor(
    readonly code: OpenErrorCode,
    /** The path, address or number concerned; never a password. */
    readonly about: string,
    cause?: unknown,
  ) {
    super(`${texts[code].en} (${about})`, { cause });
    this.text = texts[code];
  }
}
