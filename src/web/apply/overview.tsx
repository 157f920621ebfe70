/** `/apply/ID` goes on with what is next; `/apply/ID/overview` says where it stands: parts, link to come back, numbers, services. */
import { Hono } from 'hono';
import { instantOf } from '../../app/clocks';
import { piecesOf } from '../../app/documents';
import { compiledDraft } from '../../app/draft';
import { includes, isInForce } from '../../app/entrust';
import { alsoToday } from '../../app/join-drafts';
import type { Product } from '../../app/product';
import { offers, unsettled } from '../../app/registers/preview';
import { LinkButton, Notice, page, TaskList, type Task } from '../ui';
import type { Env } from '../visit';
import { dateOf, journeyOf } from './about';
import { atDraft, type AtDraft } from './at-draft';
import { FiguresLine } from './figures';
import { Applicant } from './frame';
import { handedOn, stateOf } from './hand-on';
import { JoinOffers } from './join';
import { draftHref, nextHref, questionHref } from './next';
import { ServicesPart } from './services';
import { basketName } from '../basket/asked';

export const overviewRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get(
    '/apply/:draft',
    atDraft((x) => {
      const [next, join] = [nextHref(product, x.draft), x.c.req.query('join')];
      return x.c.redirect(join && /^[\w-]{16}$/.test(join) ? `${next}${next.includes('?') ? '&' : '?'}join=${join}` : next, 303);
    }),
  );
  app.get('/apply/:draft/overview', atDraft(show));
  return app;
};

async function show({ c, v, draft }: AtDraft) {
  const { t, product } = v;
  const compiled = compiledDraft(product, draft);
  const { plan } = compiled;
  const name = basketName(v, draft.body.basket);
  const own = draft.actor.capacity === 'self';
  const [others, given] = own ? await Promise.all([alsoToday(product, draft.person, draft), handedOn(product, draft)]) : [[], []];
  const open = given.filter((e) => isInForce(e, product.now()));
  const fills = includes(draft.may, 'prepare');
  return page(
    c,
    { title: `${t.apply.overviewTitle}${t.joins.colon}${name}`, trail: [{ href: '/mine', label: t.ui.mine }] },
    <>
      <h1>{name}</h1>
      <p class="lead">{t.apply.overviewLead}</p>
      <Applicant v={v} draft={draft} />
      {!fills && <p>{t.handOn.onlyView}</p>}
      {c.req.query('joined') !== undefined && (
        <Notice tone="good" live>
          <p>{t.together.joined}</p>
        </Notice>
      )}
      <JoinOffers v={v} draft={draft} others={others} />
      <FiguresLine v={v} numbers={plan.numbers} />
      <TaskList
        t={t}
        tasks={tasksOf(
          { c, v, draft },
          plan.questions.map((q) => q.concept),
        ).map((task) => (fills ? task : { ...task, href: undefined }))}
      />
      {fills && (
        <p class="row">
          <LinkButton kind="primary" icon="next" href={nextHref(product, draft)}>
            {t.apply.goOn}
          </LinkButton>
          {own && <LinkButton href={draftHref(draft, 'hand-on')}>{t.handOn.title}</LinkButton>}
        </p>
      )}
      {open.length > 0 && (
        <ul class="plain">
          {open.map((e) => (
            <li>
              <a href={draftHref(draft, 'hand-on')}>{e.holderName ?? t.handOn.nobodyYet}</a> <span class="muted">{stateOf(v, e)}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="muted">
        {t.apply.link}
        {t.joins.colon}
        <a href={draftHref(draft)}>{`${new URL(c.req.url).host}${draftHref(draft)}`}</a>
        <br />
        {t.track.draftAt(dateOf(v, draft.body.startedAt))}
      </p>
      <ServicesPart v={v} journey={journeyOf(draft)} compiled={compiled} from={instantOf(product)} />
    </>,
  );
}

function tasksOf({ v, draft }: AtDraft, path: readonly string[]): Task[] {
  const { t, product } = v;
  const open = path.filter((q) => !(q in draft.body.answers));
  const { missing } = piecesOf(product, draft);
  const toRead = unsettled(draft).length > 0 || offers(product, draft).length > 0;
  const read = draft.body.readings.length > 0;
  const asked = open.length === 0 && !toRead;
  const ready = asked && missing.length === 0;
  return [
    ...(toRead || read ? [{ title: t.apply.tasks.registers, state: toRead ? ('todo' as const) : ('done' as const), href: draftHref(draft, 'registers', toRead ? {} : { review: '1' }) }] : []),
    {
      title: t.apply.tasks.questions,
      state: open.length === 0 ? 'done' : 'todo',
      href: open.length > 0 ? nextHref(product, draft) : path.length > 0 ? questionHref(draft, path[0]!) : undefined,
      ...(open.length > 0 && { note: t.apply.taskLeft(open.length) }),
    },
    {
      title: t.apply.tasks.documents,
      state: missing.length === 0 && asked ? 'done' : open.length > 0 ? 'later' : 'todo',
      href: draftHref(draft, 'documents'),
      ...(asked && missing.length > 0 && { note: t.apply.taskPieces(missing.length) }),
    },
    { title: t.apply.tasks.check, state: ready ? 'todo' : 'later', href: draftHref(draft, 'check') },
  ];
}
