/** The file proves what it says: it agrees for every shipped journey and scenario, and disagrees once anything in it is changed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadCity } from '../../app/load-city';
import { compileLaw, scenarioInput } from '../../core/journey';
import { readChecker, reductionFile } from './reduction-file';

const root = join(import.meta.dirname, '../../..');
const day = '2026-01-15';
const law = loadCity(join(root, 'cities', 'zhuzhou')).catalogue.inForce(day).law!;
const checker = readChecker(root);
const registers = { none: new Set<string>(), all: new Set(law.registers.keys()) };

function fileFor(journey: string, scenario: string, used: ReadonlySet<string> = registers.all): string | null {
  const input = scenarioInput(law, journey, scenario, used)!;
  const compiled = compileLaw(law, { journey }, input.answers, input.known, day);
  return compiled.plan.services.some((s) => s.state === 'undecided') ? null : reductionFile(compiled, scenario, checker);
}

/** As `node FILE`, but in this process. */
function run(file: string): { agrees: boolean; said: string } {
  const said: string[] = [];
  const process = { exitCode: 0 };
  runInNewContext(file, { console: { log: (line: string) => said.push(line) }, process });
  return { agrees: process.exitCode === 0, said: said.join('\n') };
}

test('every shipped scenario is counted again and agrees', () => {
  let checked = 0;
  for (const journey of law.journeys.values())
    for (const scenario of Object.keys(journey.scenarios))
      for (const used of scenario === 'typical' ? Object.values(registers) : [registers.all]) {
        const file = fileFor(journey.id, scenario, used);
        if (file === null) continue;
        const { agrees, said } = run(file);
        expect(agrees, `${journey.id} / ${scenario}, ${used.size} registers\n${said}`).toBe(true);
        checked++;
      }
  expect(checked).toBeGreaterThan(60);
}, 60_000);

test.each<[string, RegExp, string]>([
  ['a number of the plan', /("documents": \{[^{]*"after": )(\d+)/, '$199'],
  ['the hours of a stage', /("hours": )(\d+)/, '$1999'],
  ['the copies of the documents asked for', /("copies": )1(,\s+"form": false)/g, '$17$2'],
  ['a document of the plan', /("pieces": \[\s+\{\s+"alternatives": \[\],\s+"by": "\w+",\s+"copies": )1/, '$12'],
  ['who is the applicant', /"initiator": "applicant"/, '"initiator": "authority"'],
  ['a question left out', /("concept": ")applicant.phone(",\s+"group")/, '$1applicant.name$2'],
  ['an act more', /("kind": ")pay|("kind": "attend",\s+"one": ")[^"]+/, '$1$2another'],
])('%s changed is found', (_, pattern, by) => {
  const file = fileFor('open-guesthouse', 'typical')!;
  const changed = file.replace(pattern, by);
  expect(changed).not.toBe(file);
  expect(run(changed).agrees).toBe(false);
});

test('it needs nothing but Node: no import, and exit 1 where it disagrees', () => {
  const dir = mkdtempSync(join(tmpdir(), 'yijian-proof-'));
  const file = fileFor('newborn', 'typical')!;
  expect(file).not.toMatch(/\bimport\b|\brequire\(/);
  const node = (text: string) => {
    writeFileSync(join(dir, 'proof.mjs'), text);
    return spawnSync(process.execPath, ['proof.mjs'], { cwd: dir, encoding: 'utf8', env: {} });
  };
  const good = node(file);
  expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('every number agrees')]);
  expect(node(file.replace(/("hours": )\d+/, '$1999')).status).toBe(1);
  rmSync(dir, { recursive: true });
});

test('the checker is short enough to be read', () => {
  const lines = checker.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(80);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(220);
});
