/** One table against its declaration: columns, empty cells, widths, whole numbers, labels. What comes out is text, with codes as labels. */
import { finding, type Finding, type Place } from '../catalogue';
import { nearest } from '../rules';
import type { Cell, Sheet } from './csv';
import { type Dictionary, isList, labelsOf, readLabel } from './labels';
import { type Column, columnsOf, ignored, type TableName } from './tables';

/** A row with every column of the table, empty ones as ''. `at` gives the place of a cell. */
export type Checked = { get(column: string): string; at(column: string): Place };

const atCell = (row: { zh: string; en: string }, place: Place, code: string): Finding => finding(code, place, `第${place.line}行，${row.zh}`, `row ${place.line}, ${row.en}`);

export function checkSheet(table: TableName, sheet: Sheet, dictionary: Dictionary): { rows: Checked[]; findings: Finding[] } {
  const columns = columnsOf(table);
  const findings = [...sheet.findings, ...header(table, columns, sheet)];
  const rows = sheet.rows.map((row): Checked => {
    const values = new Map<string, string>();
    for (const column of columns) {
      const cell = row.cells.get(column.name) ?? { value: '', place: row.place };
      const value = cell.value.trim();
      values.set(column.name, value);
      if (value === '') {
        if (column.need === 'needed') findings.push(atCell({ zh: `${column.zh}（${column.name}）是空的；填上`, en: `${column.name} is empty; fill it in` }, cell.place, 'YJ875'));
      } else findings.push(...cellFindings(column, cell, value, dictionary, (read) => values.set(column.name, read)));
    }
    return { get: (column) => values.get(column) ?? '', at: (column) => row.cells.get(column)?.place ?? row.place };
  });
  return { rows, findings: [...findings, ...duplicates(columns, rows)] };
}

function header(table: TableName, columns: readonly Column[], sheet: Sheet): Finding[] {
  if (sheet.rows.length === 0 && sheet.header.has('')) return [];
  const top = [...sheet.header.values()][0];
  if (!top) return [];
  const missing = columns.filter((c) => c.need === 'needed' && !sheet.header.has(c.name));
  const known = new Set(columns.map((c) => c.name));
  return [
    ...missing.map((c) => finding('YJ874', top, `${table} 缺少列 ${c.name}（${c.zh}）；补上这一列`, `${table} lacks the column ${c.name}; add it`)),
    ...[...sheet.header]
      .filter(([name]) => !known.has(name) && !ignored.has(name))
      .map(([name, place]) => {
        const near = nearest(name, known);
        return finding('YJ874', place, `${table} 没有“${name}”这一列${near ? `；是不是 ${near}？` : '；删去它'}`, `${table} has no column "${name}"; ${near ? `did you mean ${near}?` : 'remove it'}`);
      }),
  ];
}

function cellFindings(column: Column, cell: Cell, value: string, dictionary: Dictionary, keep: (read: string) => void): Finding[] {
  const what = `${column.zh}（${column.name}）`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text of a form holds
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value))
    return [atCell({ zh: `${what}里有看不见的控制字符；删去`, en: `${column.name} holds an invisible control character; remove it` }, cell.place, 'YJ876')];
  if (column.list) return labelFindings(column, cell, value, dictionary, keep);
  if (column.whole && !/^\d{1,9}$/.test(value))
    return [atCell({ zh: `${what}应为整数，写的是“${value.slice(0, 40)}”`, en: `${column.name} must be a whole number, not "${value.slice(0, 40)}"` }, cell.place, 'YJ876')];
  const length = Array.from(value).length;
  if (length > (column.most ?? 4000))
    return [
      atCell({ zh: `${what}有 ${length} 个字，最多 ${column.most ?? 4000} 个；缩短`, en: `${column.name} has ${length} characters, at most ${column.most ?? 4000}; shorten it` }, cell.place, 'YJ876'),
    ];
  return [];
}

function labelFindings(column: Column, cell: Cell, value: string, dictionary: Dictionary, keep: (read: string) => void): Finding[] {
  const list = column.list!;
  const read: string[] = [];
  const findings = (column.many ? value.split('^') : [value]).flatMap((part): Finding[] => {
    const found = readLabel(list, part.trim(), dictionary);
    if (typeof found === 'object') {
      read.push(found.label);
      return [];
    }
    const shown = part.trim().slice(0, 40);
    if (found === 'number')
      return [
        atCell(
          {
            zh: `${column.zh}写的是数字“${shown}”；各家编号不同，请写名称，或随附 codes 表说明`,
            en: `${column.name} is the number "${shown}"; vendors number differently: write the label, or add a codes table`,
          },
          cell.place,
          'YJ877',
        ),
      ];
    return [
      atCell({ zh: `${column.zh}没有“${shown}”这一种；可写：${labelsOf(list).join('、')}`, en: `${column.name} has no "${shown}"; it may be ${labelsOf(list).join(', ')}` }, cell.place, 'YJ877'),
    ];
  });
  keep(read.join('^'));
  return findings;
}

/** Each record's own mark stands once in its table. */
function duplicates(columns: readonly Column[], rows: readonly Checked[]): Finding[] {
  if (!columns.some((c) => c.name === 'row_guid')) return [];
  const first = new Map<string, Place>();
  return rows.flatMap((row) => {
    const id = row.get('row_guid');
    const before = first.get(id);
    if (id === '') return [];
    if (!before) {
      first.set(id, row.at('row_guid'));
      return [];
    }
    return [
      atCell(
        { zh: `记录唯一标识“${id.slice(0, 50)}”在第${before.line}行已有；每条记录各用一个`, en: `row_guid "${id.slice(0, 50)}" stands in row ${before.line} already; each record has its own` },
        row.at('row_guid'),
        'YJ878',
      ),
    ];
  });
}

/** The vendor's numbers, from the `codes` table; lists that are not ours are passed over. */
export function dictionaryOf(sheet: Sheet | undefined): { dictionary: Dictionary; findings: Finding[] } {
  const dictionary = new Map<string, Map<string, string>>();
  if (!sheet) return { dictionary, findings: [] };
  const { rows, findings } = checkSheet('codes', sheet, dictionary);
  for (const row of rows) {
    const [list, code, label] = [row.get('list'), row.get('code'), row.get('label')];
    if (!isList(list)) continue;
    const codes = dictionary.get(list) ?? new Map<string, string>();
    dictionary.set(list, codes);
    const known = codes.get(code);
    if (known !== undefined && known !== label)
      findings.push(atCell({ zh: `代码“${code}”有两个名称：“${known}”和“${label}”；保留一个`, en: `code "${code}" has two labels, "${known}" and "${label}"; keep one` }, row.at('code'), 'YJ878'));
    codes.set(code, label);
  }
  return { dictionary, findings };
}
