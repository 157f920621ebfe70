/**
 * What is wrong with a year's file. A slip here moves every deadline of the city and shows nowhere, so it is looked for before the
 * calendar is used: days that do not exist, spans that run backwards, days of another year, days both off and worked, working days
 * announced as make-up days, the same day twice.
 */
import type { CalendarYear } from '../catalogue/declare/city';
import type { Text } from '../catalogue/finding';
import { type DayNumber, dateOf, parseDate, weekdayOf, yearOf } from './civil-date';

export type CalendarFault = { list: 'off' | 'work'; index: number; message: Text };

export function calendarFaults(file: CalendarYear): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const seen = new Map<DayNumber, 'off' | 'work'>();
  for (const list of ['off', 'work'] as const) {
    file[list].forEach((text, index) => {
      const message = spanFault(file.year, text) ?? daysFault(list, text, seen);
      if (message) faults.push({ list, index, message });
    });
  }
  return faults;
}

function ends(text: string): [DayNumber | null, DayNumber | null] {
  const [first = '', last = first] = text.split('/');
  return [parseDate(first), parseDate(last)];
}

function spanFault(year: number, text: string): Text | null {
  const [first, last] = ends(text);
  if (first === null || last === null) return { zh: `“${text}”不是存在的日期`, en: `"${text}" is not a date that exists` };
  if (last < first) return { zh: `“${text}”的结束早于开始`, en: `"${text}" ends before it begins` };
  if (yearOf(first) !== year || yearOf(last) !== year) return { zh: `“${text}”不在 ${year} 年，请写入所属年份的文件`, en: `"${text}" is not in ${year}: write it in the file of its own year` };
  return null;
}

function daysFault(list: 'off' | 'work', text: string, seen: Map<DayNumber, 'off' | 'work'>): Text | null {
  const [first, last] = ends(text) as [DayNumber, DayNumber];
  for (let day = first; day <= last; day++) {
    const date = dateOf(day);
    const before = seen.get(day);
    if (before === list) return { zh: `${date} 重复`, en: `${date} is listed twice` };
    if (before) return { zh: `${date} 既放假又上班`, en: `${date} is both off and worked` };
    if (list === 'work' && weekdayOf(day) <= 5) return { zh: `${date} 本来就是工作日，调休上班只能在周末`, en: `${date} is a working day already: only weekend days are made up` };
    seen.set(day, list);
  }
  return null;
}
