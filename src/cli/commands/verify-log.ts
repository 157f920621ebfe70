/**
 * The whole record checked: every case's chain, its rows against its events, and the anchors against the record and the file outside. How steps went is
 * compared too where the city is given: it is counted on the city's calendar.
 */
import { remadeRows } from '../../app/rows';
import { calendarOf } from '../input';
import { bad, good } from '../output';
import { withStore } from '../store-of';
import { today } from '../today';
import type { Command } from '.';

export const verifyLogCommand: Command = {
  options: ['data', 'database', 'anchors', 'city'],
  usage: 'verify-log (--data DIR | --database URL) [--anchors FILE] [--city DIR]',
  run: (a, s) => {
    const city = a.option('city');
    const rows = remadeRows(city === undefined ? undefined : calendarOf(city, today()));
    return withStore(a, s, async (opened) => {
      const audit = await opened.verifyLog({ rows });
      const anchors = await opened.verifyAnchors(a.option('anchors'));
      const json = { ...audit, anchors };
      const text = `${audit.cases} 件 cases, ${audit.events} 条事件 events, ${audit.broken.length} 处断裂 broken, ${audit.rate}/s; ${anchors.anchors} 个锚点 anchors, ${anchors.broken.length} 处不符 broken`;
      if (audit.broken.length + anchors.broken.length === 0) return good(json, text);
      const places = [...audit.broken.map((b) => `  ${b.number} #${b.n} ${b.problem}`), ...anchors.broken.map((b) => `  anchor ${b.n} ${b.problem} ${b.cases.join(' ')}`)];
      return bad(json, [text, ...places].join('\n'));
    });
  },
};
