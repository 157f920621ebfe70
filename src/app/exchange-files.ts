/** The files of an exchange: read within a stated size, decoded and sorted into tables; written as a whole folder or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { finding, type Finding } from '../core/catalogue';
import { decode, isTable, readCsv, readJson, type Sheet, type TableName } from '../core/exchange';

/** A county's items with their documents stay far below; a larger file is refused before it is read. */
export const largestFile = 10_000_000;

export type ReadFiles = { sheets: Map<TableName, Sheet>; encodings: { [file: string]: 'utf-8' | 'gb18030' }; findings: Finding[] };

export function readExchange(paths: readonly string[]): ReadFiles {
  const read: ReadFiles = { sheets: new Map(), encodings: {}, findings: [] };
  for (const path of paths) readOne(path, read);
  return read;
}

function readOne(path: string, read: ReadFiles): void {
  const file = basename(path);
  const refused = sizeOrKind(path, file);
  const decoded = refused ?? decode(file, readFileSync(path));
  if ('code' in decoded) {
    read.findings.push(decoded);
    return;
  }
  read.encodings[file] = decoded.encoding;
  const name = file.replace(/\.(csv|json)$/i, '');
  if (/\.csv$/i.test(file)) {
    put(file, name, readCsv(file, decoded.text), read);
    return;
  }
  const { tables, findings } = readJson(file, decoded.text, name);
  for (const f of findings) read.findings.push(f);
  for (const [table, sheet] of tables) put(file, table, sheet, read);
}

/** What can be said before a byte is read. */
function sizeOrKind(path: string, file: string): Finding | null {
  const top = { file, line: 1, column: 1 };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return finding('YJ870', top, '读不到这个文件', 'the file cannot be read');
  if (!/\.(csv|json)$/i.test(file)) return finding('YJ870', top, '只收 .csv 和 .json 文件', 'only .csv and .json files are taken');
  if (stat.size > largestFile)
    return finding('YJ870', top, `文件有 ${stat.size} 字节，最多 ${largestFile} 字节；分成几个文件导入`, `the file has ${stat.size} bytes, at most ${largestFile}; import it in parts`);
  return null;
}

function put(file: string, name: string, sheet: Sheet, read: ReadFiles): void {
  const top = { file, line: 1, column: 1 };
  if (!isTable(name))
    read.findings.push(
      finding('YJ874', top, `没有叫“${name}”的表；文件名就是表名，如 up_task_general_basic.csv`, `there is no table "${name}"; the file is named after its table, such as up_task_general_basic.csv`),
    );
  else if (read.sheets.has(name)) read.findings.push(finding('YJ878', top, `表“${name}”给了两次；合成一个文件`, `table "${name}" is given twice; join the files`));
  else read.sheets.set(name, sheet);
}

/** Written beside and renamed: whole, or not there. Null when done, else why not. */
export function writeWhole(folder: string, files: ReadonlyMap<string, string>): Finding | null {
  const target = resolve(folder);
  if (existsSync(target) && (!statSync(target).isDirectory() || readdirSync(target).length > 0))
    return finding('YJ881', { file: folder, line: 1, column: 1 }, '这个位置已有内容；给一个新的或空的文件夹', 'there is something at this place already; give a new or empty folder');
  mkdirSync(dirname(target), { recursive: true });
  const making = mkdtempSync(join(dirname(target), '.yijian-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(making, path)), { recursive: true });
      writeFileSync(join(making, path), text);
    }
    if (existsSync(target)) rmdirSync(target);
    renameSync(making, target);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return null;
}
