/** Times on the working calendar, and the calendar file read back by the rules of RFC 5545. */
import { describe, expect, it } from 'vitest';
import { calendar } from '../calendar';
import { sampleCity, year2021, year2026 } from '../calendar/sample-years';
import { cutShort, daysOffered, icsOf, movableUntil, overlaps, timesOn, workdayFrom } from '.';

const cal = calendar([year2021, year2026], sampleCity);
const rule = { minutes: 30, ahead: 1, within: 5, movable: 1 };

describe('times', () => {
  it('skip the holiday and take the weekend day that is worked', () => {
    // National Day 2021: 1 to 7 October off; Saturday 9 October worked.
    expect(daysOffered(cal, rule, '2021-09-29T10:00:00+08:00')).toEqual(['2021-09-30', '2021-10-08', '2021-10-09', '2021-10-11', '2021-10-12']);
    expect(workdayFrom(cal, '2021-10-08', -1)).toBe('2021-09-30');
    expect(movableUntil(cal, rule, '2021-10-08T09:00:00+08:00')).toBe('2021-09-30T17:00:00+08:00');
  });
  it('end where the calendar is not published', () => {
    expect(daysOffered(cal, { ahead: 1, within: 30 }, '2026-12-28T10:00:00+08:00')).toEqual(['2026-12-29', '2026-12-30', '2026-12-31']);
    expect(cutShort(cal, { within: 30 }, '2026-12-28T10:00:00+08:00')).toBe(2027);
    expect(cutShort(cal, { within: 3 }, '2026-12-28T10:00:00+08:00')).toBeNull();
  });
  it('are whole ones within opening hours', () => {
    const times = timesOn(cal, rule, '2021-10-08');
    expect(times).toHaveLength(14);
    expect(times[0]).toEqual({ from: '2021-10-08T09:00:00+08:00', to: '2021-10-08T09:30:00+08:00' });
    expect(times.at(-1)!.to).toBe('2021-10-08T17:00:00+08:00');
    expect(
      timesOn(
        cal,
        {
          minutes: 180,
          open: [
            { from: '09:00', to: '12:00' },
            { from: '14:00', to: '16:00' },
          ],
        },
        '2021-10-08',
      ).map((t) => t.from.slice(11, 16)),
    ).toEqual(['09:00']);
  });
  it('overlap when they share a moment, not when one begins where the other ends', () => {
    const [a, b] = timesOn(cal, rule, '2021-10-08') as [never, never];
    expect(overlaps(a, b)).toBe(false);
    expect(overlaps(a, a)).toBe(true);
  });
});

/** Unfolds and reads property lines into objects, refusing what RFC 5545 does not allow. */
function read(file: string): { [name: string]: string }[] {
  expect(file.endsWith('\r\n')).toBe(true);
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const unfolded = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const open: string[] = [];
  const components: { [name: string]: string }[] = [];
  for (const line of unfolded) {
    const [, name, value] = /^([A-Z-]+):(.*)$/.exec(line) as unknown as [string, string, string];
    if (name === 'BEGIN') {
      open.push(value);
      components.push({ '': value });
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else {
      const component = components.findLast((c) => c[''] === open.at(-1))!;
      expect(component, `${name} twice`).not.toHaveProperty(name);
      component[name] = value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
    }
  }
  expect(open).toEqual([]);
  return components;
}

it('the calendar file says the same when read back, however long and strange the words', () => {
  const appointment = {
    uid: '430212-0000-0000-00000-1.attend:joint@yijian',
    sequence: 2,
    at: '2026-11-23T09:30:00+08:00',
    from: '2026-11-26T09:00:00+08:00',
    to: '2026-11-26T12:00:00+08:00',
    title: '联合上门核查，请有人在场；带身份证\\原件',
    place: '渌口区示例村 1 号；两层, 𰻝𰻝面馆旁边，从村口大樟树向东走到底再向北三百米，门口有红灯笼',
    says: '编号 430212-0000-0000-00000-1\n要改时间：11月25日17:00前',
    url: 'https://example.org/track/430212-0000-0000-00000-1',
  };
  const [calendarPart, event, alarm] = read(icsOf(appointment));
  expect(calendarPart).toMatchObject({ '': 'VCALENDAR', VERSION: '2.0' });
  expect(calendarPart!.PRODID).toBeTruthy();
  expect(event).toMatchObject({
    '': 'VEVENT',
    UID: appointment.uid,
    SEQUENCE: '2',
    DTSTAMP: '20261123T013000Z',
    DTSTART: '20261126T010000Z',
    DTEND: '20261126T040000Z',
    SUMMARY: appointment.title,
    LOCATION: appointment.place,
    DESCRIPTION: appointment.says,
    URL: appointment.url,
  });
  expect(alarm).toMatchObject({ '': 'VALARM', ACTION: 'DISPLAY', TRIGGER: '-P1D' });
});
