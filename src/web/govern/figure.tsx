/**
 * Charts of the public front, drawn on the server and narrow enough for a phone. Each has a title and a sentence for those who do not see it; the
 * figures stand in the table beside it. What is too small to show is a dashed stump with no height of its own.
 */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { Child } from '../html/jsx-runtime';

const width = 400;

type Drawn = { id: string; title: string; says: string };

const Picture = (p: Drawn & { height: number; children?: Child }) => (
  <svg class="chart" viewBox={`0 0 ${width} ${p.height}`} role="img" aria-labelledby={`${p.id}-t ${p.id}-d`}>
    <title id={`${p.id}-t`}>{p.title}</title>
    <desc id={`${p.id}-d`}>{p.says}</desc>
    {p.children}
  </svg>
);

/** Columns over time. `mark` names a column below the axis; an empty one stands without a name. */
export const Columns = (p: Drawn & { bars: readonly { id: string; n: number | null; mark: string }[] }) => {
  const [height, left, right, foot, top] = [190, 34, width - 16, 24, 10];
  const x = scaleBand(
    p.bars.map((b) => b.id),
    [left, right],
  ).padding(0.2);
  const most = Math.max(1, ...p.bars.map((b) => b.n ?? 0));
  const y = scaleLinear([0, most], [height - foot, top]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  return (
    <Picture {...p} height={height}>
      {ticks.map((tick) => (
        <>
          <line class="grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text class="small" x={left - 6} y={y(tick) + 4} text-anchor="end">
            {`${tick}`}
          </text>
        </>
      ))}
      {p.bars.map((b) => {
        const at = round(x(b.id)!);
        const w = round(x.bandwidth());
        return (
          <>
            {b.n === null && <rect class="hidden-few" x={at} y={height - foot - 6} width={w} height="6" />}
            {b.n !== null && b.n > 0 && <rect class="is" x={at} y={round(y(b.n))} width={w} height={round(height - foot - y(b.n))} />}
            {b.mark && (
              <text class="small" x={at + w / 2} y={height - 6} text-anchor="middle">
                {b.mark}
              </text>
            )}
          </>
        );
      })}
    </Picture>
  );
};

/** Horizontal bars on one scale; `of` is the whole where bars are parts of one. */
export const Lines = (p: Drawn & { bars: readonly { label: string; n: number | null; text: string }[]; of?: number }) => {
  const row = 42;
  const x = scaleLinear([0, p.of ?? Math.max(1, ...p.bars.map((b) => b.n ?? 0))], [0, width - 90]);
  return (
    <Picture {...p} height={p.bars.length * row}>
      {p.bars.map((b, i) => {
        const long = b.n === null ? 14 : b.n === 0 ? 0 : Math.max(2, round(x(b.n)));
        return (
          <g transform={`translate(0 ${i * row})`}>
            <text y="14">{b.label}</text>
            {p.of !== undefined && <rect class="was" x=".5" y="21" width={width - 90} height="13" />}
            <rect class={b.n === null ? 'hidden-few' : 'is'} x=".5" y="21" width={long} height="13" />
            <text class="small" x={p.of === undefined ? long + 7 : width - 83} y="32">
              {b.text}
            </text>
          </g>
        );
      })}
    </Picture>
  );
};

const round = (n: number): number => Math.round(n * 10) / 10;
