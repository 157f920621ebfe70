/** What is late and why, by the promised clock and by the statutory one: every authority in numbers; one's own leads to the cases. */
import type { Because, Late } from '../../app/lateness';
import type { Standing } from '../../app/ports/desk-store';
import type { Clerk } from '../../app/ports/identity';
import { say } from '../text';
import { Table, to } from '../ui';
import type { Visit } from '../visit';
import type { Filter } from './filters';
import { lightFor } from './light-for';
import { nameOf, serviceLabel } from './names';
import { deskPath } from './paths';
import { LightSign, shortDay } from './time-tag';

/** Where the queue shows those counted. */
const leadsTo: { [k in keyof Omit<Standing, 'authority'>]: { state?: Filter; light?: 'red' } | null } = {
  inTime: null,
  promiseOver: { light: 'red' },
  overdue: { light: 'red' },
  escalated: { light: 'red' },
  paused: { state: 'paused' },
  applicant: { state: 'supplement' },
  waiting: { state: 'waiting' },
};
const columns = Object.keys(leadsTo) as (keyof typeof leadsTo)[];

export const StandingByAuthority = ({ v, clerk, standing }: { v: Visit; clerk: Clerk; standing: readonly Standing[] }) => {
  const { t, law } = v;
  const own = (a: Standing, b: Standing) => Number(b.authority === clerk.authority) - Number(a.authority === clerk.authority);
  const name = (id: string) => (law.authorities.get(id) ? say(t, law.authorities.get(id)!.name) : id);
  const cell = (s: Standing, column: keyof typeof leadsTo) => {
    const query = leadsTo[column];
    return s.authority === clerk.authority && s[column] > 0 && query ? <a href={to('/desk', undefined, query)}>{s[column]}</a> : s[column];
  };
  return (
    <Table
      id="standing"
      caption={t.staff.latenessTitle}
      hideCaption
      columns={[{ label: t.serviceFigures.authority }, ...columns.map((c) => ({ label: t.serviceFigures.standingColumns[c], number: true }))]}
      rows={[...standing].sort(own).map((s) => [name(s.authority), ...columns.map((c) => cell(s, c))])}
    />
  );
};

export const LateOneByOne = ({ v, late }: { v: Visit; late: readonly Late[] }) => {
  const { t } = v;
  if (late.length === 0) return <p>{t.staff.lateNone}</p>;
  return (
    <Table
      id="late"
      caption={t.staff.lateTitle}
      hideCaption
      columns={[t.desk.columns.number, t.desk.columns.matter, t.desk.columns.light, t.staff.byPromise, t.staff.byStatute, t.desk.columns.claimed, t.staff.lateWhy].map((label) => ({ label }))}
      rows={late.map(({ item, because }) => [
        <a class="queue-link" href={deskPath(item.number, item.step)}>
          {item.number}
        </a>,
        say(t, serviceLabel(v.law, item.service)),
        <LightSign t={t} light={lightFor(v, item, item.service)} />,
        item.promised ? shortDay(t, item.promised, v.today) : t.desk.noDate,
        item.due ? shortDay(t, item.due, v.today) : t.desk.noDate,
        item.claimedBy ? nameOf(v, item.claimedBy) : t.desk.nobody,
        because.length === 0 ? t.staff.lateNoReason : because.map((b) => inWords(v, b)).join(t.joins.semicolon),
      ])}
    />
  );
};

function inWords({ t }: Visit, b: Because): string {
  const words = t.staff.lateBecause;
  switch (b.kind) {
    case 'escalated':
    case 'nobody':
      return words[b.kind];
    case 'paused':
    case 'supplemented':
      return words[b.kind](b.times);
    case 'lacks':
      return words.lacks(say(t, b.step));
  }
}
