/** The words of the station's screens. Only the rooms they come from are bundled: the rest of the site's texts would double the bundle. */
import * as apply from '../../text/apply';
import * as joins from '../../text/joins';
import * as station from '../../text/station';
import * as ui from '../../text/ui';
import type { Language, Text } from '../../text';

type Spoken = Pick<Text, 'lang' | 'tag' | 'joins' | 'ui' | 'apply' | 'station'>;
const zh: Spoken = { lang: 'zh', tag: 'zh-CN', joins: joins.zh, ui: ui.zh, apply: apply.zh, station: station.zh };
const en: Spoken = { lang: 'en', tag: 'en', joins: joins.en, ui: ui.en, apply: apply.en, station: station.en };

/** Typed as the whole, because the shared components take the whole; the end-to-end check walks every screen in both languages. */
export const wordsOf = (language: Language): Text => (language === 'zh' ? zh : en) as Text;
