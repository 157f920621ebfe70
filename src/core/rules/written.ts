/** Values written as a text in brackets: `date("2021-10-28")`, `instant("2021-10-28T00:00:00+08:00")`, `duration("P1DT2H")`. */
import { parseDate } from '../calendar/civil-date';
import { parseInstant } from '../calendar/instant';
import { durationText, parseDuration } from './duration';

export type Written = 'date' | 'instant' | 'duration';
type Help = { zh: string; en: string };

export const isWritten = (name: string): name is Written => Object.hasOwn(writtenHelp, name);

export const writtenHelp: { readonly [type in Written]: Help } = {
  date: { zh: '日期写作 date("2021-10-28")', en: 'write a date as date("2021-10-28")' },
  instant: { zh: '时刻带时区，写作 instant("2021-10-28T00:00:00+08:00")', en: 'an instant has an offset; write it as instant("2021-10-28T00:00:00+08:00")' },
  duration: { zh: '时长写作 duration("P1DT2H") 或 duration("P1Y6M")；天时与年月不混写', en: 'write a duration as duration("P1DT2H") or duration("P1Y6M"); days and months are not mixed' },
};

/** The value in its one form, or what to write instead. */
export function readWritten(type: Written, text: string): string | Help {
  switch (type) {
    case 'date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return writtenHelp.date;
      return parseDate(text) === null ? { zh: `没有 ${text} 这一天；写真实的日期`, en: `${text} is not a day that exists; write a real date` } : text;
    case 'instant':
      return parseInstant(text) === null ? writtenHelp.instant : text;
    case 'duration': {
      const found = parseDuration(text);
      return (found && durationText(found)) ?? writtenHelp.duration;
    }
  }
}
