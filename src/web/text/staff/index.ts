/** Words of the desk beside the single step, by page; `t.staff.…` knows them by their own names. */
import * as queue from './queue';
import * as bulk from './bulk';
import * as colleagues from './colleagues';
import * as phrases from './phrases';
import * as day from './day';
import * as team from './team';
import * as voices from './voices';
import * as outside from './outside';

export const zh = { ...queue.zh, ...bulk.zh, ...colleagues.zh, ...phrases.zh, ...day.zh, ...team.zh, ...voices.zh, ...outside.zh };
export const en: typeof zh = { ...queue.en, ...bulk.en, ...colleagues.en, ...phrases.en, ...day.en, ...team.en, ...voices.en, ...outside.en };
