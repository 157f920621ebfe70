/** A QR code with what it is for. */
import { raw } from 'hono/html';
import { renderSVG } from 'uqr';

export const qr = (text: string, says: string) => (
  <div class="qr-code" role="img" aria-label={says}>
    {raw(renderSVG(text, { border: 2 }))}
  </div>
);
