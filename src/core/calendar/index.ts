/** The working calendar and the legal clock: which days count, when a period ends, and when working time has passed. */
export { type Calendar, type CalendarId, calendar, type Due, isWorkday, type Pending, yearMissing } from './calendar';
export { type CalendarFault, calendarFaults } from './calendar-faults';
export { addDays, addMonths, type CivilDate, daysBetween, monthsBetween, parseDate, weekday, yearsBetween } from './civil-date';
export { type Clock, due, type Length, lengthOf } from './due';
export { compareInstants, dateAt, formatInstant, type Instant, millisOf, parseInstant } from './instant';
export type { Pause } from './pause';
export { type ClockArguments, type ClockRefusal, runClock } from './run-clock';
export { wallClock } from './wall-clock';
export { afterWorkingHours, workdaysBetween, workingHoursBetween } from './working-time';
