/**
 * `/apply/ID/hand-on`: a relative goes on filling in. The link is shown once, is good for one person and one time, says until when, and is taken back
 * with one press; the page says what the other will see and do, and afterwards who has it.
 */
import { Hono } from 'hono';
import { daysOffered, isInForce, offer, takeBack } from '../../app/entrust';
import { type OpenDraft, saveDraft } from '../../app/draft';
import type { Entrustment } from '../../app/ports/entrust-store';
import type { Product } from '../../app/product';
import { basketName } from '../basket/asked';
import { notFound } from '../errors';
import { count, moment } from '../text';
import { ActionButton, Button, LinkButton, page, RadioField } from '../ui';
import { MadeLink } from './made-link';
import type { Env, Visit } from '../visit';
import { atDraft, stale, type AtDraft } from './at-draft';
import { formOf } from './form';
import { draftHref } from './next';

const rightsOffered = ['submit', 'prepare'] as const;

export const handOnRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get(
    '/apply/:draft/hand-on',
    atDraft(async (x) => (isOwn(x.draft) ? show(x, await handedOn(product, x.draft)) : notFound(x.c))),
  );

  app.post(
    '/apply/:draft/hand-on',
    atDraft(async (x) => {
      const { c, v, draft } = x;
      if (!isOwn(draft)) return notFound(c);
      const form = await formOf(c);
      if (form.text('revoke')) {
        await takeBack(product, draft.acting, 'draft', draft.id, form.text('revoke'));
        return c.redirect(draftHref(draft, 'hand-on'), 303);
      }
      if (form.version !== draft.version) return stale(x);
      const days = daysOffered.find((d) => `${d}` === form.text('days')) ?? daysOffered[1];
      const may = rightsOffered.find((r) => r === form.text('may')) ?? 'submit';
      // What her sign-in gives stays hers, whoever fills in.
      const kept = await saveDraft(product, draft, { ...draft.body, for: { id: draft.person.id, name: draft.person.name, kind: 'person', gives: draft.person.gives } });
      if (kept === 'stale') return stale(x);
      const token = await offer(product, draft.person, { kind: 'draft', about: draft.id, label: basketName(v, draft.body.basket), may, days });
      return show({ ...x, draft: kept }, await handedOn(product, kept), `${new URL(c.req.url).origin}/continue/${token}`);
    }),
  );

  return app;
};

/** Only the person whose application it is hands it on: not a relative who has it, and not for a company. */
const isOwn = (draft: OpenDraft): boolean => draft.actor.capacity === 'self' && draft.person.id === draft.actor.id;

export const handedOn = async (product: Product, draft: OpenDraft): Promise<Entrustment[]> => (await product.store()).entrustmentsAbout('draft', draft.id);

function show({ c, v, draft }: AtDraft, all: readonly Entrustment[], link?: string) {
  const { t } = v;
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  const answers = Object.keys(draft.body.answers).length;
  return page(
    c,
    { title: t.handOn.title, trail: [{ href: draftHref(draft, 'overview'), label: basketName(v, draft.body.basket) }], styles: ['apply', 'track'] },
    <>
      <h1>{t.handOn.title}</h1>
      <p class="lead">{t.handOn.lead}</p>
      {link && <MadeLink v={v} link={link} made={v.t.handOn.made} how={v.t.handOn.madeHow} />}
      <h2>{t.handOn.seesTitle}</h2>
      <ul>
        <li>{t.handOn.sees(count(answers), count(draft.body.documents.length))}</li>
        <li>{t.handOn.seesYou(draft.person.name)}</li>
        <li>{t.handOn.seesNot}</li>
        <li>{t.handOn.named}</li>
      </ul>
      <Given v={v} draft={draft} all={all} />
      {!link && (
        <form method="post" action={draftHref(draft, 'hand-on')}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <RadioField t={t} id="may" name="may" label={t.handOn.may} value="submit" options={rightsOffered.map((r) => ({ value: r, label: t.handOn.mayKinds[r] }))} />
          <RadioField t={t} id="days" name="days" label={t.handOn.days} value="3" options={daysOffered.map((d) => ({ value: `${d}`, label: t.handOn.daysOf(d) }))} />
          <p class="row">
            <Button kind="primary">{t.handOn.make}</Button>
            <LinkButton href={draftHref(draft, 'overview')}>{t.ui.back}</LinkButton>
          </p>
        </form>
      )}
    </>,
  );
}

const Given = ({ v, draft, all }: { v: Visit; draft: OpenDraft; all: readonly Entrustment[] }) => {
  const { t, product } = v;
  if (all.length === 0) return null;
  return (
    <>
      <h2>{t.handOn.given}</h2>
      <ul class="people">
        {all.map((e) => (
          <li>
            <div>
              <b>{e.holderName ?? t.handOn.nobodyYet}</b>
              <p class="muted">
                {t.handOn.mayKinds[e.may as 'submit']} · {stateOf(v, e)}
              </p>
            </div>
            {isInForce(e, product.now()) && (
              <ActionButton small action={draftHref(draft, 'hand-on')} fields={{ revoke: e.id }}>
                {t.handOn.revoke}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

export function stateOf({ t, product, law }: Visit, e: Entrustment): string {
  const at = (instant: string) => moment(t, instant, law.city.zone);
  if (e.revokedAt) return t.handOn.revoked(at(e.revokedAt));
  if (!isInForce(e, product.now())) return t.handOn.over(at(e.until));
  return e.acceptedAt ? t.handOn.taken(at(e.acceptedAt), at(e.until)) : t.handOn.waiting(at(e.until));
}
