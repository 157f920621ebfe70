/** A date past the calendar's last year is never guessed; the author is told in time to add the next. */
import { addDays } from '../calendar/civil-date';
import type { InForce } from './catalogue';
import { finding, type Finding } from './finding';

const daysAhead = 60;

/** @param today the day the folder is looked at. */
export function calendarEnd(law: InForce, today: string): Finding[] {
  const last = law.calendar.at(-1)?.year;
  if (last === undefined || addDays(today, daysAhead) <= `${last}-12-31`) return [];
  return [
    finding(
      'YJ510',
      law.place(`calendar/${last}.yaml`, ['year']),
      `工作日历只到 ${last} 年；按国务院办公厅的通知加上 calendar/${last + 1}.yaml`,
      `the calendar ends with ${last}; add calendar/${last + 1}.yaml from the State Council's notice`,
    ),
  ];
}
