/**
 * @module web/text – every word the pages say that does not come from the catalogue. One file per room with both languages side by side; a text
 * missing in one of them fails the type check. Parameters are functions. A room adds its file here, on two lines.
 */
import * as agreements from './agreements';
import * as basket from './basket';
import * as desk from './desk';
import * as apply from './apply';
import * as designer from './designer';
import * as editor from './editor';
import * as follow from './follow';
import * as games from './games';
import * as govern from './govern';
import * as home from './home';
import * as journey from './journey';
import type { Language } from './language';
import * as newspaper from './newspaper';
import * as orders from './orders';
import * as policies from './policies';
import * as papers from './papers';
import * as procedure from './procedure';
import * as service from './service';
import * as serviceFigures from './service-figures';
import * as signIn from './sign-in';
import * as staff from './staff';
import * as track from './track';
import * as ui from './ui';
import * as whatIf from './what-if';
import * as why from './why';

const zh = {
  lang: 'zh' as Language,
  tag: 'zh-CN',
  ui: ui.zh,
  agreements: agreements.zh,
  desk: desk.zh,
  designer: designer.zh,
  basket: basket.zh,
  home: home.zh,
  editor: editor.zh,
  follow: follow.zh,
  games: games.zh,
  govern: govern.zh,
  newspaper: newspaper.zh,
  journey: journey.zh,
  orders: orders.zh,
  policies: policies.zh,
  papers: papers.zh,
  procedure: procedure.zh,
  service: service.zh,
  signIn: signIn.zh,
  apply: apply.zh,
  serviceFigures: serviceFigures.zh,
  staff: staff.zh,
  track: track.zh,
  whatIf: whatIf.zh,
  why: why.zh,
};
/** The words of a page in its language; `t.ui.next`, `t.home.title`. */
export type Text = typeof zh;
const en: Text = {
  lang: 'en',
  tag: 'en',
  ui: ui.en,
  agreements: agreements.en,
  desk: desk.en,
  designer: designer.en,
  basket: basket.en,
  home: home.en,
  editor: editor.en,
  follow: follow.en,
  games: games.en,
  govern: govern.en,
  newspaper: newspaper.en,
  journey: journey.en,
  orders: orders.en,
  policies: policies.en,
  papers: papers.en,
  procedure: procedure.en,
  service: service.en,
  signIn: signIn.en,
  apply: apply.en,
  serviceFigures: serviceFigures.en,
  staff: staff.en,
  track: track.en,
  whatIf: whatIf.en,
  why: why.en,
};

export const textOf = (language: Language): Text => (language === 'zh' ? zh : en);
export { count, day, labels, least, length, list, moment, money, most, sentences, type Count } from './format';
export { isLanguage, languageOf, languages, say, type Language } from './language';
export { citationOf, conceptName, datumOf, evidenceName, stepName } from './names';
export { ruleInWords } from './rule';
