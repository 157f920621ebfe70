/** `#/f/ID/sign`: the principal agrees – on paper, by a code, or by her own sign-in – and the filing gets its time. */
import { qr } from '../qr';
import { Button, LinkButton } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import type { Asked } from '../../../../app/station/consent';
import { say } from '../../../text';
import type { Entry } from '../entry';
import { matterOf } from '../names';
import { shelved } from '../photo';
import { compiled, nextPage } from '../rules';
import { call, NoConnection } from '../wire';
import { dayFor, instant, lawFor, type Shown, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

type Error = { field: string; message: string };

function page(w: World, e: Entry, error: Error | null = null): Shown {
  const { t } = w;
  return {
    title: t.station.signTitle,
    wrong: error !== null,
    body: (
      <>
        <Above w={w} e={e} back={`#/f/${e.id}/review`} />
        <ErrorSummary t={t} errors={error ? [error] : []} />
        <h1>{t.station.signTitle}</h1>
        <p class="lead">{t.station.signLead(e.principal.name, w.me.worker.name)}</p>
        {e.consent ? (
          <Notice tone="good" live>
            <p>{t.station.given}</p>
          </Notice>
        ) : (
          <>
            <ByPaper w={w} e={e} error={error} />
            <ByCode w={w} e={e} error={error} />
            <ByLogin w={w} e={e} error={error} />
          </>
        )}
        <form data-post>
          <p class="row">
            <Button kind="primary" name="do" value="finish">
              {t.station.finish}
            </Button>
            {e.consent && (
              <Button name="do" value="anew">
                {t.station.again}
              </Button>
            )}
          </p>
        </form>
      </>
    ),
  };
}

type Part = { w: World; e: Entry; error: Error | null };

const ByPaper = ({ w: { t }, e, error }: Part) => (
  <section class="way">
    <h2>{t.station.byPaper}</h2>
    <p>{t.station.byPaperLead}</p>
    <form data-post novalidate>
      <p class="row">
        <LinkButton href={`#/f/${e.id}/form`}>{t.station.printForm}</LinkButton>
      </p>
      <div class={error?.field === 'signed' ? 'field wrong' : 'field'}>
        <label class="label" for="signed">
          {t.station.signedPhoto}
        </label>
        <input class="input file" type="file" id="signed" name="signed" accept="image/*,application/pdf" capture="environment" />
      </div>
      <Button name="do" value="paper">
        {t.station.savePhoto}
      </Button>
    </form>
  </section>
);

const ByCode = ({ w, e, error }: Part) => {
  const { t } = w;
  if (!e.principal.phone) return null;
  const asked = e.asked?.kind === 'sms' ? e.asked : null;
  return (
    <section class="way">
      <h2>{t.station.byCode}</h2>
      <p>{t.station.byCodeLead(e.principal.phone)}</p>
      {!w.online && <p class="muted">{t.station.onlyOnline}</p>}
      {asked && (
        <Notice tone="info" live>
          <p>{t.station.codeSent}</p>
          {asked.shown && (
            <p>
              {t.station.codeShown} {say(t, asked.shown)}
            </p>
          )}
        </Notice>
      )}
      <form data-post novalidate>
        {asked && (
          <TextField t={t} id="code" name="code" label={t.station.code} input="numeric" width="short" maxlength={12} autocomplete="off" error={error?.field === 'code' ? error.message : undefined} />
        )}
        <p class="row">
          {asked && (
            <Button kind="primary" name="do" value="code">
              {t.station.checkCode}
            </Button>
          )}
          <Button name="do" value="send-code">
            {t.station.sendCode}
          </Button>
        </p>
      </form>
    </section>
  );
};

const ByLogin = ({ w, e }: Part) => {
  const { t } = w;
  const asked = e.asked?.kind === 'login' ? e.asked : null;
  const url = asked && `${location.origin}/station/consent/${asked.id}`;
  return (
    <section class="way">
      <h2>{t.station.byLogin}</h2>
      <p>{t.station.byLoginLead}</p>
      {!w.online && <p class="muted">{t.station.onlyOnline}</p>}
      {url && (
        <figure class="qr">
          {qr(url, t.station.byLogin)}
          <figcaption class="note">{url}</figcaption>
        </figure>
      )}
      <form data-post>
        <p class="row">
          {asked && (
            <Button kind="primary" name="do" value="login-given">
              {t.station.checkLogin}
            </Button>
          )}
          <Button name="do" value="ask-login">
            {t.station.showLink}
          </Button>
        </p>
      </form>
    </section>
  );
};

export const signScreen: EntryScreen = {
  show: async ({ w, e }) => page(w, e),
  post: async ({ w, e }, form, pressed) => {
    const { t } = w;
    const here = `#/f/${e.id}/sign`;
    try {
      switch (pressed.value) {
        case 'paper': {
          const file = form.file('signed');
          const photo = file && file.size > 0 ? await shelved(w.shelf, file) : null;
          if (!photo) return page(w, e, { field: 'signed', message: file && file.size > 0 ? t.station.photoBad : t.station.photoNeeded });
          return await given(w, { ...e, consent: { kind: 'paper', photo, at: instant(w) } });
        }
        case 'send-code': {
          const asked = (await call('consents/sms', { method: 'POST', token: w.me.token, json: { matter: matterOf(e), phone: e.principal.phone } })).body as Asked;
          await w.shelf.put({ ...e, asked: { kind: 'sms', id: asked.id, ...(asked.shown && { shown: asked.shown }) } });
          return here;
        }
        case 'code': {
          const { state } = (await call(`consents/${e.asked?.id}/code`, { method: 'POST', token: w.me.token, json: { code: form.text('code') } })).body as { state: 'given' | 'wrong' | 'over' };
          if (state === 'given') return await given(w, { ...e, consent: { kind: 'sms', id: e.asked!.id } });
          return page(w, e, { field: 'code', message: state === 'wrong' ? t.station.codeWrong : t.station.codeOver });
        }
        case 'ask-login': {
          const asked = (await call('consents/login', { method: 'POST', token: w.me.token, json: { matter: matterOf(e) } })).body as Asked;
          await w.shelf.put({ ...e, asked: { kind: 'login', id: asked.id } });
          return here;
        }
        case 'login-given': {
          const answer = (await call(`consents/${e.asked?.id}`, { token: w.me.token })).body as { given: boolean; name: string | null };
          if (!answer.given) return page(w, e, { field: 'main', message: t.station.loginNotYet });
          return await given(w, { ...e, principal: { ...e.principal, name: answer.name ?? e.principal.name }, consent: { kind: 'login', id: e.asked!.id } });
        }
        case 'anew':
          await w.shelf.put({ ...e, consent: null, asked: null });
          if (e.consent?.kind === 'paper') await w.shelf.removePhoto(e.consent.photo.id);
          return here;
        default:
          return e.consent ? finished(w, e) : page(w, e, { field: 'main', message: t.station.signMissing });
      }
    } catch (x) {
      if (x instanceof NoConnection) return page({ ...w, online: false }, e, { field: 'main', message: t.station.onlyOnline });
      throw x;
    }
  },
};

async function given(w: World, e: Entry): Promise<string> {
  await w.shelf.put({ ...e, asked: null });
  return `#/f/${e.id}/sign`;
}

/** The time of the signature, once; and what the rules made of it here, for comparison. */
async function finished(w: World, e: Entry): Promise<string> {
  const signed: Entry = { ...e, signedAt: e.signedAt ?? instant(w) };
  const law = lawFor(w, signed);
  if (nextPage(law, signed, dayFor(w, signed))) return `#/f/${e.id}/q`;
  const { plan } = compiled(law, signed, dayFor(w, signed));
  const have = new Set(signed.documents.map((d) => `${d.evidence}@${d.subject}`));
  if (plan.documents.pieces.some((p) => !have.has(`${p.evidence}@${p.subject}`))) return `#/f/${e.id}/documents`;
  const wanted = new Set([...plan.documents.pieces, ...plan.documents.optional].map((p) => `${p.evidence}@${p.subject}`));
  const states = Object.fromEntries(plan.services.map((s) => [s.id, s.state]));
  await w.shelf.put({
    ...signed,
    state: 'ready',
    catalogue: w.rules.catalogue,
    states,
    documents: signed.documents.filter((d) => wanted.has(`${d.evidence}@${d.subject}`)),
    conflicts: [],
    refusedFor: null,
  });
  return `#/f/${e.id}/receipt`;
}
