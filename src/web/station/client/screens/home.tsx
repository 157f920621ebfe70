/** `#/`: the day at a glance – what is begun, what waits, what differs, what has arrived. `#/f/ID/remove` and `#/form/ID` belong to the list. */
import { Button, LinkButton } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { type Entry, photosOf } from '../entry';
import { matterName, when } from '../names';
import { call, NoConnection } from '../wire';
import { lawFor, now, type Screen, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

const lists = ['conflict', 'refused', 'draft', 'ready', 'filed'] as const;

export const homeScreen: Screen = {
  show: async (w) => {
    const { t } = w;
    const all: Entry[] = [];
    for (const id of await w.shelf.ids()) {
      const e = await w.shelf.entry(id);
      if (e) all.push(e);
    }
    const of = (state: Entry['state']) => all.filter((e) => e.state === state).reverse();
    const ready = of('ready').length;
    const old = Math.floor((now(w) - Date.parse(`${w.rules.made}T00:00:00+08:00`)) / 86_400_000);
    const titles = { draft: t.station.drafts, ready: t.station.waiting, conflict: t.station.conflicts, refused: t.station.refusedList, filed: t.station.filed };
    return {
      title: t.station.hello(w.me.worker.name),
      body: (
        <>
          <h1>{t.station.hello(w.me.worker.name)}</h1>
          <p class="muted">{t.station.rules(w.rules.made)}</p>
          {old > 3 && (
            <Notice tone="warning">
              <p>{t.station.rulesOld(old)}</p>
            </Notice>
          )}
          {w.newer && (
            <Notice tone="info" title={t.station.newVersion}>
              <p>
                <button class="button small" type="button" data-update>
                  {t.station.update}
                </button>
              </p>
            </Notice>
          )}
          {w.ended && (
            <Notice tone="warning" title={t.station.ended} live>
              <p>
                <button class="button small" type="button" data-renew>
                  {t.station.renew}
                </button>
              </p>
            </Notice>
          )}
          {w.said && (
            <Notice tone="warning" live>
              <p>{w.said}</p>
            </Notice>
          )}
          {w.sending && (
            <p role="status" class="sending">
              {t.station.sending(w.sending.done, w.sending.all)}
            </p>
          )}
          <p class="row">
            <LinkButton kind="primary" href="#/new">
              {t.station.begin}
            </LinkButton>
            {ready > 0 && (
              <button class="button secondary" type="button" data-send>
                {t.station.sendNow(ready)}
              </button>
            )}
          </p>
          {lists.map((state) =>
            of(state).length > 0 || state === 'draft' ? (
              <section>
                <h2>
                  {titles[state]} <span class="muted">{of(state).length}</span>
                </h2>
                {of(state).length === 0 ? (
                  <p class="muted">{t.station.none}</p>
                ) : (
                  <ul class="entries">
                    {of(state)
                      .slice(0, 100)
                      .map((e) => (
                        <Line w={w} e={e} />
                      ))}
                  </ul>
                )}
              </section>
            ) : null,
          )}
          <p>
            <a class="go" href="#/manage">
              {t.station.manage}
            </a>
          </p>
        </>
      ),
    };
  },
};

const whereTo = (e: Entry): string => {
  switch (e.state) {
    case 'draft':
      return e.principal.name ? `#/f/${e.id}/review` : `#/f/${e.id}/who`;
    case 'conflict':
      return `#/f/${e.id}/conflict`;
    case 'refused':
      return `#/f/${e.id}/again`;
    case 'ready':
    case 'filed':
      return `#/f/${e.id}/receipt`;
  }
};

const Line = ({ w, e }: { w: World; e: Entry }) => {
  const { t } = w;
  const law = lawFor(w, e);
  return (
    <li>
      <div>
        <a href={whereTo(e)}>
          {e.principal.name || t.station.whoTitle} · {matterName(t, law, e)}
        </a>
        <p class="muted">
          <span class="case-number">{e.number ?? e.provisional}</span> · {when(t, law, e.signedAt ?? e.startedAt)}
        </p>
        {e.refusedFor && <p>{t.station.refusals[e.refusedFor]}</p>}
        {e.late && <p class="muted">{t.station.lateReceipt}</p>}
      </div>
      {e.state !== 'filed' && (
        <a class="button plain small" href={`#/f/${e.id}/remove`} aria-label={`${t.station.remove}: ${e.principal.name}`}>
          {t.station.remove}
        </a>
      )}
    </li>
  );
};

/** What was refused is opened again: consent anew where that was missing, else from the answers. */
export const againScreen: EntryScreen = {
  show: async ({ w, e }) => {
    if (e.state !== 'refused') return '#/';
    if (e.refusedFor === 'files') {
      await w.shelf.put({ ...e, state: 'ready', refusedFor: null });
      return '#/';
    }
    const anew = e.refusedFor === 'consent';
    await w.shelf.put({ ...e, state: 'draft', refusedFor: null, ...(anew && { consent: null, asked: null }) });
    return anew ? `#/f/${e.id}/sign` : `#/f/${e.id}/review`;
  },
};

export const removeScreen: EntryScreen = {
  show: async ({ w, e }) => ({
    title: w.t.station.remove,
    body: (
      <>
        <Above w={w} e={e} />
        <h1>{w.t.station.removeSure}</h1>
        <form data-post>
          <p class="row">
            <Button kind="danger" name="do" value="remove">
              {w.t.station.remove}
            </Button>
            <LinkButton href="#/">{w.t.station.keep}</LinkButton>
          </p>
        </form>
      </>
    ),
  }),
  post: async ({ w, e }) => {
    await w.shelf.remove(
      e.id,
      photosOf(e).map((p) => p.id),
    );
    return '#/';
  },
};

/** A printed form comes back to a counter: its entry is opened and goes on at the signature. */
export const reopenScreen: Screen = {
  show: async (w, at) => {
    try {
      const { status, body } = await call(`forms/${encodeURIComponent(at[0] ?? '')}`, { token: w.me.token });
      if (status === 200) {
        const { entry } = body as { entry: Entry };
        const here = await w.shelf.entry(entry.id);
        if (!here) await w.shelf.put({ ...entry, state: 'draft', form: at[0] ?? null });
        return `#/f/${entry.id}/sign`;
      }
    } catch (x) {
      if (!(x instanceof NoConnection)) throw x;
    }
    return {
      title: w.t.station.formTitle,
      body: (
        <>
          <h1>{w.t.station.formTitle}</h1>
          <p class="lead">{w.t.station.reopenLost}</p>
          <p>
            <LinkButton href="#/">{w.t.station.backToList}</LinkButton>
          </p>
        </>
      ),
    };
  },
};
