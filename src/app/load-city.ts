/** Reads a city folder from the disk: text files as UTF-8, strictly, within bounds. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { finding, loadCatalogue, type Catalogue, type Finding } from '../core/catalogue';

export const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

const maxFiles = 20_000;
const maxBytes = 1_000_000;

export class NoSuchFolder extends Error {}

export function readFolder(dir: string): { files: Map<string, string>; findings: Finding[] } {
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  const top = statSync(dir, { throwIfNoEntry: false });
  if (!top?.isDirectory()) throw new NoSuchFolder(dir);
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && files.size < maxFiles) keep(path);
    }
  };
  const keep = (path: string) => {
    const name = relative(dir, path).split(sep).join('/');
    const place = { file: name, line: 1, column: 1 };
    if (statSync(path).size > maxBytes) return void findings.push(finding('YJ104', place, `文件超过 ${maxBytes} 字节；请拆成几个文件`, `the file is larger than ${maxBytes} bytes; split it`));
    const bytes = readFileSync(path);
    try {
      files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      findings.push(finding('YJ106', place, '文件不是 UTF-8 编码（可能是 GBK/GB18030）；请另存为 UTF-8', 'the file is not UTF-8 (perhaps GBK/GB18030); save it as UTF-8'));
    }
  };
  walk(dir);
  return { files, findings };
}

export function loadCity(dir: string): { catalogue: Catalogue; findings: Finding[]; files: Map<string, string> } {
  const { files, findings } = readFolder(dir);
  const loaded = loadCatalogue(files, sha256);
  return { catalogue: loaded.catalogue, findings: [...findings, ...loaded.findings], files };
}
