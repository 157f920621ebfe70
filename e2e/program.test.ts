/** The bundle's kept machine code: used by the next start of the same text, never by another text, and done without where it cannot be kept. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './serve';

const directory = mkdtempSync(join(tmpdir(), 'yijian-program-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What a bundle of this text says, and whether it was compiled anew. */
function runs(text: string, kind = 'serve'): { says: string; kept: boolean } {
  const bundle = join(directory, 'yijian.cjs');
  writeFileSync(bundle, text);
  const program = `
    import { program } from ${JSON.stringify(join(root, 'bin', 'program.mjs'))};
    const { exports, kept, keep } = program(${JSON.stringify({ bundle, from: join(root, 'bin', 'yijian.mjs'), kind })});
    process.stdout.write(JSON.stringify({ says: exports.says(), kept }));
    keep();`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}
const saying = (word: string) => `exports.says = () => { const { join } = require('node:path'); return join(${JSON.stringify(word)}, String(typeof require('valibot').string)); };`;

test('kept for the same text and the same kind of command, and for no other', () => {
  expect(runs(saying('一'))).toEqual({ says: '一/function', kept: false });
  expect(runs(saying('一'))).toEqual({ says: '一/function', kept: true });
  expect(runs(saying('一'), 'commands')).toEqual({ says: '一/function', kept: false });
  // As long as the one before: V8 alone would take it for the same.
  expect(runs(saying('二'))).toEqual({ says: '二/function', kept: false });
});

test('done without where it is damaged', () => {
  runs(saying('三'));
  for (const file of readdirSync(directory)) if (file.endsWith('.v8')) writeFileSync(join(directory, file), 'nothing of the kind');
  expect(runs(saying('三'))).toEqual({ says: '三/function', kept: false });
  expect(runs(saying('三'))).toEqual({ says: '三/function', kept: true });
});

test('a bench that loads what only developers have does so from kept machine code too', () => {
  const bench = () => spawnSync(process.execPath, ['bin/yijian.mjs', 'bench', 'soundness', '20', '--json'], { cwd: root, encoding: 'utf8' });
  for (const { stdout, stderr } of [bench(), bench()]) {
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).figure).toBe(0);
  }
});
