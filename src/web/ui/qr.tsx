/** A QR code as SVG. Drawing one takes as long as the rest of a page, and people come back to the same page: the last five hundred are kept. */
import { raw } from 'hono/html';
import { renderSVG } from 'uqr';

const kept = new Map<string, string>();

function qrOf(text: string): string {
  const drawn = kept.get(text) ?? renderSVG(text, { border: 2 });
  kept.delete(text);
  kept.set(text, drawn);
  if (kept.size > 500) kept.delete(kept.keys().next().value!);
  return drawn;
}

/** The code with what it is for, in words. */
export const QrFigure = ({ url, says }: { url: string; says: string }) => (
  <figure class="qr">
    <div role="img" aria-label={says}>
      {raw(qrOf(url))}
    </div>
    <figcaption class="note">{says}</figcaption>
  </figure>
);
