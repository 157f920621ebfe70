import { calendar, runClock } from '../../core/calendar';
import { position } from '../arguments';
import { lawOf } from '../input';
import { good, line, refused } from '../output';
import { today } from '../today';
import type { Command } from '.';

export const clockCommand: Command = {
  options: ['from', 'wd', 'hours', 'days', 'weeks', 'months', 'pause', 'restart', 'at'],
  usage: 'clock DIR --from INSTANT (--wd N|--hours N|--days N|--weeks N|--months N) [--pause A/B]… [--restart INSTANT]…',
  run: (a) => {
    const law = lawOf(position(a, 0, 'DIR'), a.option('at') ?? today());
    const units = Object.fromEntries((['wd', 'hours', 'days', 'weeks', 'months'] as const).flatMap((u) => (a.option(u) === undefined ? [] : [[u, a.option(u)!]])));
    const from = a.option('from');
    const result = runClock({ ...units, ...(from !== undefined && { from }), pauses: a.options('pause'), restarts: a.options('restart') }, calendar(law.calendar, law.city));
    if ('due' in result) return good(result, result.due);
    return result.refused === 'usage' ? { exit: 2, json: { errors: result.findings, warnings: [] }, text: result.findings.map(line).join('\n') } : refused(result.findings);
  },
};
