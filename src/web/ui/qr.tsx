/** A QR code as SVG. Drawing one takes as long as the rest of a page, and people come back to the same page: the last five hundred are kept. */
import { raw } from '../html/jsx-runtime';
import { squaresOf } from './qr-squares';

const border = 2;

const kept = new Map<string, string>();

function qrOf(text: string): string {
  const drawn = kept.get(text) ?? drawing(text);
  kept.delete(text);
  kept.set(text, drawn);
  if (kept.size > 500) kept.delete(kept.keys().next().value!);
  return drawn;
}

/** One path, a run of dark squares at a time: half the time and a quarter of the bytes of a path per square. Joined, so that what is kept is one string and not its pieces. */
function drawing(text: string): string {
  const { size, dark } = squaresOf(text);
  const whole = size + 2 * border;
  const path: string[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = x;
      while (x < size && dark[y * size + x] === 1) x++;
      if (x > from) path.push('M', `${from + border}`, ' ', `${y + border}`, 'h', `${x - from}`, 'v1H', `${from + border}`, 'z');
    }
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${whole}v${whole}H0z"/><path fill="black" d="`;
  return [ground, ...path, '"/></svg>'].join('');
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
