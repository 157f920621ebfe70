/** One screen: the queue at the left, what is being worked on at the right. On a narrow screen they are two pages. */
import type { Context } from 'hono';
import type { Child } from '../html/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { queue } from '../../app/desk';
import type { Clerk } from '../../app/ports/identity';
import type { QueueItem, QueuePage } from '../../app/ports/store';
import type { Product } from '../../app/product';
import { say } from '../text';
import { type PageProps, page, to } from '../ui';
import type { Env, Visit } from '../visit';
import { type Filter, filters, queryOf, toQueue } from './filters';
import { type KeyLine, KeysBox } from './keys-box';
import { askedHere, queueHref, stepHref } from './kept';
import { lightFor } from './light-for';
import { serviceLabel } from './names';
import { stateWord } from './status';
import { LightSign } from './time-tag';

/** `list`: the queue, where it was read beside the rest. */
type Shown = PageProps & { number: string; step: string; keys: readonly KeyLine[]; status?: ContentfulStatusCode; list?: QueuePage };

/** A place in the queue that cannot be read is for the queue's own page to refuse. */
export const besideStep = (v: Visit, product: Product, clerk: Clerk): Promise<QueuePage> => queue(product, clerk, toQueue(askedHere(v))).catch((): QueuePage => ({ items: [], next: null }));

/** Answers with a page of a step, the queue beside it. `width: 'reading'` keeps the work's lines short. */
export async function onScreen(c: Context<Env>, product: Product, clerk: Clerk, p: Shown, body: Child): Promise<Response> {
  const v = c.var.visit;
  const list = p.list ?? (await besideStep(v, product, clerk));
  return page(
    c,
    { ...p, trail: [{ href: queueHref(v), label: v.t.desk.title }, ...(p.trail ?? [])], width: 'wide', islands: ['desk-keys', ...(p.islands ?? [])] },
    <div class="one-screen">
      <Pane v={v} list={list} here={p} />
      <div class={`work ${p.width ?? 'wide'}`} id="work">
        {body}
        <KeysBox t={v.t} lines={p.keys} />
      </div>
    </div>,
    p.status,
  );
}

const Pane = ({ v, list, here }: { v: Visit; list: QueuePage; here: { number: string; step: string } }) => {
  const { t } = v;
  const asked = askedHere(v);
  const { after, ...first } = asked;
  return (
    <nav class="pane" aria-label={t.desk.paneLabel}>
      <a class="skip-pane" href="#work">
        {t.desk.paneSkip}
      </a>
      <ul class="chips pane-states">
        {(Object.keys(filters) as Filter[]).map((f) => (
          <li>
            <a href={to(v.here.split('?')[0]!, undefined, queryOf({ ...first, state: f }))} aria-current={f === asked.state ? 'true' : undefined}>
              {t.desk.filters[f]}
            </a>
          </li>
        ))}
      </ul>
      {list.items.length === 0 ? (
        <p class="muted">{t.desk.emptyFiltered}</p>
      ) : (
        <ol class="pane-list">
          {list.items.map((item) => (
            <PaneItem v={v} item={item} here={item.number === here.number && item.step === here.step} />
          ))}
        </ol>
      )}
      <p class="row">
        <a href={queueHref(v)} data-key="u" data-does="press">
          {t.desk.paneWhole}
        </a>
        {list.next && <a href={to('/desk', undefined, queryOf({ ...asked, after: list.next }))}>{t.ui.more}</a>}
      </p>
    </nav>
  );
};

const PaneItem = ({ v, item, here }: { v: Visit; item: QueueItem; here: boolean }) => {
  const { t } = v;
  return (
    <li>
      <a class="queue-link" href={stepHref(v, item.number, item.step)} aria-current={here ? 'page' : undefined}>
        <span class="pane-name">{item.applicantName}</span>
        <span class="from">{say(t, serviceLabel(v.law, item.service))}</span>
        <span class="pane-time">
          <LightSign t={t} light={lightFor(v, item, item.service)} /> {stateWord(t, item.status)}
        </span>
      </a>
    </li>
  );
};
