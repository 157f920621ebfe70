/** `/desk/team`, for the lead: who holds how much, what is near its date, what is late and why, and what looks like playing with the clock. */
import { Hono } from 'hono';
import { colleagues } from '../../app/colleagues';
import { lateness } from '../../app/lateness';
import { teamOf } from '../../app/service-figures';
import type { Product } from '../../app/product';
import { say } from '../text';
import { only } from '../sign-in/only-for';
import { LinkButton, page, Table } from '../ui';
import type { Env } from '../visit';
import { DeskNav } from './desk-nav';
import { LateOneByOne, StandingByAuthority } from './lateness';
import { serviceLabel } from './names';
import { deskPath } from './paths';
import { shortDay } from './time-tag';

export function teamRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/desk/team', async (c) => {
    const clerk = await only(c, 'clerk');
    if (clerk instanceof Response) return clerk;
    const v = c.var.visit;
    const { t } = v;
    const words = t.staff;
    const trail = [{ href: '/desk', label: t.desk.title }];
    if (!clerk.lead) return page(c, { title: words.teamTitle, trail }, <p class="desk-empty">{words.teamOnlyLead}</p>, 403);
    const [team, known, { standing, late }] = await Promise.all([teamOf(product, clerk), colleagues(product, clerk), lateness(product, clerk)]);
    const name = (id: string | null) => (id === null ? words.teamNobody : (known.find((o) => o.id === id)?.name ?? id));
    const signs = ['latePause', 'lateReturn', 'secondSupplement'] as const;
    return page(
      c,
      { title: words.teamTitle, trail, width: 'wide' },
      <>
        <h1>{words.teamTitle}</h1>
        <DeskNav v={v} clerk={clerk} here="team" />
        <p class="lead">{words.teamLead}</p>
        {team.holdings.length === 0 ? (
          <p class="desk-empty">{words.teamNone}</p>
        ) : (
          <Table
            id="team"
            caption={words.teamTitle}
            hideCaption
            columns={[
              { label: words.teamHolder },
              ...[words.teamOpen, words.teamPromiseOver, words.teamOverdue, words.teamSoon].map((label) => ({ label, number: true })),
              { label: words.teamNearest },
            ]}
            rows={team.holdings.map((h) => [name(h.holder), h.n, h.promiseOver, h.overdue, h.soon, h.nearest ? shortDay(t, h.nearest, v.today) : t.desk.noDate])}
          />
        )}
        <p class="row">
          <LinkButton href="/desk?light=red">{words.lights.red}</LinkButton>
          <LinkButton href="/desk?light=yellow">{words.lights.yellow}</LinkButton>
          <LinkButton href="/desk?holder=free">{words.holders.free}</LinkButton>
          <LinkButton href="/govern/service">{t.serviceFigures.title}</LinkButton>
        </p>
        <h2>{words.latenessTitle}</h2>
        <p class="muted">{words.latenessLead}</p>
        <StandingByAuthority v={v} clerk={clerk} standing={standing} />
        <h2>{words.lateTitle}</h2>
        <p class="muted">{words.lateLead}</p>
        <LateOneByOne v={v} late={late} />
        <h2>{words.flaggedTitle}</h2>
        <p class="muted">{words.flaggedLead}</p>
        {team.flagged.length === 0 ? (
          <p>{words.flaggedNone}</p>
        ) : (
          <Table
            id="flagged"
            caption={words.flaggedTitle}
            hideCaption
            columns={[t.desk.columns.number, t.desk.columns.matter, words.channelTitle, words.flaggedTitle].map((label) => ({ label }))}
            rows={team.flagged.map((f) => [
              <a class="queue-link" href={deskPath(f.number, f.step)}>
                {f.number}
              </a>,
              say(t, serviceLabel(v.law, f.service)),
              words.channel[f.channel],
              signs
                .filter((s) => f[s])
                .map((s) => words.flag[s])
                .join(t.joins.semicolon),
            ])}
          />
        )}
      </>,
    );
  });

  return app;
}
