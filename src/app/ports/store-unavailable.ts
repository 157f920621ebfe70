/** The store cannot answer now. Nothing that was acknowledged is lost, and nothing of this request was half done; it may be sent again with its key. */
import type { Text } from '../../core/catalogue/finding';

const texts = {
  'disk-full': {
    zh: '服务器的磁盘满了，这一次没有保存。已经确认的申请都在。请稍后再提交一次，不会重复。',
    en: 'The server’s disk is full and this was not saved. Everything confirmed before is there. Please send it again later; it will not be filed twice.',
  },
  away: {
    zh: '数据库暂时连接不上，还不知道这一次有没有保存。请稍后再提交一次：已经保存的不会重复。',
    en: 'The database cannot be reached just now, and whether this was saved is not known. Please send it again later: what was saved is not filed twice.',
  },
  stopped: {
    zh: '数据库停下了，需要重新启动服务。已经确认的申请都在。请稍后再提交一次，不会重复。',
    en: 'The database has stopped and the service must be started again. Everything confirmed before is there. Please send it again later; it will not be filed twice.',
  },
} satisfies Record<string, Text>;

export type Unavailability = keyof typeof texts;

export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
  readonly text: Text;
  constructor(
    readonly reason: Unavailability,
    cause: unknown,
  ) {
    super(`${texts[reason].en} (${cause instanceof Error ? cause.message : String(cause)})`, { cause });
    this.text = texts[reason];
  }
}
