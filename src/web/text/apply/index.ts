/** Words of the application, one file for each part of it. */
import * as check from './check';
import * as documents from './documents';
import * as overview from './overview';
import * as questions from './questions';
import * as registers from './registers';
import * as start from './start';

export const zh = { ...start.zh, ...registers.zh, ...questions.zh, ...overview.zh, ...documents.zh, ...check.zh };

export const en: typeof zh = { ...start.en, ...registers.en, ...questions.en, ...overview.en, ...documents.en, ...check.en };
