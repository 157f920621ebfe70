/** Words of the village station and the hall counter, by page; `t.station.…` knows them by their own names. */
import * as opening from './opening';
import * as today from './today';
import * as filling from './filling';
import * as signing from './signing';
import * as receipt from './receipt';
import * as conflicts from './conflicts';
import * as devices from './devices';
import * as seenByOthers from './seen-by-others';

export const zh = { ...opening.zh, ...today.zh, ...filling.zh, ...signing.zh, ...receipt.zh, ...conflicts.zh, ...devices.zh, ...seenByOthers.zh };
export const en: typeof zh = { ...opening.en, ...today.en, ...filling.en, ...signing.en, ...receipt.en, ...conflicts.en, ...devices.en, ...seenByOthers.en };
