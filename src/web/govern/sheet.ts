/** A table as it is shown and as it is downloaded: one description, so that page, CSV and JSON never differ. */
import type { Context } from 'hono';

export type Cell = string | number | null;
/** Shares are of one; null is left out for being too small. */
export type Sheet = { columns: readonly { id: string; label: string; share?: true }[]; rows: readonly { id: string; name: string; cells: readonly (number | null)[] }[] };

/** RFC 4180. Names come from the catalogue and do not begin like a formula. */
const cell = (x: Cell): string => (x === null ? '' : /[",\r\n]/.test(`${x}`) ? `"${`${x}`.replaceAll('"', '""')}"` : `${x}`);

export const sheetAsCsv = (sheet: Sheet): string => {
  const table: Cell[][] = [['id', 'name', ...sheet.columns.map((col) => col.id)], ...sheet.rows.map((r) => [r.id, r.name, ...r.cells])];
  return `\uFEFF${table.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};

export const sheetRows = (sheet: Sheet): { [column: string]: Cell }[] =>
  sheet.rows.map((r) => ({ id: r.id, name: r.name, ...Object.fromEntries(sheet.columns.map((col, i) => [col.id, r.cells[i] ?? null])) }));

export const csvAnswer = (c: Context, name: string, sheet: Sheet): Response =>
  c.body(sheetAsCsv(sheet), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="yijian-${name}.csv"` });
