/** A link just made, to be passed on by hand: to copy, or to scan from this screen. */
import { Notice } from '../ui';
import { QrFigure } from '../ui/qr';
import type { Visit } from '../visit';

export const MadeLink = ({ v: { t }, link, made, how }: { v: Visit; link: string; made: string; how: string }) => (
  <Notice tone="good" title={made} live>
    <p>{how}</p>
    <label class="label" for="link">
      {t.handOn.link}
    </label>
    <input class="input" id="link" type="text" readonly value={link} />
    <QrFigure url={link} says={t.handOn.qr} />
  </Notice>
);
