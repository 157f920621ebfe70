/** `#/f/ID/receipt`: the slip she takes home. `#/f/ID/form`: the one merged form on an A4 sheet, prefilled, to be signed. */
import { shown } from '../../../../app/case-view';
import { isDeclined } from '../../../../core/case/declined';
import { nameOf, subjectName, subjectOf } from '../../../apply/words';
import { evidenceName, say, stepName } from '../../../text';
import { LinkButton } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Facts } from '../../../ui/summary-list';
import type { Entry } from '../entry';
import { journeyOf, matterName, stationName, when } from '../names';
import { qr } from '../qr';
import { compiled } from '../rules';
import { call, NoConnection } from '../wire';
import { dayFor, isCounter, lawFor, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

const Print = ({ w }: { w: World }) => (
  <button class="button primary" type="button" data-print>
    {w.t.station.print}
  </button>
);

export const receiptScreen: EntryScreen = {
  show: async ({ w, e }) => {
    if (!e.signedAt) return `#/f/${e.id}/sign`;
    const { t } = w;
    const law = lawFor(w, e);
    const place = stationName(t, law, w.me.worker.station);
    const url = `${location.origin}/track?number=${e.number ?? e.provisional}`;
    return {
      title: t.station.receiptTitle,
      body: (
        <>
          <div class="no-print">
            <Above w={w} e={e} />
            {e.state === 'ready' && (
              <Notice tone="good" live>
                <p>{t.station.queued}</p>
              </Notice>
            )}
          </div>
          <article class="slip">
            <h1>{t.station.receiptTitle}</h1>
            <p>
              {e.number ? t.station.filedAs('') : t.station.provisional} <strong class="case-number big">{e.number ?? e.provisional}</strong>
            </p>
            <p>{t.station.receivedFrom(e.principal.name)}</p>
            <p>{matterName(t, law, e)}</p>
            <p>{t.station.receiptDay(when(t, law, e.signedAt))}</p>
            <p>{t.station.helperIs(w.me.worker.name, place)}</p>
            {qr(url, t.station.qrSays)}
            {!e.number && <p class="note">{t.station.receiptNext}</p>}
            {!e.number && <p class="note">{t.station.receiptPlan}</p>}
            <p class="note">{t.station.receiptPromise}</p>
          </article>
          <p class="row no-print">
            <Print w={w} />
            <LinkButton href="#/">{t.station.done}</LinkButton>
          </p>
        </>
      ),
    };
  },
};

export const formScreen: EntryScreen = {
  show: async ({ w, e: before }) => {
    const e = await withForm(w, before);
    const { t } = w;
    const law = lawFor(w, e);
    const { plan, situation } = compiled(law, e, dayFor(w, e));
    const journey = journeyOf(e);
    const s = { t, law };
    const asked = plan.questions.map((q) => q.concept).filter((c) => c in e.answers);
    const value = (concept: string) => {
      const x = e.answers[concept]!;
      if (isDeclined(x)) return t.apply.declined;
      return concept.startsWith('choice.') && typeof x === 'string' ? stepName(t, law, journey, x) : say(t, shown(law, situation.prepared, concept, x));
    };
    const services = plan.services.filter((x) => x.state === 'in' || x.state === 'later');
    const authorities = [...new Set(situation.active.map((x) => say(t, law.authorities.get(x.service.authority)!.name)))];
    const url = isCounter(w) && e.form ? `${location.origin}/station/form/${e.form}` : `${location.origin}/track?number=${e.provisional}`;
    const helper = `${w.me.worker.name}（${stationName(t, law, w.me.worker.station)}）`;
    return {
      title: t.station.formTitle,
      body: (
        <>
          <div class="no-print">
            <Above w={w} e={e} back={`#/f/${e.id}/sign`} />
          </div>
          <article class="sheet">
            <header class="sheet-head">
              <div>
                <h1>
                  {t.station.formTitle} · {matterName(t, law, e)}
                </h1>
                <p class="case-number">
                  {t.station.provisional} {e.provisional}
                </p>
              </div>
              <figure class="qr">
                {qr(url, isCounter(w) ? t.station.formReopen : t.station.qrSays)}
                <figcaption class="note">{isCounter(w) ? t.station.formReopen : t.station.qrSays}</figcaption>
              </figure>
            </header>
            <h2>{t.station.formServices}</h2>
            <p>{services.map((x) => stepName(t, law, journey, x.id)).join(t.joins.list)}</p>
            <p class="note">
              {t.station.formFor}
              {t.joins.colon}
              {authorities.join(t.joins.list)}
            </p>
            <h2>{t.station.answers}</h2>
            <Facts
              rows={[
                { label: t.station.whoName, value: e.principal.name },
                ...(e.principal.idNumber ? [{ label: t.station.whoNumber, value: e.principal.idNumber }] : []),
                ...(e.principal.phone ? [{ label: t.station.whoPhone, value: e.principal.phone }] : []),
                ...asked.map((concept) => ({
                  label: subjectOf(concept) === 'applicant' ? `${subjectName(s, 'applicant')} · ${nameOf(s, journey, concept)}` : nameOf(s, journey, concept),
                  value: value(concept),
                })),
              ]}
            />
            <h2>{t.station.formDocuments}</h2>
            <p>{e.documents.map((d) => `${evidenceName(t, law, d.evidence, d.subject)}×${d.copies}`).join(t.joins.list)}</p>
            <p>{t.station.formLead(helper)}</p>
            <div class="signatures">
              {[t.station.formSign, t.station.formHelper, t.station.formDate].map((label) => (
                <p>{label}</p>
              ))}
            </div>
          </article>
          <p class="row no-print">
            <Print w={w} />
            <LinkButton href={`#/f/${e.id}/sign`}>{t.station.next}</LinkButton>
          </p>
        </>
      ),
    };
  },
};

/** At a counter the form is kept, so that its QR opens it again at any counter of the hall. */
async function withForm(w: World, e: Entry): Promise<Entry> {
  if (!isCounter(w) || e.state !== 'draft') return e;
  try {
    const withoutPhotos = { ...e, documents: e.documents.filter((d) => d.form === 'paper'), consent: null, asked: null };
    const { id } = (await call('forms', { method: 'POST', token: w.me.token, json: { entry: withoutPhotos } })).body as { id: string };
    const kept = { ...e, form: id };
    await w.shelf.put(kept);
    return kept;
  } catch (x) {
    if (x instanceof NoConnection) return e;
    throw x;
  }
}
