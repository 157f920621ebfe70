/** For tests: the State Council's exceptions of three years, copied by hand, and the hours of a hall that closes at 17:00. */
import type { CalendarYear, City } from '../catalogue/declare/city';
import { calendar } from './calendar';

export const year2021: CalendarYear = {
  year: 2021,
  off: ['2021-01-01/2021-01-03', '2021-02-11/2021-02-17', '2021-04-03/2021-04-05', '2021-05-01/2021-05-05', '2021-06-12/2021-06-14', '2021-09-19/2021-09-21', '2021-10-01/2021-10-07'],
  work: ['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09'],
};

export const year2025: CalendarYear = {
  year: 2025,
  off: ['2025-01-01', '2025-01-28/2025-02-04', '2025-04-04/2025-04-06', '2025-05-01/2025-05-05', '2025-05-31/2025-06-02', '2025-10-01/2025-10-08'],
  work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};

export const year2026: CalendarYear = {
  year: 2026,
  off: ['2026-01-01/2026-01-03', '2026-02-15/2026-02-23', '2026-04-04/2026-04-06', '2026-05-01/2026-05-05', '2026-06-19/2026-06-21', '2026-09-25/2026-09-27', '2026-10-01/2026-10-07'],
  work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

export const sampleCity: Pick<City, 'offset' | 'workday'> = {
  offset: '+08:00',
  workday: {
    hours: 7,
    open: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
};

export const sampleCalendar = calendar([year2021, year2025, year2026], sampleCity);
