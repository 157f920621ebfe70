/** Words of the clerk's work desk, by page; `t.desk.…` knows them by their own names. */
import * as look from './look';
import * as queue from './queue';
import * as screen from './screen';
import * as step from './step';
import * as actions from './actions';
import * as decisions from './decisions';
import * as supplement from './supplement';
import * as done from './done';
import * as corrections from './corrections';

export const zh = { ...look.zh, ...queue.zh, ...screen.zh, ...step.zh, ...actions.zh, ...decisions.zh, ...supplement.zh, ...done.zh, ...corrections.zh };
export const en: typeof zh = { ...look.en, ...queue.en, ...screen.en, ...step.en, ...actions.en, ...decisions.en, ...supplement.en, ...done.en, ...corrections.en };
