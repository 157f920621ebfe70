/** The city folder of the repository, for tests that must hold on what is shipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadCatalogue, type InForce } from '../catalogue';
import { sha256 } from './small-city';

const root = join(import.meta.dirname, '../../../cities/zhuzhou');

export const shippedFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.yaml'))
    .map((e) => join(e.parentPath, e.name))
    .sort()
    .map((path) => [relative(root, path), readFileSync(path, 'utf8')] as const),
);

export function shippedLaw(day: string): InForce {
  const { law, findings } = loadCatalogue(shippedFiles, sha256).catalogue.inForce(day);
  if (!law) throw new Error(findings.map((f) => `${f.code} ${f.file}:${f.line} ${f.message.en}`).join('\n'));
  return law;
}
