/**
 * @module web/text – every word the pages say that does not come from the catalogue. One file per room with both languages side by side; a text
 * missing in one of them fails the type check. Parameters are functions. A room adds its file here, on two lines.
 */
import * as desk from './desk';
import * as home from './home';
import * as journey from './journey';
import { type Language } from './language';
import * as service from './service';
import * as signIn from './sign-in';
import * as ui from './ui';

const zh = { lang: 'zh' as Language, tag: 'zh-CN', ui: ui.zh, desk: desk.zh, home: home.zh, journey: journey.zh, service: service.zh, signIn: signIn.zh };
/** The words of a page in its language; `t.ui.next`, `t.home.title`. */
export type Text = typeof zh;
const en: Text = { lang: 'en', tag: 'en', ui: ui.en, desk: desk.en, home: home.en, journey: journey.en, service: service.en, signIn: signIn.en };

export const textOf = (language: Language): Text => (language === 'zh' ? zh : en);
export { count, day, labels, least, length, list, moment, money, most, sentences, type Count } from './format';
export { isLanguage, languageOf, languages, say, type Language } from './language';
export { citationOf, conceptName, datumOf, evidenceName, stepName } from './names';
export { ruleInWords } from './rule';
