/** The JSON of an exchange – an object of tables, or one table, each a list of flat rows – read with the place of every value. */
import { finding, type Finding, type Place } from '../catalogue';
import type { Cell, Row, Sheet } from './csv';

type Value = { kind: 'text'; value: string; place: Place } | { kind: 'list'; items: Value[]; place: Place } | { kind: 'map'; entries: [string, Place, Value][]; place: Place };

class Stumble extends Error {
  constructor(readonly place: Place) {
    super('not JSON');
  }
}
/** An object of lists of rows of values. */
const deepest = 4;

/** Tables by name; a bare list is the table `alone`, named by its file. */
export function readJson(file: string, text: string, alone: string): { tables: Map<string, Sheet>; findings: Finding[] } {
  const tables = new Map<string, Sheet>();
  let value: Value;
  try {
    value = parse(file, text);
  } catch (e) {
    if (!(e instanceof Stumble)) throw e;
    return { tables, findings: [finding('YJ872', e.place, '不是 JSON；检查括号、逗号和引号', 'not JSON; check brackets, commas and quotation marks')] };
  }
  if (value.kind === 'text') return { tables, findings: [shape(value.place)] };
  const lists: [string, Value][] = value.kind === 'list' ? [[alone, value]] : value.entries.map(([name, , list]) => [name, list]);
  const findings = value.kind === 'map' ? twice(value.entries) : [];
  for (const [name, list] of lists) {
    if (list.kind === 'list') tables.set(name, sheet(list.items, list.place));
    else findings.push(shape(list.place));
  }
  return { tables, findings };
}

const shape = (place: Place): Finding => finding('YJ872', place, '应为 {表名: [{列名: 值}]}', 'expected {table: [{column: value}]}');
const twice = (entries: readonly [string, Place, Value][]): Finding[] =>
  entries.flatMap(([name, place], i) => (entries.findIndex(([n]) => n === name) < i ? [finding('YJ873', place, `“${name}”出现了两次；删去一个`, `"${name}" stands there twice; remove one`)] : []));

function sheet(items: readonly Value[], place: Place): Sheet {
  const findings: Finding[] = [];
  const header = new Map<string, Place>();
  const rows: Row[] = [];
  for (const item of items) {
    if (item.kind !== 'map') {
      findings.push(shape(item.place));
      continue;
    }
    findings.push(...twice(item.entries));
    const cells = new Map<string, Cell>();
    for (const [name, at, value] of item.entries) {
      if (value.kind !== 'text') findings.push(shape(value.place));
      else cells.set(name, { value: value.value, place: value.place });
      if (!header.has(name)) header.set(name, at);
    }
    rows.push({ place: item.place, cells });
  }
  // A column only some rows have is empty in the others.
  for (const row of rows) for (const name of header.keys()) if (!row.cells.has(name)) row.cells.set(name, { value: '', place: row.place });
  return { header: items.length > 0 ? header : new Map([['', place]]), rows, findings };
}

function parse(file: string, text: string): Value {
  let at = 0;
  const lines: number[] = [0];
  for (let n = text.indexOf('\n'); n >= 0; n = text.indexOf('\n', n + 1)) lines.push(n + 1);
  const placeOf = (offset: number): Place => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - lines[low]! + 1 };
  };
  const stop = (): never => {
    throw new Stumble(placeOf(Math.min(at, Math.max(text.length - 1, 0))));
  };
  const space = (): void => {
    while (' \n\r\t'.includes(text[at] ?? 'x')) at++;
  };
  const take = (c: string): boolean => {
    space();
    if (text[at] !== c) return false;
    at++;
    return true;
  };
  const string = (): string => {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    if (text[at] !== '"' || end >= text.length) return stop();
    try {
      const read = JSON.parse(text.slice(at, end + 1)) as string;
      at = end + 1;
      return read;
    } catch {
      return stop();
    }
  };
  const value = (depth: number): Value => {
    space();
    const place = placeOf(at);
    if (depth > deepest) return stop();
    if (take('[')) return { kind: 'list', items: list(']', () => value(depth + 1)), place };
    if (take('{'))
      return {
        kind: 'map',
        place,
        entries: list('}', (): [string, Place, Value] => {
          space();
          const key = placeOf(at);
          const name = string();
          if (!take(':')) stop();
          return [name, key, value(depth + 1)];
        }),
      };
    if (text[at] === '"') return { kind: 'text', value: string(), place };
    const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?)/.exec(text.slice(at, at + 40))?.[0];
    if (word === undefined) return stop();
    at += word.length;
    return { kind: 'text', value: word === 'null' ? '' : word, place };
  };
  const list = <T>(end: string, item: () => T): T[] => {
    const items: T[] = [];
    if (take(end)) return items;
    do items.push(item());
    while (take(','));
    if (!take(end)) stop();
    return items;
  };
  const all = value(1);
  space();
  if (at < text.length) stop();
  return all;
}
