/**
 * `/apply/ID/registers`: first what would be read, for whom, why and on what basis; she says yes or no. Then each value, taken unless she
 * says otherwise. No answer of a register ever stops her: she is asked instead.
 */
import { Hono } from 'hono';
import { draftSituation, type OpenDraft, type Reading } from '../../app/draft';
import type { Product } from '../../app/product';
import { declineRegisters, offers, readRegisters, retryRegisters, settle, unsettled, type Choice, type Offer } from '../../app/registers/preview';
import { Button, LinkButton, page } from '../ui';
import type { Env } from '../visit';
import { atDraft, stale, type AtDraft } from './at-draft';
import { formOf, type Form } from './form';
import { Above, Foot } from './frame';
import { draftHref, nextHref } from './next';
import { OfferCard } from './offer-card';
import { ReadingCard, takeName } from './reading-card';

export const registerRoutes = (product: Product): Hono<Env> => {
  const app = new Hono<Env>();

  app.get(
    '/apply/:draft/registers',
    atDraft((x) => {
      const { draft, c } = x;
      const review = c.req.query('review') !== undefined;
      if (review && draft.body.readings.length > 0) return preview(x, draft.body.readings, true);
      if (unsettled(draft).length > 0) return preview(x, lastRead(draft), false);
      if (c.req.query('read') !== undefined && draft.body.readings.length > 0) return preview(x, lastRead(draft), false);
      const wanted = offers(product, draft);
      return wanted.length > 0 ? ask(x, wanted) : c.redirect(nextHref(product, draft), 303);
    }),
  );

  app.post(
    '/apply/:draft/registers',
    atDraft(async (x) => {
      const { c, draft } = x;
      const form = await formOf(c);
      if (form.version !== draft.version) return stale(x);
      const done = await carryOut(product, draft, form);
      if (done === null) return c.redirect(draftHref(draft, 'registers'), 303);
      if (done === 'stale') return stale(x);
      return c.redirect(form.text('do') === 'read' || form.text('do') === 'retry' ? draftHref(draft, 'registers', { read: '1' }) : nextHref(product, done), 303);
    }),
  );

  return app;
};

/** Null for a form that asks for nothing we know. */
async function carryOut(product: Product, draft: OpenDraft, form: Form): Promise<OpenDraft | 'stale' | null> {
  switch (form.text('do')) {
    case 'read':
      return readRegisters(product, draft);
    case 'decline':
      return declineRegisters(product, draft);
    case 'retry': {
      const again = await retryRegisters(product, draft);
      return again === 'stale' ? again : readRegisters(product, again);
    }
    case 'take':
      return settle(product, draft, choicesIn(draft, form), form.text('review') !== '');
    case 'take-none':
      return settle(product, draft, {}, form.text('review') !== '');
    default:
      return null;
  }
}

function choicesIn(draft: OpenDraft, form: Form): { [item: string]: Choice } {
  const items = draft.body.readings.flatMap((r) => [
    ...Object.keys(r.values).map((item) => ({ item, may: ['accept', 'refuse', 'wrong'] })),
    ...r.evidence.map((item) => ({ item, may: ['accept', 'refuse'] })),
  ]);
  return Object.fromEntries(items.flatMap(({ item, may }) => (may.includes(form.text(takeName(item))) ? [[item, form.text(takeName(item)) as Choice]] : [])));
}

/** What was read in one go. */
function lastRead(draft: OpenDraft): Reading[] {
  const open = unsettled(draft);
  const at = open[0]?.at ?? draft.body.readings.at(-1)?.at;
  return draft.body.readings.filter((r) => r.at === at);
}

function ask(x: AtDraft, wanted: readonly Offer[]) {
  const { c, v, draft } = x;
  const { t } = v;
  const situation = draftSituation(v.product, draft);
  return page(
    c,
    { title: t.apply.registersTitle, islands: ['once'] },
    <>
      <Above v={v} draft={draft} part={0} back={draftHref(draft, 'overview')} />
      <h1>{t.apply.registersTitle}</h1>
      <p class="lead">{t.apply.registersLead}</p>
      <ul class="cards columns-2">
        {wanted.map((offer) => (
          <OfferCard v={v} draft={draft} situation={situation} offer={offer} />
        ))}
      </ul>
      {wanted.some((o) => o.subject !== 'applicant' && draft.person.gives[o.key] !== o.keyValue) && <p class="note">{t.apply.othersRecord}</p>}
      <form method="post" action={draftHref(draft, 'registers')} data-once={t.apply.read}>
        <input type="hidden" name="version" value={String(draft.version)} />
        <p class="row">
          <Button kind="primary" name="do" value="read">
            {t.apply.read}
          </Button>
          <Button name="do" value="decline">
            {t.apply.readNot}
          </Button>
        </p>
      </form>
      <p class="note muted">{t.apply.readHint}</p>
      <Foot v={v} draft={draft} />
    </>,
  );
}

function preview(x: AtDraft, readings: readonly Reading[], review: boolean) {
  const { c, v, draft } = x;
  const { t } = v;
  const found = readings.filter((r) => r.state === 'found');
  const open = found.some((r) => review || r.settled === null);
  const again = readings.some((r) => r.state === 'unavailable' || r.state === 'later' || (review && r.state === 'declined'));
  return page(
    c,
    { title: t.apply.previewTitle },
    <>
      <Above v={v} draft={draft} part={0} back={draftHref(draft, 'overview')} />
      <h1>{found.length > 0 ? t.apply.previewTitle : t.apply.registersTitle}</h1>
      {found.length > 0 && <p class="lead">{t.apply.previewLead}</p>}
      <form method="post" action={draftHref(draft, 'registers')}>
        <input type="hidden" name="version" value={String(draft.version)} />
        {review && <input type="hidden" name="review" value="1" />}
        {readings.map((r, i) => (
          <ReadingCard v={v} draft={draft} reading={r} i={i} open={review || r.settled === null} />
        ))}
        <p class="row">
          {open ? (
            <>
              <Button kind="primary" name="do" value="take">
                {t.apply.useChosen}
              </Button>
              <Button name="do" value="take-none">
                {t.apply.useNone}
              </Button>
            </>
          ) : (
            <LinkButton kind="primary" href={draftHref(draft)}>
              {t.ui.next}
            </LinkButton>
          )}
          {again && (
            <Button name="do" value="retry">
              {t.apply.retry}
            </Button>
          )}
        </p>
      </form>
      <Foot v={v} draft={draft} />
    </>,
  );
}
