/** A CSV file as offices save it: UTF-8 or GB 18030, with or without a mark at its beginning, commas, semicolons or tabs, quotes doubled inside quotes. */

/** Text of the bytes; null where they are neither. */
export function textOfCsv(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  return null;
}

/** Rows of cells, empty rows left out, each with the line it begins on (counted from 1). */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.split(/\r?\n/, 1)[0] ?? '';
  const comma = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const rows: { line: number; cells: string[] }[] = [];
  let [line, begun, quoted, cell] = [1, 1, false, ''];
  let cells: string[] = [];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((c) => c !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line + 1;
  };
  for (let i = 0; i < plain.length; i++) {
    const c = plain[i]!;
    if (quoted) {
      if (c === '"' && plain[i + 1] === '"') cell += plain[++i];
      else if (c === '"') quoted = false;
      else cell += c;
      if (c === '\n') line++;
    } else if (c === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (c === comma) endCell();
    else if (c === '\n') {
      endRow();
      line++;
      begun = line;
    } else if (c !== '\r') cell += c;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** A cell as it is written; what a spreadsheet would take for a formula stays text. */
export const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A, B, … Z, AA as spreadsheets name their columns. */
export const columnName = (i: number): string => (i < 26 ? String.fromCharCode(65 + i) : columnName(Math.floor(i / 26) - 1) + columnName(i % 26));
