/**
 * Charts drawn on the server. Each is one picture for a screen reader, with its text; the figures stand in the table beside it. Shapes and words carry
 * the meaning: the earlier value is an outline, the later one is filled.
 */
export type Pair = { label: string; before: number; after: number; beforeText: string; afterText: string };

const width = 640;
const row = 44;
const left = 148;
const room = width - left - 130;

/** Horizontal bars, two a row, on one scale. */
export const Bars = ({ label, pairs }: { label: string; pairs: readonly Pair[] }) => {
  const most = Math.max(1, ...pairs.flatMap((p) => [p.before, p.after]));
  const long = (n: number) => Math.max(2, Math.round((n / most) * room));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${pairs.length * row}`} role="img" aria-label={label}>
      {pairs.map((p, i) => (
        <g transform={`translate(0 ${i * row})`}>
          <text x="0" y="25">
            {p.label}
          </text>
          <rect class="was" x={left} y="5" width={long(p.before)} height="12" />
          <rect class="is" x={left} y="21" width={long(p.after)} height="14" />
          <text x={left + long(p.before) + 6} y="16" class="small">
            {p.beforeText}
          </text>
          <text x={left + long(p.after) + 6} y="33" class="small">
            {p.afterText}
          </text>
        </g>
      ))}
    </svg>
  );
};

/** Small multiples: a row for each matter, a column for each reduction, each column on its own scale. */
export const Grid = ({ label, columns, rows }: { label: string; columns: readonly string[]; rows: readonly { label: string; cells: readonly { before: number; after: number }[] }[] }) => {
  const step = (width - left) / columns.length;
  const most = columns.map((_, k) => Math.max(1, ...rows.flatMap((r) => [r.cells[k]!.before, r.cells[k]!.after])));
  const long = (n: number, k: number) => Math.round((n / most[k]!) * (step - 16));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${rows.length * 30 + 24}`} role="img" aria-label={label}>
      {columns.map((c, k) => (
        <text x={left + k * step} y="14" class="small">
          {c}
        </text>
      ))}
      {rows.map((r, i) => (
        <g transform={`translate(0 ${i * 30 + 24})`}>
          <text x="0" y="17" class="small">
            {r.label}
          </text>
          {r.cells.map((cell, k) => (
            <>
              <rect class="was" x={left + k * step} y="3" width={long(cell.before, k)} height="8" />
              <rect class="is" x={left + k * step} y="13" width={long(cell.after, k)} height="9" />
            </>
          ))}
        </g>
      ))}
    </svg>
  );
};

/** One cell for each place of a ranking, the place in question filled. */
export const Places = ({ label, of, place }: { label: string; of: number; place: number }) => {
  const across = 50;
  const cell = width / across;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${Math.ceil(of / across) * cell}`} role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <rect class={i + 1 === place ? 'is' : 'was'} x={(i % across) * cell + 1.5} y={Math.floor(i / across) * cell + 1.5} width={cell - 3} height={cell - 3} />
      ))}
    </svg>
  );
};
