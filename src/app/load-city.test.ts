import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { smallCity } from '../core/testing/small-city';
import { lintCity } from './lint-city';
import { loadCity, NoSuchFolder } from './load-city';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function folder(files: { [path: string]: string | Uint8Array }): string {
  const dir = mkdtempSync(join(tmpdir(), 'yijian-city-'));
  made.push(dir);
  for (const [path, content] of Object.entries({ ...smallCity, ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}
const errors = (files: { [path: string]: string | Uint8Array }) => lintCity(folder(files)).errors.map((f) => [f.code, f.file, f.line, f.column]);

test('the small city on disk is clean', () => {
  const { catalogue, findings } = loadCity(folder({}));
  expect(findings).toEqual([]);
  expect(catalogue.inForce('2026-01-15').law?.city.id).toBe('small');
});

test('GB18030 is named, not guessed', () => {
  // 小城 in GB18030
  const bytes = Buffer.concat([Buffer.from('id: health2\nname: {zh: '), Buffer.from([0xd0, 0xa1, 0xb3, 0xc7]), Buffer.from(', en: x}\n')]);
  expect(errors({ 'codes/health2.yaml': bytes })).toEqual([['YJ106', 'codes/health2.yaml', 1, 1]]);
  expect(lintCity(folder({ 'codes/health2.yaml': bytes })).errors[0]!.message).toEqual({ zh: expect.stringContaining('GB18030'), en: expect.stringContaining('save it as UTF-8') });
});

test('UTF-16, a cut-off character and a NUL are refused; a byte order mark is not', () => {
  expect(errors({ 'codes/x.yaml': Buffer.from('id: x\n', 'utf16le') })[0]![0]).toBe('YJ106');
  expect(errors({ 'codes/x.yaml': Buffer.from('id: 小').subarray(0, 6) })).toEqual([['YJ106', 'codes/x.yaml', 1, 1]]);
  expect(errors({ 'codes/x.yaml': 'id: x\u0000\n' })).toEqual([['YJ106', 'codes/x.yaml', 1, 6]]);
  expect(errors({ 'halls.yaml': `\uFEFF${smallCity['halls.yaml']}` })).toEqual([]);
});

test('a file too large is not read', () => {
  expect(errors({ 'codes/x.yaml': `# ${'x'.repeat(1_000_001)}` })).toEqual([['YJ104', 'codes/x.yaml', 1, 1]]);
});

test('windows line ends are lines like any other', () => {
  expect(errors({ 'codes/x.yaml': 'id: x\r\nname: {zh: 甲, en: A}\r\nvalus: []\r\n' })).toEqual([
    ['YJ202', 'codes/x.yaml', 1, 1],
    ['YJ201', 'codes/x.yaml', 3, 1],
  ]);
});

test('hidden files and links are left alone', () => {
  const dir = folder({ '.git/config': 'x', 'services/.swp': 'x' });
  symlinkSync('/etc', join(dir, 'services', 'etc'));
  expect(lintCity(dir).errors).toEqual([]);
});

test('a folder that is not there is said to be not there', () => expect(() => loadCity(join(tmpdir(), 'yijian-no-such-city'))).toThrow(NoSuchFolder));

test('sixty days before the calendar ends, its author is told', () => {
  const dir = folder({ 'calendar/2026.yaml': 'year: 2026\noff: [2026-01-01]\nwork: []\n' });
  const told = (today: string) => lintCity(dir, undefined, today).warnings.filter((w) => w.code === 'YJ510').length;
  expect([told('2026-11-01'), told('2026-11-02'), told('2026-11-03')]).toEqual([0, 1, 1]);
});
