/** A QR code with what it is for. */
import { raw } from '../../html/jsx-runtime';
import { renderSVG } from 'uqr';

export const qr = (text: string, says: string) => (
  <div class="qr-code" role="img" aria-label={says}>
    {raw(renderSVG(text, { border: 2 }))}
  </div>
);
