import { expect, test } from 'vitest';
import { dateIn, dateParts } from './date-field';

test('three boxes make a civil date, and come back as typed', () => {
  expect(dateIn({ 'born-year': '2021', 'born-month': '1', 'born-day': '９' }, 'born')).toBe('2021-01-09');
  expect(dateIn({ 'born-year': '', 'born-month': ' ', 'born-day': '' }, 'born')).toBe('');
  expect(dateIn({ 'born-year': '2021' }, 'born')).toBe('2021-00-00');
  expect(dateParts('2021-01-09')).toEqual({ year: '2021', month: '1', day: '9' });
  expect(dateParts(undefined)).toEqual({ year: '', month: '', day: '' });
});
