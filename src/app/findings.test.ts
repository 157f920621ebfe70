import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const table = readFileSync(join(root, 'docs/findings.md'), 'utf8');
const listed = [...table.matchAll(/^\| (YJ\d{3}) \| (.+) \| (.+) \|$/gm)].map(([, code, what, remedy]) => ({ code: code!, what: what!, remedy: remedy! }));

const used = new Map<string, string>();
for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  for (const [, code] of readFileSync(path, 'utf8').matchAll(/['"`](YJ\d{3})['"`]/g)) used.set(code!, path);
}

test('every code used in src stands in docs/findings.md', () => {
  const codes = new Set(listed.map((l) => l.code));
  expect([...used].filter(([code]) => !codes.has(code)).map(([code, path]) => `${code} ${path}`)).toEqual([]);
});
test('no code stands there twice, or unused, or without a remedy', () => {
  expect(listed.map((l) => l.code)).toEqual([...new Set(listed.map((l) => l.code))]);
  expect(listed.filter((l) => !used.has(l.code)).map((l) => l.code)).toEqual([]);
  for (const l of listed) expect(l.what.length * l.remedy.length).toBeGreaterThan(0);
});
