#!/usr/bin/env node
// `npm test`: types, format, import direction, the city folder, then every test. Last line: `N passed, N failed`.
// Without chromium or PostgreSQL the rest runs and one line per missing tool says what was left out; with CI=true a missing tool is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ci = process.env.CI === 'true';
let passed = 0;
let failed = 0;

if (!existsSync(join(root, 'node_modules', 'vitest'))) run('npm', ['ci', '--no-audit', '--no-fund']);
const bin = (name) => join(root, 'node_modules', '.bin', name);

check('types', bin('tsc'), ['--noEmit', '-p', '.']);
check('format and lint', bin('biome'), ['check', '--error-on-warnings', '.']);
check('import direction', process.execPath, ['bin/check-imports.mjs']);
check('city folder', process.execPath, ['bin/yijian.mjs', 'lint', 'cities/zhuzhou']);

for (const [tool, found, without, how] of [
  ['chromium', chromium(), 'the pages in a browser (e2e/)', 'apt-get install chromium'],
  ['PostgreSQL', postgres(), 'the store on a PostgreSQL server', 'apt-get install postgresql'],
]) {
  if (found) continue;
  console.log(`${tool} not found: left out ${without}; install it with ${how}`);
  if (ci) failed++;
}

const report = join(mkdtempSync(join(tmpdir(), 'yijian-test-')), 'report.json');
const vitest = spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests + testResults.filter((r) => r.status === 'failed' && r.assertionResults.every((a) => a.status !== 'failed')).length;
} else failed++;
if (vitest.status !== 0 && failed === 0) failed++;
rmSync(dirname(report), { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function check(what, command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (done.status === 0) {
    passed++;
    console.log(`✓ ${what}`);
  } else {
    failed++;
    console.log(`✗ ${what}\n${`${done.stdout}${done.stderr}`.trim().split('\n').slice(0, 60).join('\n')}`);
  }
}

function run(command, args) {
  if (spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0) process.exit(1);
}

function chromium() {
  return [process.env.YIJIAN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some((p) => p && existsSync(p));
}

function postgres() {
  if (spawnSync('postgres', ['--version']).status === 0) return true;
  const base = '/usr/lib/postgresql';
  return existsSync(base) && readdirSync(base).some((v) => existsSync(join(base, v, 'bin', 'postgres')));
}
