/**
 * Gaps, overlaps and rows that are never reached, each with a witness: values of the columns that show it. The columns are swept one
 * after the other as if they were independent (Calvanese et al., Semantics and analysis of DMN decision tables); what that finds is
 * shown only if a diagram of the real conditions says that somebody can be there.
 */
import type { Name } from '../types';
import { witness } from '../diagram';
import type { DomainOf } from '../domain';
import { isLiteral, parts, type Expression } from '../expression';
import { nothingKnown } from '../cells';
import { simplify } from '../simplify';
import { axis, decides, type Span } from './axis';
import type { Row } from './definition';
import { look, type Work } from './look';

/** A table with every rule it names put in. */
export type Grid = { columns: readonly { e: Expression; name: Name; absent: boolean; text: string }[]; rows: readonly Row[]; tests: readonly Expression[] };
export type Cover = { gap: string | null; overlaps: { first: number; second: number; witness: string }[]; unreached: number[] /** False where there was too much to look through. */; whole: boolean };

const counting = (e: Expression): boolean => (e.kind === 'call' && (e.name === 'years' || e.name === 'months' || e.name === 'days')) || e.kind === 'count';

export function cover(grid: Grid, wanted: { gaps: boolean; overlaps: boolean; order: boolean }, today: string, domainOf: DomainOf, work: Work): Cover {
  const axes = grid.columns.map((c, k) =>
    axis(
      c.name,
      grid.rows.flatMap((r) => r.tests[k] ?? []),
      counting(c.e),
      c.absent,
    ),
  );
  // A test tried costs about as much as six steps of the sweep.
  work.left -= 6 * axes.reduce((n, spans) => n + spans.length * grid.rows.length, 0);
  if (work.left < 0) return { gap: null, overlaps: [], unreached: [], whole: false };
  // For each column and cell, the rows that accept it, surely or perhaps.
  const masks = axes.map((spans, k) => {
    const each = spans.map(() => ({ surely: 0n, perhaps: 0n }));
    grid.rows.forEach((r, i) => {
      const bit = 1n << BigInt(i);
      spans.forEach((span, s) => {
        const x = r.tests[k] ? decides(r.tests[k], span) : true;
        if (x === true) each[s]!.surely |= bit;
        if (x !== false) each[s]!.perhaps |= bit;
      });
    });
    return each;
  });
  const possible = (conditions: Expression[]): boolean => {
    const residual = simplify({ kind: 'and', of: conditions, at: 0 }, { ...nothingKnown, today });
    if (isLiteral(residual)) return residual.value === true;
    return witness(look(residual, domainOf, work).root, true) !== null;
  };
  const words = (spans: readonly Span[]) => spans.map((s, k) => `${grid.columns[k]!.text} ${/^[<>(]/.test(s.show) ? s.show.replace(/^\(/, 'in (') : `= ${s.show}`}`).join(', ');
  const real = (spans: readonly Span[]) => possible(spans.map((s, k) => s.within(grid.columns[k]!.e)));
  let whole = true;

  /** A point of the rows' space that none of `among` surely accepts. `allowed` are the rows that must perhaps accept it. */
  const uncovered = (among: bigint, within: bigint | null): Span[] | null => {
    const dead = new Set<string>();
    const go = (k: number, rest: bigint, chosen: Span[]): Span[] | null => {
      if (--work.left < 0) {
        whole = false;
        return null;
      }
      if (k === axes.length) return rest === 0n && real(chosen) ? chosen : null;
      const key = `${k} ${rest}`;
      if (rest !== 0n && dead.has(key)) return null;
      let rejected = false;
      for (const [s, span] of axes[k]!.entries()) {
        const mask = masks[k]![s]!;
        if (within !== null && (mask.perhaps & within) === 0n) continue;
        const next = rest & mask.surely;
        const found = go(k + 1, next, [...chosen, span]);
        if (found) return found;
        if (next === 0n) rejected = true;
      }
      if (!rejected) dead.add(key);
      return null;
    };
    return go(0, among, []);
  };
  const all = (1n << BigInt(grid.rows.length)) - 1n;
  const gap = wanted.gaps ? uncovered(all, null) : null;
  const unreached: number[] = [];
  if (wanted.order)
    for (let i = 1; i < grid.rows.length && whole; i++) {
      const bit = 1n << BigInt(i);
      if (uncovered(bit - 1n, bit) === null && whole) unreached.push(i);
    }
  const overlaps: Cover['overlaps'] = [];
  if (wanted.overlaps)
    search: for (let i = 0; i < grid.rows.length; i++)
      for (let j = i + 1; j < grid.rows.length; j++) {
        if (--work.left < 0 || overlaps.length >= 5) {
          whole &&= work.left >= 0;
          break search;
        }
        const both = (1n << BigInt(i)) | (1n << BigInt(j));
        const shared = axes.map((spans, k) => spans.filter((_, s) => (masks[k]![s]!.perhaps & both) === both));
        if (shared.some((spans) => spans.length === 0)) continue;
        const where = shared.map((spans) => spans[0]!);
        if (possible([grid.tests[i]!, grid.tests[j]!])) overlaps.push({ first: i, second: j, witness: words(where) });
      }
  return { gap: gap && words(gap), overlaps, unreached, whole };
}

/** Whether the expression reads what may be known not to exist. */
export const mayBeAbsent = (e: Expression, domainOf: DomainOf): boolean => (e.kind === 'concept' ? domainOf(e.id).mayBeAbsent === true : parts(e).some((p) => mayBeAbsent(p, domainOf)));
