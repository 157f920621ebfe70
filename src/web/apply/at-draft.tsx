/** Every page of an application stands behind this: she is signed in, it is hers, it is not submitted, and the matter still exists. */
import type { Context } from 'hono';
import { openDraft, preparedOf, type OpenDraft } from '../../app/draft';
import { includes } from '../../app/entrust';
import type { Person, Principal } from '../../app/ports/identity';
import { UnknownBasket } from '../../core/journey';
import { notFound } from '../errors';
import { only } from '../sign-in/only-for';
import { LinkButton, page, to } from '../ui';
import type { Env, Visit } from '../visit';
import { draftHref } from './next';

export type AtDraft = { c: Context<Env>; v: Visit; draft: OpenDraft };

export const atDraft =
  (answer: (x: AtDraft) => Promise<Response> | Response) =>
  async (c: Context<Env>): Promise<Response> => {
    const v = c.var.visit;
    const who = await v.who();
    if (!who) return c.redirect(await v.product.identity.begin(c.req.path.replace(/\/submit$/, '/check')), 303);
    if (who.kind !== 'person') return forResidents(c);
    const id = c.req.param('draft') ?? '';
    const draft = /^[\w-]{16}$/.test(id) ? await openDraft(v.product, who, id) : 'no-such-draft';
    if (typeof draft === 'string') return notFound(c);
    if (!mayDo(c, draft)) return forbidden(c, draft);
    if (draft.body.submitted) return c.redirect(to('/track', draft.body.submitted), 303);
    try {
      preparedOf(v.product, draft);
    } catch (e) {
      if (e instanceof UnknownBasket) return gone(c);
      throw e;
    }
    return answer({ c, v, draft });
  };

/** What each right opens, for every page of an application: looking is the overview and the check, filling in all but the submission. */
function mayDo(c: Context<Env>, { may }: OpenDraft): boolean {
  const submits = c.req.path.endsWith('/submit');
  if (c.req.method !== 'GET') return includes(may, submits ? 'submit' : 'prepare');
  return includes(may, 'prepare') || /\/(overview|check)$/.test(c.req.path);
}

function forbidden(c: Context<Env>, draft: OpenDraft) {
  const { t } = c.var.visit;
  // Somebody who may only look is led to what there is to see.
  if (c.req.method === 'GET') return c.redirect(draftHref(draft, 'overview'), 303);
  return page(
    c,
    { title: t.handOn.forbidden },
    <>
      <h1>{t.handOn.forbidden}</h1>
      <p class="lead">{t.handOn.forbiddenBody}</p>
      <p>
        <LinkButton kind="primary" href={draftHref(draft, 'overview')}>
          {t.apply.overview}
        </LinkButton>
      </p>
    </>,
    403,
  );
}

/** The person signed in, or the page to send her to. */
export async function personIn(c: Context<Env>, back: string): Promise<Person | Response> {
  const v = c.var.visit;
  const who = await v.who();
  if (!who) return c.redirect(await v.product.identity.begin(back), 303);
  return who.kind === 'person' ? who : forResidents(c);
}

/** Whoever is signed in: a case decides itself who may follow it – its applicant, or who filed it for her. */
export async function followerIn(c: Context<Env>, back: string): Promise<Principal | Response> {
  const v = c.var.visit;
  return (await v.who()) ?? c.redirect(await v.product.identity.begin(back), 303);
}

/** The page for a clerk or a helper: they do not apply here. */
export const forResidents = async (c: Context<Env>): Promise<Response> => (await only(c, 'person')) as Response;

const gone = (c: Context<Env>) => {
  const { t } = c.var.visit;
  return page(
    c,
    { title: t.apply.changed },
    <>
      <h1>{t.apply.changed}</h1>
      <p class="lead">{t.apply.changedBody}</p>
      <p>
        <LinkButton kind="primary" href="/">
          {t.ui.home}
        </LinkButton>
      </p>
    </>,
    410,
  );
};

/** A form made from an earlier state: nothing was changed by it; what is saved is one click away. */
export const stale = ({ c, v, draft }: AtDraft) =>
  page(
    c,
    { title: v.t.apply.staleTitle },
    <>
      <h1>{v.t.apply.staleTitle}</h1>
      <p class="lead">{v.t.apply.staleBody}</p>
      <p>
        <LinkButton kind="primary" href={draftHref(draft)}>
          {v.t.ui.next}
        </LinkButton>{' '}
        <LinkButton href={draftHref(draft, 'overview')}>{v.t.apply.seeLatest}</LinkButton>
      </p>
    </>,
    409,
  );
