/** When there is no page, or no answer: what happened and what to do next, in the visitor's language, never repeating what was sent. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { StoreUnavailable } from '../app/ports/store-unavailable';
import { say } from './text';
import { LinkButton, page, SearchBox } from './ui';
import type { Env } from './visit';

type Saying = { title: string; body: string };

async function problem(c: Context<Env>, status: ContentfulStatusCode, saying: Saying): Promise<Response> {
  const { t } = c.var.visit;
  if (c.req.path.startsWith('/api/')) return c.json({ type: 'about:blank', title: saying.title, status }, status, { 'content-type': 'application/problem+json' });
  return page(
    c,
    { title: saying.title },
    <>
      <h1>{saying.title}</h1>
      <p class="lead">{saying.body}</p>
      <p>
        <LinkButton kind="primary" href="/">
          {t.ui.home}
        </LinkButton>
      </p>
      <SearchBox t={t} label={t.ui.searchInstead} />
    </>,
    status,
  );
}

export const notFound = (c: Context<Env>) => problem(c, 404, { title: c.var.visit.t.ui.notFound, body: c.var.visit.t.ui.notFoundBody });

export const badRequest = (c: Context<Env>) => problem(c, 400, { title: c.var.visit.t.ui.badRequest, body: c.var.visit.t.ui.badRequestBody });

export const tooLarge = (c: Context<Env>) => problem(c, 413, { title: c.var.visit.t.ui.badRequest, body: c.var.visit.t.ui.badRequestBody });

/** A request that was not carried out: foreign, or not allowed. */
export const refused = (c: Context<Env>) => problem(c, 403, { title: c.var.visit.t.ui.notAllowed, body: c.var.visit.t.ui.notAllowedBody });

/** Rooms throw an HTTPException for a status of their own; anything else is a bug, told to the log and not to the visitor. */
export function failed(error: Error, c: Context<Env>): Promise<Response> | Response {
  if (error instanceof HTTPException && error.status < 500) return error.status === 404 ? notFound(c) : error.status === 403 ? refused(c) : badRequest(c);
  console.error(error);
  const visit: Env['Variables']['visit'] | undefined = c.var.visit;
  if (error instanceof StoreUnavailable) {
    c.header('retry-after', '60');
    return visit ? problem(c, 503, { title: visit.t.ui.failed, body: say(visit.t, error.text) }) : c.text(`${error.text.zh}\n${error.text.en}`, 503);
  }
  if (!visit) return c.text('网站出了错，请稍后再试。 Something went wrong; please try again.', 500);
  const { t } = visit;
  return problem(c, 500, { title: t.ui.failed, body: t.ui.failedBody });
}
