/**
 * The `clock` command: arguments as typed, checked all at once, and the date – or what to correct. Here alone a missing calendar year is
 * an error, because a person asked for one date and nothing waits to be filled in later.
 */
import { type Finding, finding } from '../catalogue/finding';
import type { Calendar, CalendarId } from './calendar';
import { type Clock, due, type Unit } from './due';
import { type Instant, parseInstant } from './instant';
import { intervalOf, type Pause } from './pause';

/** Texts of the command line: `--wd 20`, `--pause A/B`, `--restart INSTANT`. */
export type ClockArguments = { from?: string; pauses?: readonly string[]; restarts?: readonly string[] } & { [name in keyof typeof unitOf]?: string | number };

export type ClockCode = 'YJ590' | 'YJ591' | 'YJ592' | 'YJ593' | 'YJ594' | 'YJ595' | 'YJ596' | 'YJ597' | 'YJ598';

/** `usage`: the command was put together wrongly; `input`: a value cannot be used. */
export type ClockRefusal = { refused: 'usage' | 'input'; findings: Finding[] };

const unitOf = { hours: 'h', wd: 'wd', days: 'days', weeks: 'weeks', months: 'months' } as const satisfies Record<string, Unit>;
const names = Object.keys(unitOf) as (keyof typeof unitOf)[];

/** Longer periods exist in no law and would only tie up the machine. */
const longest = 10_000;

export function runClock(args: ClockArguments, cal: Calendar): { due: Instant } | ClockRefusal {
  const given = names.filter((name) => args[name] !== undefined);
  const usage = [
    ...(args.from === undefined ? [fault('YJ590', '--from', 1, '请用 --from 给出起算时刻', 'give the starting instant with --from')] : []),
    ...(given.length === 1 ? [] : [fault('YJ591', 'clock', 1, `请给出且只给出一个期限：${flags}`, `give exactly one length: ${flags}`)]),
  ];
  const [name] = given;
  if (usage.length > 0 || name === undefined || args.from === undefined) return { refused: 'usage', findings: usage };

  const from = args.from;
  const pauses = (args.pauses ?? []).map(readPause);
  const findings = [
    ...lengthFaults(name, String(args[name])),
    ...(parseInstant(from) === null ? [notAnInstant('--from', 1, from)] : []),
    ...pauses.flatMap((pause, i) => pauseFaults(pause, args.pauses?.[i] ?? '', i + 1, cal)),
    ...(args.restarts ?? []).flatMap((restart, i) => restartFaults(restart, from, i + 1)),
  ];
  if (findings.length > 0) return { refused: 'input', findings };
  return answer(cal, { from, [unitOf[name]]: Number(args[name]), pauses, restart: args.restarts ?? [] });
}

const flags = names.map((name) => `--${name}`).join(' ');

function answer(cal: Calendar, clock: Clock): { due: Instant } | ClockRefusal {
  const found = due(cal, clock);
  if (found.due === null) return { refused: 'input', findings: [missingYear(found.pending)] };
  if (parseInstant(found.due) === null) return { refused: 'input', findings: [fault('YJ598', '--from', 1, '到期日不在公历 1 至 9999 年之间', 'the date lies outside the years 1 to 9999')] };
  return { due: found.due };
}

const fault = (code: ClockCode, argument: string, nth: number, zh: string, en: string): Finding => finding(code, { file: argument, line: nth, column: 1 }, zh, en);

function missingYear(pending: CalendarId): Finding {
  const year = pending.slice('calendar-'.length);
  return fault(
    'YJ592',
    `calendar/${year}.yaml`,
    1,
    `缺少 ${year} 年工作日历，不作推测：请按国务院办公厅通知添加此文件`,
    `no calendar for ${year}, and none is guessed: add this file from the State Council's notice`,
  );
}

const notAnInstant = (argument: string, nth: number, text: string): Finding =>
  fault('YJ593', argument, nth, `“${text}”不是带时区的时刻，例如 2021-10-28T10:00:00+08:00`, `"${text}" is not an instant with an offset, such as 2021-10-28T10:00:00+08:00`);

function lengthFaults(name: string, text: string): Finding[] {
  if (/^\d{1,15}$/.test(text) && Number(text) <= longest) return [];
  return [fault('YJ594', `--${name}`, 1, `“${text}”不是 0 到 ${longest} 的整数`, `"${text}" is not a whole number from 0 to ${longest}`)];
}

function readPause(text: string): Pause {
  const cut = text.indexOf('/');
  return cut < 0 ? { from: text, to: '' } : { from: text.slice(0, cut), to: text.slice(cut + 1) };
}

function pauseFaults(pause: Pause, text: string, nth: number, cal: Calendar): Finding[] {
  const interval = intervalOf(pause, cal.offset);
  if (interval === 'unreadable') return [fault('YJ595', '--pause', nth, `“${text}”不是“起/止”两个带时区的时刻或两个日期`, `"${text}" is not START/END, each an instant with an offset or a date`)];
  if (interval === 'reversed') return [fault('YJ596', '--pause', nth, `“${text}”的结束早于开始`, `"${text}" ends before it begins`)];
  return [];
}

function restartFaults(restart: string, from: string, nth: number): Finding[] {
  const at = parseInstant(restart);
  if (at === null) return [notAnInstant('--restart', nth, restart)];
  const start = parseInstant(from);
  if (start !== null && at < start) return [fault('YJ597', '--restart', nth, `“${restart}”早于起算时刻 ${from}`, `"${restart}" is earlier than the start ${from}`)];
  return [];
}
