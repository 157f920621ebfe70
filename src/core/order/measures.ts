/** Instants and lengths of time as an order file writes them, and what is wrong with one that cannot be read. */
import { hour, minute, parseInstant, wholeDay, type Millis } from '../calendar/instant';
import { finding, type Finding, type Place } from '../catalogue';

/** `code` is where the caller counts its findings: files and questions have their own. */
export function instantOf(text: string, place: Place, out: Finding[], code = 'YJ751'): Millis | null {
  const at = parseInstant(text);
  if (at !== null) return at;
  if (/T24:/.test(text)) out.push(finding(code === 'YJ751' ? 'YJ752' : code, place, `没有 24 点：“${text}”写成第二天的 00:00`, `there is no 24 o'clock: write "${text}" as 00:00 of the next day`));
  else if (/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.test(text))
    out.push(finding(code, place, `时刻“${text}”没有时区；补上，例如 2021-10-28T00:00:00+08:00`, `the instant "${text}" has no offset; add it, as in 2021-10-28T00:00:00+08:00`));
  else out.push(finding(code, place, `“${text}”不是时刻；写成 2021-10-28T00:00:00+08:00，年份和时区都要有`, `"${text}" is no instant; write 2021-10-28T00:00:00+08:00, with year and offset`));
  return null;
}

/** ISO 8601 with days, hours and minutes: `PT24H`; null when it is none, or empty. */
export function lengthOfTime(text: string): Millis | null {
  const found = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/.exec(text);
  if (!found) return null;
  const length = Number(found[1] ?? 0) * wholeDay + Number(found[2] ?? 0) * hour + Number(found[3] ?? 0) * minute;
  return length > 0 ? length : null;
}
