/** The number to keep: large, to be read out – one sign after the other, a breath between the groups –, printed, or scanned. */
import { QrFigure } from '../ui/qr';
import type { TrackView } from '../../app/track';
import type { Visit } from '../visit';

export const Receipt = ({ v, view, url, small }: { v: Visit; view: TrackView; url: string; small?: boolean }) => {
  const { t } = v;
  const [title, body] = view.gentle ? [t.track.receivedTitle, t.track.receivedBody] : [t.track.submittedTitle, t.track.submittedBody];
  return (
    <section class={small ? 'receipt small' : 'receipt'} aria-labelledby="receipt-title">
      <div>
        {small ? <h2 id="receipt-title">{t.track.number}</h2> : <h1 id="receipt-title">{title}</h1>}
        <p class="case-number big">{view.number}</p>
        <p>{small ? t.track.by(view.applicant) : body}</p>
        <p>
          <span class="muted">
            {t.shop.readAloud}
            {t.joins.colon}
          </span>
          <span class="spoken">
            {view.number.split('-').map((group, i) => (
              <>
                {i > 0 && t.joins.comma}
                <span class="group">{[...group].join(' ')}</span>
              </>
            ))}
          </span>
        </p>
        <p class="note muted no-print">
          {t.shop.photo} {t.track.print}
        </p>
      </div>
      <QrFigure url={url} says={t.track.qr} />
    </section>
  );
};
