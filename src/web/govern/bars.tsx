/**
 * Charts drawn on the server, narrow enough to be read on a phone. Each is one picture for a screen reader, with its text; the figures stand in the
 * table beside it. The earlier value is an outline, the later one is filled, so that colour is not the only sign.
 */
const width = 400;

export type Pair = { label: string; before: number; after: number; beforeText: string; afterText: string };

/** Horizontal bars, two for each label, on one scale. */
export const Bars = ({ label, pairs }: { label: string; pairs: readonly Pair[] }) => {
  const row = 58;
  const most = Math.max(1, ...pairs.flatMap((p) => [p.before, p.after]));
  const long = (n: number) => Math.max(2, Math.round((n / most) * (width - 150)));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${pairs.length * row}`} role="img" aria-label={label}>
      {pairs.map((p, i) => (
        <g transform={`translate(0 ${i * row})`}>
          <text y="14">{p.label}</text>
          <rect class="was" x=".5" y="22" width={long(p.before)} height="11" />
          <rect class="is" x=".5" y="38" width={long(p.after)} height="13" />
          <text x={long(p.before) + 7} y="32" class="small">
            {p.beforeText}
          </text>
          <text x={long(p.after) + 7} y="49" class="small">
            {p.afterText}
          </text>
        </g>
      ))}
    </svg>
  );
};

type Row = { label: string; cells: readonly { before: number; after: number }[] };

/** Small multiples: a row for each matter, a column for each measure, each column on its own scale. */
export const Grid = ({ label, columns, rows }: { label: string; columns: readonly string[]; rows: readonly Row[] }) => {
  const step = width / columns.length;
  const row = 50;
  const most = columns.map((_, k) => Math.max(1, ...rows.flatMap((r) => [r.cells[k]!.before, r.cells[k]!.after])));
  const long = (n: number, k: number) => Math.round((n / most[k]!) * (step - 14));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${rows.length * row + 20}`} role="img" aria-label={label}>
      {columns.map((c, k) => (
        <text x={k * step} y="12" class="small">
          {c}
        </text>
      ))}
      {rows.map((r, i) => (
        <g transform={`translate(0 ${i * row + 20})`}>
          <text y="15">{r.label}</text>
          {r.cells.map((cell, k) => (
            <>
              <rect class="was" x={k * step + 0.5} y="22" width={long(cell.before, k)} height="8" />
              {cell.after > 0 && <rect class="is" x={k * step + 0.5} y="33" width={long(cell.after, k)} height="9" />}
            </>
          ))}
        </g>
      ))}
    </svg>
  );
};

/** One cell for each place of a ranking, the place in question filled. */
export const Places = ({ label, of, place }: { label: string; of: number; place: number }) => {
  const across = 25;
  const cell = width / across;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${Math.ceil(of / across) * cell}`} role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <rect class={i + 1 === place ? 'is' : 'was'} x={(i % across) * cell + 1.5} y={Math.floor(i / across) * cell + 1.5} width={cell - 3} height={cell - 3} />
      ))}
    </svg>
  );
};
