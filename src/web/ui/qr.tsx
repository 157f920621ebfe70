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
  const pieces = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${whole}v${whole}H0z"/><path fill="black" d="`];
  for (let y = 0, i = 0; y < size; y++) {
    const row = `${y + border}`;
    for (let x = 0; x < size; x++, i++) {
      if (dark[i] === 0) continue;
      const from = x;
      while (x + 1 < size && dark[i + 1] === 1) [x, i] = [x + 1, i + 1];
      pieces.push(starts(from), row, run(from, x + 1 - from));
    }
  }
  pieces.push('"/></svg>');
  return pieces.join('');
}

/** The same few pieces of a path again and again. */
const written = new Map<number, string>();
function piece(key: number, write: () => string): string {
  let text = written.get(key);
  if (text === undefined) written.set(key, (text = write()));
  return text;
}
const starts = (x: number) => piece(x, () => `M${x + border} `);
const run = (x: number, length: number) => piece(length * 1000 + x, () => `h${length}v1H${x + border}z`);

/** The code with what it is for, in words. */
export const QrFigure = ({ url, says }: { url: string; says: string }) => (
  <figure class="qr">
    <div role="img" aria-label={says}>
      {raw(qrOf(url))}
    </div>
    <figcaption class="note">{says}</figcaption>
  </figure>
);
