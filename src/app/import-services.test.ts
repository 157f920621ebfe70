/** Exchange files with one thing wrong each: every one is told with its row and column, and nothing is taken, not even the rows that are right. */
import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largestFile, writeWhole } from './exchange-files';
import { importServices } from './import-services';
import { malformed } from './testing/malformed-books';
import { basic, cell, city, day, gb18030, good, json, law, material, text, type Files } from './testing/two-services';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yijian-exchange-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let n = 0;
function run(files: Files): ReturnType<typeof importServices> {
  const dir = join(folder, String(n++));
  writeWhole(dir, new Map([['x', '']]));
  rmSync(join(dir, 'x'));
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  });
  return importServices(law, city, day, paths);
}

describe('what is right comes in', () => {
  test.each([
    ['UTF-8', good],
    ['UTF-8 with a byte-order mark', Object.fromEntries(Object.entries(good).map(([name, t]) => [name, `\uFEFF${t}`]))],
    ['GB18030', Object.fromEntries(Object.entries(good).map(([name, t]) => [name, gb18030(String(t))]))],
    ['JSON', json((b) => b)],
    ['LF at the end of rows', Object.fromEntries(Object.entries(good).map(([name, t]) => [name, String(t).replaceAll('\r\n', '\n')]))],
    ['labels instead of numbers', { ...cell(basic, 0, 'task_type', '行政许可') }],
    ['a label in other brackets', cell(basic, 0, 'use_level', '县(区)级')],
    ['without the tables nobody needs', Object.fromEntries(Object.entries(good).filter(([name]) => !/extend|material|questions/.test(name)))],
    [
      'columns of the upload tool',
      text(basic, (t) =>
        t
          .split('\r\n')
          .map((l, i) => (l === '' ? l : `${i === 0 ? 'cd_time' : '2026-01-01'},${l}`))
          .join('\r\n'),
      ),
    ],
  ])('%s', (_, files) => {
    const result = run(files);
    expect('findings' in result ? result.findings : result.services).toEqual(['alpha', 'beta']);
  });

  test('the encodings are told', () => {
    const result = run({ ...good, [`${basic}.csv`]: gb18030(String(good[`${basic}.csv`])) });
    expect('findings' in result ? result.findings : result.encodings).toMatchObject({ [`${basic}.csv`]: 'gb18030', 'codes.csv': 'utf-8' });
  });
});

describe('what is wrong is told with its place, and nothing comes in:', () => {
  test('forty ways at least', () => {
    expect(malformed.length).toBeGreaterThanOrEqual(40);
  });

  test.each(malformed)('%s', (_, files, code, table, line, column) => {
    const result = run(files);
    if (!('findings' in result)) throw new Error('taken');
    const found = result.findings.find((f) => f.code === code);
    expect(found, JSON.stringify(result.findings.slice(0, 3))).toBeDefined();
    expect({ file: found!.file.replace(/\.csv$/, ''), line: found!.line }).toEqual({ file: table, line });
    expect(found!.column).toBeGreaterThanOrEqual(1);
    if (column !== undefined) expect(found!.column).toBe(column);
    expect(found!.message.zh).toMatch(/\p{Script=Han}/u);
    expect(found!.message.en).toMatch(/[a-z]/);
  });

  test('the column is where the cell begins', () => {
    const files = cell(basic, 1, 'task_type', '行政许何');
    const row = String(files[`${basic}.csv`]).split('\r\n')[2]!;
    const result = run(files);
    expect('findings' in result && result.findings[0]).toMatchObject({ line: 3, column: row.indexOf('行政许何') + 1 });
  });

  test('a file of 100 MB, at once and without reading it', () => {
    const path = join(folder, `${basic}.csv`);
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 100_000_000);
    closeSync(handle);
    const started = performance.now();
    const result = importServices(law, city, day, [path]);
    expect(performance.now() - started).toBeLessThan(500);
    expect('findings' in result && result.findings).toMatchObject([{ code: 'YJ870', line: 1, message: { en: expect.stringContaining(String(largestFile)) } }]);
    rmSync(path);
  });

  test('a file of many rows is read to its last, in time that grows with its size', () => {
    const [header, line] = String(good[`${material}.csv`]).split('\r\n');
    const many = 4000;
    const big = [header, ...Array.from({ length: many }, (_, i) => line!.replace('alpha.m1', `x${i}.m1`)), 'short'].join('\r\n');
    const started = performance.now();
    const result = run({ ...good, [`${material}.csv`]: big });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect('findings' in result && result.findings.some((f) => f.line === many + 2)).toBe(true);
  });
});

describe('the folder written to', () => {
  test('is there whole, and never over something', () => {
    const into = join(folder, 'into');
    expect(writeWhole(into, new Map([['services/a.yaml', 'id: a\n']]))).toBeNull();
    expect(readFileSync(join(into, 'services', 'a.yaml'), 'utf8')).toBe('id: a\n');
    expect(writeWhole(into, new Map([['services/b.yaml', '']]))?.code).toBe('YJ881');
    expect(existsSync(join(into, 'services', 'b.yaml'))).toBe(false);
    // A name that cannot be written stops it half way: nothing is left.
    expect(() =>
      writeWhole(
        join(folder, 'half'),
        new Map([
          ['a', ''],
          ['b\u0000', ''],
        ]),
      ),
    ).toThrow();
    expect(readdirSync(folder).filter((f) => f.startsWith('half') || f.startsWith('.yijian-'))).toEqual([]);
  });
});
