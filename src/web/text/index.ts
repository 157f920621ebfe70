/**
 * @module web/text – every word the pages say that does not come from the catalogue. One file per room with both languages side by side; a text
 * missing in one of them fails the type check. Parameters are functions. A room adds its file here, on two lines.
 */
import * as agreements from './agreements';
import * as attachments from './attachments';
import * as basket from './basket';
import * as before from './before';
import * as branches from './branches';
import * as company from './company';
import * as dayFigures from './day-figures';
import * as desk from './desk';
import * as apply from './apply';
import * as designer from './designer';
import * as editor from './editor';
import * as follow from './follow';
import * as forOthers from './for-others';
import * as games from './games';
import * as govern from './govern';
import * as handOn from './hand-on';
import * as home from './home';
import * as joined from './joins';
import * as journey from './journey';
import type { AddedLanguage } from '../../app/languages';
import { dictionaryOf, fallback } from './added-language';
import { languages, type Language, type Spoken } from './language';
import * as newspaper from './newspaper';
import * as orders from './orders';
import * as policies from './policies';
import * as papers from './papers';
import * as procedure from './procedure';
import * as service from './service';
import * as serviceFigures from './service-figures';
import * as settings from './settings';
import * as shop from './shop';
import * as signIn from './sign-in';
import * as shared from './shared';
import * as station from './station';
import * as staff from './staff';
import * as told from './told';
import * as together from './together';
import * as track from './track';
import * as ui from './ui';
import * as whatIf from './what-if';
import * as why from './why';

const zh = {
  lang: 'zh' as Language,
  tag: 'zh-CN',
  ui: ui.zh,
  agreements: agreements.zh,
  dayFigures: dayFigures.zh,
  desk: desk.zh,
  designer: designer.zh,
  attachments: attachments.zh,
  basket: basket.zh,
  before: before.zh,
  branches: branches.zh,
  company: company.zh,
  handOn: handOn.zh,
  home: home.zh,
  editor: editor.zh,
  follow: follow.zh,
  forOthers: forOthers.zh,
  games: games.zh,
  govern: govern.zh,
  newspaper: newspaper.zh,
  joins: joined.zh,
  journey: journey.zh,
  orders: orders.zh,
  policies: policies.zh,
  papers: papers.zh,
  procedure: procedure.zh,
  service: service.zh,
  settings: settings.zh,
  shop: shop.zh,
  signIn: signIn.zh,
  apply: apply.zh,
  serviceFigures: serviceFigures.zh,
  shared: shared.zh,
  station: station.zh,
  staff: staff.zh,
  told: told.zh,
  together: together.zh,
  track: track.zh,
  whatIf: whatIf.zh,
  why: why.zh,
};
/** The words of a page in its language; `t.ui.next`, `t.home.title`. */
export type Text = typeof zh & Spoken & { direction?: 'rtl' | undefined };
const en: Text = {
  lang: 'en',
  tag: 'en',
  ui: ui.en,
  agreements: agreements.en,
  dayFigures: dayFigures.en,
  desk: desk.en,
  designer: designer.en,
  attachments: attachments.en,
  basket: basket.en,
  before: before.en,
  branches: branches.en,
  company: company.en,
  handOn: handOn.en,
  home: home.en,
  editor: editor.en,
  follow: follow.en,
  forOthers: forOthers.en,
  games: games.en,
  govern: govern.en,
  newspaper: newspaper.en,
  joins: joined.en,
  journey: journey.en,
  orders: orders.en,
  policies: policies.en,
  papers: papers.en,
  procedure: procedure.en,
  service: service.en,
  settings: settings.en,
  shop: shop.en,
  signIn: signIn.en,
  apply: apply.en,
  serviceFigures: serviceFigures.en,
  shared: shared.en,
  station: station.en,
  staff: staff.en,
  told: told.en,
  together: together.en,
  track: track.en,
  whatIf: whatIf.en,
  why: why.en,
};

export const textOf = (language: Language): Text => (language === 'zh' ? zh : en);

/** The languages of an installation, Chinese and English first, each as its speakers call it. */
export const languagesWith = (added: readonly AddedLanguage[]): readonly { tag: string; name: string; lang: string }[] => [
  { tag: 'zh', name: '中文', lang: zh.tag },
  { tag: 'en', name: 'English', lang: en.tag },
  ...added.map((l) => ({ tag: l.tag, name: l.name, lang: l.tag })),
];

const made = new WeakMap<AddedLanguage, Text>();

/** @param tag one of the installation's languages. */
export function textIn(tag: string, added: readonly AddedLanguage[]): Text {
  const language = added.find((l) => l.tag === tag);
  if (!language) return textOf(languages.includes(tag as Language) ? (tag as Language) : 'zh');
  let text = made.get(language);
  if (!text) made.set(language, (text = textOfAdded(language)));
  return text;
}

function textOfAdded(language: AddedLanguage): Text {
  const { lang, tag, ...base } = textOf(language.base);
  return {
    ...dictionaryOf(base, language),
    lang,
    tag: language.tag,
    direction: language.direction === 'rtl' ? 'rtl' : undefined,
    names: (of) => (Object.hasOwn(language.names, of) ? language.names[of] : undefined),
    fallback: (said) => fallback(said, language.base),
  };
}
export { count, day, labels, least, length, list, moment, money, most, sentences, type Count } from './format';
export { joins, languageOf, languages, say, type Language, type Spoken } from './language';
export { citationOf, conceptName, datumOf, evidenceName, stepName } from './names';
export { ruleInWords } from './rule';
