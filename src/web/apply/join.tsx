/** `/apply/ID/join?with=OTHER`: two applications begun today as one – shown first with what that saves, then joined. */
import type { Hono as App } from 'hono';
import { Hono } from 'hono';
import { joinDrafts, joined } from '../../app/join-drafts';
import { myDrafts } from '../../app/track';
import type { DraftBody } from '../../app/draft';
import type { Product } from '../../app/product';
import { compileLaw } from '../../core/journey';
import { knownOf } from '../../app/draft';
import { notFound } from '../errors';
import { labels, list } from '../text';
import { Button, Facts, LinkButton, Notice, page } from '../ui';
import type { Env, Visit } from '../visit';
import { basketName, itemsOf } from '../basket/asked';
import { nameOf } from './about';
import { atDraft, stale, type AtDraft } from './at-draft';
import { formOf } from './form';
import { draftHref, nextHref } from './next';

type Other = { id: string; body: DraftBody };

export const joinRoutes = (product: Product): App<Env> => {
  const app = new Hono<Env>();
  app.get(
    '/apply/:draft/join',
    atDraft(async (x) => {
      const other = await otherOf(x, x.c.req.query('with') ?? '');
      return other ? show(x, other) : notFound(x.c);
    }),
  );
  app.post(
    '/apply/:draft/join',
    atDraft(async (x) => {
      const form = await formOf(x.c);
      const other = await otherOf(x, form.text('with'));
      if (!other) return notFound(x.c);
      if (form.version !== x.draft.version) return stale(x);
      const done = await joinDrafts(product, x.draft, other);
      if (done === null) return notFound(x.c);
      return done === 'stale' ? stale(x) : x.c.redirect(draftHref(done, 'overview', { joined: '1' }), 303);
    }),
  );
  return app;
};

async function otherOf({ v, draft }: AtDraft, id: string): Promise<Other | undefined> {
  return (await myDrafts(v.product, draft.person)).find((d) => d.id === id && d.id !== draft.id && joined(v.law, draft.body, d.body) !== null);
}

function show(x: AtDraft, other: Other) {
  const { c, v, draft } = x;
  const { t, product } = v;
  const both = joined(v.law, draft.body, other.body)!;
  const plan = (body: DraftBody) => compileLaw(v.law, body.basket, body.answers, knownOf(product, { ...draft, body }), v.today).plan;
  const [mine, theirs, together] = [plan(draft.body), plan(other.body), plan(both.body)];
  const open = (p: typeof mine, body: DraftBody) => p.questions.filter((q) => !(q.concept in body.answers)).length;
  const pieces = (p: typeof mine) => p.documents.pieces.length;
  return page(
    c,
    { title: t.together.title, trail: [{ href: '/mine', label: t.ui.mine }] },
    <>
      <h1>{t.together.title}</h1>
      <p class="lead">{t.together.lead(basketName(v, draft.body.basket), basketName(v, other.body.basket))}</p>
      <Facts
        rows={[
          { label: t.together.questions, value: t.together.instead(open(mine, draft.body) + open(theirs, other.body), open(together, both.body)) },
          { label: t.together.documents, value: t.together.instead(pieces(mine) + pieces(theirs), pieces(together)) },
          { label: t.together.kept, value: t.together.keptWhat(Object.keys(both.body.answers).length, both.body.documents.length) },
        ]}
      />
      {both.differ.length > 0 && (
        <Notice tone="warning">
          <p>
            {t.together.differ(
              list(
                t,
                both.differ.map((concept) => nameOf(v, 'journey' in both.body.basket ? both.body.basket.journey : null, concept)),
              ),
            )}
          </p>
        </Notice>
      )}
      <div class="row">
        <form method="post" action={draftHref(draft, 'join')}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <input type="hidden" name="with" value={other.id} />
          <Button kind="primary">{t.together.join}</Button>
        </form>
        <LinkButton href={nextHref(product, draft)}>{t.together.apart}</LinkButton>
      </div>
    </>,
  );
}

/** A line that offers it, on the first page of an application begun beside another. */
export const JoinOffer = ({ v, draft, other }: { v: Pick<Visit, 't'>; draft: { id: string }; other: string | undefined }) =>
  other && /^[\w-]{16}$/.test(other) ? (
    <Notice>
      <p>
        {v.t.together.offer} <a href={draftHref(draft, 'join', { with: other })}>{v.t.together.see}</a>
      </p>
    </Notice>
  ) : null;

export const JoinOffers = ({ v, draft, others }: { v: Visit; draft: { id: string }; others: readonly Other[] }) => (
  <>
    {others.map((other) => (
      <Notice>
        <p>
          {v.t.together.offerOf(
            labels(
              v.t,
              itemsOf(other.body.basket).flatMap((id) => (v.law.journeys.get(id) ?? v.law.services.get(id))?.name ?? []),
            ),
          )}{' '}
          <a href={draftHref(draft, 'join', { with: other.id })}>{v.t.together.see}</a>
        </p>
      </Notice>
    ))}
  </>
);
