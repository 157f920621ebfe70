/** Who filed for whom, as the principal and the desk see it: both people by name, how she agreed, the day it counts from – and, for her, the end of it. */
import type { Mandate, SignedReceipt } from '../../core/case';
import { receiptDays } from '../../app/station/receipt-day';
import { moment } from '../text';
import { Button, Notice, to } from '../ui';
import type { TrackView } from '../../app/track';
import type { Visit } from '../visit';
import { placeOf } from './consent-page';

export const Helped = ({ v, view }: { v: Visit; view: TrackView }) => {
  const { t } = v;
  const { helped } = view;
  if (!helped) return null;
  const on = (instant: string) => moment(t, instant, v.law.city.zone);
  return (
    <section class="helped no-print">
      <Notice tone="plain" title={t.station.helpedBy(helped.helper.name, placeOf(v, helped.station))}>
        <p>
          {t.station.consentAt(t.station.consentKinds[helped.consent], on(helped.at))}
          {view.provisional && ` · ${t.station.provisionalNumber} ${view.provisional}`}
        </p>
        {helped.revokedAt === undefined ? (
          <form method="post" action={to(`/track/${encodeURIComponent(view.number)}/mandate`)}>
            <input type="hidden" name="key" value={`mandate-end:${view.number}`} />
            <Button small>{t.station.revoke}</Button>
          </form>
        ) : (
          <p>{t.station.revoked(on(helped.revokedAt))}</p>
        )}
      </Notice>
    </section>
  );
};

/** At the desk: that somebody else filed, and why the day of receipt is not the day it arrived. `arrivedAt`: when the record took it in. */
export const FiledForHer = ({ v, mandate, receipt, arrivedAt }: { v: Visit; mandate: Mandate | undefined; receipt: SignedReceipt | undefined; arrivedAt: string }) => {
  const { t } = v;
  if (!mandate || !receipt) return null;
  const on = (instant: string) => moment(t, instant, v.law.city.zone);
  const kept = Date.parse(receipt.on) === Math.floor(Date.parse(receipt.signedAt) / 1000) * 1000;
  return (
    <Notice tone="plain" title={t.station.deskFiled(mandate.helper.name, placeOf(v, mandate.station), t.station.deskKinds[mandate.consent])}>
      <p>{kept ? t.station.deskReceipt(on(receipt.on), on(arrivedAt), receiptDays) : t.station.deskTooOld(on(receipt.signedAt), on(arrivedAt), receiptDays)}</p>
    </Notice>
  );
};
