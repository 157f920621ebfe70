/** A post that came too late: said clearly, with the way to the step as it is now. */
import type { Context } from 'hono';
import type { DeskStep } from '../../app/desk';
import { LinkButton, page } from '../ui';
import type { Env } from '../visit';
import { stepHref } from './kept';

export function nothingChanged(c: Context<Env>, found: DeskStep, why: 'stale' | 'inputsMissing'): Promise<Response> {
  const { t } = c.var.visit;
  return page(
    c,
    { title: t.desk.staleTitle, trail: [{ href: '/desk', label: t.desk.title }] },
    <>
      <h1>{t.desk.staleTitle}</h1>
      <p class="lead">{t.desk[why]}</p>
      <LinkButton kind="primary" href={stepHref(c.var.visit, found.open.state.number, found.step.filed.id)}>
        {t.desk.back}
      </LinkButton>
    </>,
    409,
  );
}
