/** `/apply/ID` goes on with what is next; `/apply/ID/overview` says where it stands: parts, link to come back, numbers, services. */
import { Hono } from 'hono';
import { instantOf } from '../../app/clocks';
import { piecesOf } from '../../app/documents';
import { compiledDraft } from '../../app/draft';
import type { Product } from '../../app/product';
import { offers, unsettled } from '../../app/registers/preview';
import { LinkButton, page, TaskList, type Task } from '../ui';
import type { Env } from '../visit';
import { dateOf, journeyOf } from './about';
import { atDraft, type AtDraft } from './at-draft';
import { FiguresLine } from './figures';
import { draftHref, nextHref, questionHref } from './next';
import { ServicesPart } from './services';
import { basketName } from '../basket/asked';

export const overviewRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();
  app.get(
    '/apply/:draft',
    atDraft((x) => x.c.redirect(nextHref(product, x.draft), 303)),
  );
  app.get('/apply/:draft/overview', atDraft(show));
  return app;
};

function show({ c, v, draft }: AtDraft) {
  const { t, product } = v;
  const compiled = compiledDraft(product, draft);
  const { plan } = compiled;
  const name = basketName(v, draft.body.basket);
  return page(
    c,
    { title: `${t.apply.overviewTitle}${t.lang === 'zh' ? '：' : ': '}${name}`, trail: [{ href: '/mine', label: t.ui.mine }] },
    <>
      <h1>{name}</h1>
      <p class="lead">{t.apply.overviewLead}</p>
      <FiguresLine v={v} numbers={plan.numbers} />
      <TaskList
        t={t}
        tasks={tasksOf(
          { c, v, draft },
          plan.questions.map((q) => q.concept),
        )}
      />
      <p class="row">
        <LinkButton kind="primary" icon="next" href={nextHref(product, draft)}>
          {t.apply.goOn}
        </LinkButton>
      </p>
      <p class="muted">
        {t.apply.link}
        {t.lang === 'zh' ? '：' : ': '}
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
