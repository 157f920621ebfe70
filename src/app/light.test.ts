/** Green, yellow and red on the real calendar: 23 November 2026 is a Monday; the year ends before its successor's holidays are known. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCity } from './load-city';
import { calendar } from '../core/calendar';
import { type Light, lightLimits, lightOf, type Timed } from './light';

const law = loadCity(join(import.meta.dirname, '../../cities/zhuzhou')).catalogue.inForce('2026-11-23').law!;
const workdays = calendar(law.calendar, law.city);
const monday = '2026-11-23T09:30:00+08:00';
const end = (day: string) => `2026-${day}T17:00:00+08:00`;
const light = (step: Partial<Timed>, lengths = {}, now = monday) => lightOf(workdays, now, { status: 'accepted', due: null, promised: null, ...step }, lengths);

test.each<[string, Light, Light]>([
  ['far away', light({ due: end('12-21') }, { statutory: { wd: 20 } }), { colour: 'green', by: 'due', days: 20 }],
  ['a fifth of twenty days left', light({ due: end('11-27') }, { statutory: { wd: 20 } }), { colour: 'yellow', by: 'due', days: 4 }],
  ['a day more than a fifth', light({ due: end('11-30') }, { statutory: { wd: 20 } }), { colour: 'green', by: 'due', days: 5 }],
  ['a short period: the last working day', light({ due: end('11-24') }, { statutory: { wd: 3 } }), { colour: 'yellow', by: 'due', days: 1 }],
  ['today', light({ promised: end('11-23') }), { colour: 'yellow', by: 'promised', days: 0 }],
  ['over a weekend, one working day', light({ due: end('11-30') }, {}, '2026-11-27T16:00:00+08:00'), { colour: 'yellow', by: 'due', days: 1 }],
  ['the nearer of the two decides', light({ due: end('12-21'), promised: end('11-24') }, { promised: { wd: 10 } }), { colour: 'yellow', by: 'promised', days: 1 }],
  ['the promised date has passed', light({ due: end('12-21'), promised: end('11-19') }), { colour: 'red', by: 'promised', days: 2 }],
  ['both have passed: the statutory one is said', light({ due: end('11-20'), promised: end('11-19') }), { colour: 'red', by: 'due', days: 1 }],
  ['an hour late', light({ due: end('11-23') }, {}, '2026-11-23T18:00:00+08:00'), { colour: 'red', by: 'due', days: 0 }],
  ['acceptance: five days, whatever the service has', light({ status: 'received', due: end('11-26') }, { statutory: { wd: 60 } }), { colour: 'green', by: 'due', days: 3 }],
  ['with the applicant no clock runs', light({ status: 'supplement-requested', due: end('11-20') }), { colour: 'none' }],
  ['paused', light({ status: 'paused', promised: end('11-20') }), { colour: 'none' }],
  ['running to a date in a year whose calendar is not published', light({}), { colour: 'none', pending: 2027 }],
])('%s', (_, found, expected) => expect(found).toEqual(expected));

test('the limits for a store say the same as the light itself', () => {
  const services = [...law.services.keys()];
  const limits = lightLimits(workdays, monday, law, services);
  for (const { service, statutory, promised } of limits.services) {
    const clock = law.services.get(service)!.clock;
    const lengths = { statutory: clock?.statutory ?? null, promised: clock?.promised ?? null };
    for (let day = 23; day <= 30; day++)
      for (const [which, limit] of [
        ['due', statutory],
        ['promised', promised],
      ] as const) {
        const date = end(`11-${day}`);
        const colour = light({ [which]: date }, lengths).colour;
        expect(colour, `${service} ${which} ${date}`).toBe(Date.parse(date) < Date.parse(limit) ? 'yellow' : 'green');
      }
  }
});
