/**
 * CSV as RFC 4180 has it, read strictly: the place of every cell is kept, because a person must find the mistake in a file of thousands of
 * rows. A library of this size gives the line of a record, not the line and column of a cell, and forgives what must be told; hence our own.
 * Rows end with LF or CRLF; a lone CR, a quotation mark inside an unquoted cell and text after a closing one are findings.
 */
import { finding, type Finding, type Place } from '../catalogue';

export type Cell = { value: string; place: Place };
export type Row = { place: Place; cells: Map<string, Cell> };
export type Sheet = { header: Map<string, Place>; rows: Row[]; findings: Finding[] };

/** More findings than this help nobody. */
const most = 200;

export function readCsv(file: string, text: string): Sheet {
  const findings: Finding[] = [];
  const records = split(file, text, findings);
  const [first, ...rest] = records;
  const header = new Map<string, Place>();
  if (!first || (first.length === 1 && first[0]!.value.trim() === '')) {
    if (findings.length === 0) findings.push(finding('YJ872', { file, line: 1, column: 1 }, '文件是空的；第一行应是列名', 'the file is empty; the first row holds the column names'));
    return { header, rows: [], findings };
  }
  for (const cell of first) {
    const name = cell.value.trim();
    if (header.has(name)) findings.push(finding('YJ873', cell.place, `列“${name}”出现了两次；删去一列`, `column "${name}" stands there twice; remove one`));
    header.set(name, cell.place);
  }
  const names = [...header.keys()];
  const rows: Row[] = [];
  for (const record of rest) {
    if (record.length === 1 && record[0]!.value === '') continue;
    if (record.length !== first.length && findings.length < most) {
      const place = record[Math.min(record.length, first.length) - 1]!.place;
      findings.push(
        finding(
          'YJ872',
          place,
          `这一行有 ${record.length} 格，表头有 ${first.length} 列；补齐或删去多出的格`,
          `this row has ${record.length} cells, the header ${first.length}; fill up or remove the extra ones`,
        ),
      );
      continue;
    }
    rows.push({ place: record[0]!.place, cells: new Map(names.map((name, i) => [name, record[i]!])) });
  }
  return { header, rows, findings: findings.slice(0, most) };
}

function split(file: string, text: string, findings: Finding[]): Cell[][] {
  const records: Cell[][] = [];
  let record: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  const here = (): Place => ({ file, line, column: at - lineStart + 1 });
  const bad = (zh: string, en: string, place = here()): Cell[][] => {
    findings.push(finding('YJ872', place, zh, en));
    return records;
  };
  const newLine = (): void => {
    line++;
    lineStart = at;
  };
  while (at < text.length) {
    const place = here();
    let value = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return bad('引号没有结束；补上另一半', 'the quotation mark is not closed; close it', place);
        const part = text.slice(at, end);
        for (let n = part.indexOf('\n'); n >= 0; n = part.indexOf('\n', n + 1)) {
          line++;
          lineStart = at + n + 1;
        }
        value += part;
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    } else {
      const end = endOfPlain(text, at);
      value = text.slice(at, end);
      at = end;
      if (text[at] === '"') return bad('格子里有引号时，整格要用引号括起来，里面的引号写两次', 'a cell with a quotation mark in it stands in quotation marks, with those inside doubled');
    }
    record.push({ value, place });
    if (text[at] === ',') {
      at++;
      if (at === text.length) record.push({ value: '', place: here() });
      continue;
    }
    if (at < text.length && text[at] !== '\n' && !(text[at] === '\r' && text[at + 1] === '\n'))
      return bad(
        text[at] === '\r' ? '单独的回车；行尾用 LF 或 CRLF' : '引号后面还有字；用逗号隔开',
        text[at] === '\r' ? 'a lone carriage return; end rows with LF or CRLF' : 'text after the closing quotation mark; put a comma between',
      );
    records.push(record);
    record = [];
    at += text[at] === '\r' ? 2 : 1;
    newLine();
  }
  if (record.length > 0) records.push(record);
  return records;
}

function endOfPlain(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 44 || c === 10 || c === 13 || c === 34) return at;
  }
  return text.length;
}

/** Quoted only where needed, CRLF at each end as the RFC says. */
export function writeCsv(columns: readonly string[], rows: readonly { readonly [column: string]: string }[]): string {
  const cell = (value: string) => (/[",\r\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value);
  const record = (values: readonly string[]) => (values.length === 1 && values[0] === '' ? '""' : values.map(cell).join(','));
  return [columns, ...rows.map((r) => columns.map((c) => r[c] ?? ''))].map((values) => `${record(values)}\r\n`).join('');
}
