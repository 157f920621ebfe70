/** Cases whose dates lie in a year without a calendar get them once the city has it, by themselves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateAnew } from '../../app/sweep';
import { calendar } from '../../core/calendar';
import { fold } from '../../core/case';
import { openTown, type Town } from '../testing/town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test('once the year is published, and not before; the desk and the applicant see the day', async () => {
  town.clock.now = new Date('2026-12-30T10:00:00+08:00');
  const number = await town.file('newborn', 'smallest');
  const store = await town.product.store();
  const certificate = async () => [...fold((await store.wholeCase(number))!.events)!.steps.values()].find((s) => s.filed.service === 'birth-certificate')!;
  expect(await certificate()).toMatchObject({ status: 'received', due: null, pending: 'calendar-2027' });
  expect(await dateAnew(town.product)).toBe(0);

  const year = { year: 2027, source: 'made-up', off: ['2027-01-01/2027-01-03'], work: [] } as (typeof town.law.calendar)[number];
  const known = calendar([...town.law.calendar, year], town.law.city);
  town.product.calendar = () => known;
  expect(await dateAnew(town.product)).toBe(1);
  // Five working days after 30 December: the 31st, and from Monday the 4th on.
  expect(await certificate()).toMatchObject({ status: 'received', due: '2027-01-07T17:00:00+08:00', pending: null });
  expect((await store.wholeCase(number))!.steps.find((s) => s.service === 'birth-certificate')!.due).toBe('2027-01-07T17:00:00+08:00');
  expect(await dateAnew(town.product)).toBe(0);
});
