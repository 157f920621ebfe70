import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments, WrongUsage } from '../arguments';
import { RefusedInput } from '../input';
import type { Surroundings } from '../surroundings';
import { lintCity } from '../../app/lint-city';
import { ledgerCommand } from './ledger';

const city = join(import.meta.dirname, '../../../cities/zhuzhou');
const run = (...args: string[]) => ledgerCommand.run(readArguments(args, ledgerCommand.options), {} as Surroundings);

test('a ledger without faults is exit 0 and lint’s shape', async () => {
  expect(await run('check', city)).toMatchObject({ exit: 0, json: { errors: [], warnings: [] } });
});

test('broken rules are exit 1, at their lines, and lint tells the same', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'yijian-ledger-'));
  try {
    cpSync(city, dir, { recursive: true });
    const file = join(dir, 'agreements/cdb-2021.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('kind: intended, amount: "3000000000000"', 'kind: intended, amount: "300000000000"'));
    const { exit, json } = await run('check', dir);
    const { errors } = json as { errors: { code: string; file: string }[] };
    expect(exit).toBe(1);
    expect(errors.map((e) => [e.code, e.file])).toEqual([
      ['YJ835', 'agreements/cdb-2021.yaml'],
      ['YJ827', 'agreements/tianxin-2021.yaml'],
    ]);
    expect(lintCity(dir).errors).toEqual(expect.arrayContaining(errors));
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('wrong usage and a folder that is not there', () => {
  expect(() => run()).toThrow(WrongUsage);
  expect(() => run('audit', city)).toThrow(WrongUsage);
  expect(() => run('check')).toThrow(WrongUsage);
  expect(() => run('check', '/nowhere/at/all')).toThrow(RefusedInput);
});
