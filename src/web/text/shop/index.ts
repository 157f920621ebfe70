/** Words of what comes after filing, by page; `t.shop.…` knows them by their own names. */
import * as toDo from './to-do';
import * as paying from './paying';
import * as delivery from './delivery';
import * as times from './times';
import * as desk from './desk';
import * as shelves from './shelves';

export const zh = { ...toDo.zh, ...paying.zh, ...delivery.zh, ...times.zh, ...desk.zh, ...shelves.zh };
export const en: typeof zh = { ...toDo.en, ...paying.en, ...delivery.en, ...times.en, ...desk.en, ...shelves.en };
