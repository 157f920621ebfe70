/** An appointment as a calendar file (RFC 5545): one event, in UTC, lines of at most 75 octets that end in CRLF. A later file with the same uid and a higher sequence moves it. */
import { type Instant, millisOf } from '../calendar';

export type Appointment = {
  uid: string;
  sequence: number;
  /** When this file was made. */
  at: Instant;
  from: Instant;
  to: Instant;
  title: string;
  place: string;
  says: string;
  url: string;
};

export function icsOf(a: Appointment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yijian//Appointments//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(a.uid)}`,
    `SEQUENCE:${a.sequence}`,
    `DTSTAMP:${utc(a.at)}`,
    `DTSTART:${utc(a.from)}`,
    `DTEND:${utc(a.to)}`,
    `SUMMARY:${escaped(a.title)}`,
    ...(a.place ? [`LOCATION:${escaped(a.place)}`] : []),
    `DESCRIPTION:${escaped(a.says)}`,
    `URL:${a.url}`,
    'STATUS:CONFIRMED',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    `DESCRIPTION:${escaped(a.title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** 20261124T013000Z */
const utc = (at: Instant): string =>
  new Date(millisOf(at))
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '');

/** RFC 5545 §3.3.11; control characters have no place in a text. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** RFC 5545 §3.1: no line longer than 75 octets; a continuation begins with a space. Characters are not cut. */
function folded(line: string): string {
  const out: string[] = [];
  let now = '';
  let octets = 0;
  for (const c of line) {
    const n = new TextEncoder().encode(c).length;
    if (octets + n > 75) {
      out.push(now);
      now = ' ';
      octets = 1;
    }
    now += c;
    octets += n;
  }
  return [...out, now].join('\r\n');
}
