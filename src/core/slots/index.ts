/** @module core/slots – times people choose for acts in person: what is offered, until when it can be moved, and the file for their calendar. */
export { type Appointment, icsOf } from './ics';
export { cutShort, daysOffered, movableUntil, overlaps, type Time, timesOn, workdayFrom } from './times';
