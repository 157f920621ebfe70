import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../arguments';
import { RefusedInput } from '../input';
import type { Answer } from '../../core/order';
import { orderCommand } from './order';

const city = join(import.meta.dirname, '../../../cities/zhuzhou');
const folder = mkdtempSync(join(tmpdir(), 'yijian-order-'));
const surroundings = { root: '', cache: '', self: '', load: (url: string) => import(url) };

async function run(questions: unknown, ...options: string[]): Promise<{ exit: number; answers: Answer[]; text: string }> {
  const file = join(folder, 'questions');
  writeFileSync(file, typeof questions === 'string' ? questions : JSON.stringify(questions));
  const { exit, json, text } = await orderCommand.run(readArguments([city, '--question', file, ...options], ['json!', ...orderCommand.options]), surroundings);
  return { exit, answers: json as Answer[], text };
}
const refusal = (questions: unknown, ...options: string[]) =>
  run(questions, ...options).then(
    () => null,
    (e: unknown) => (e instanceof RefusedInput ? e.findings : Promise.reject(e)),
  );

const cinema = { kind: 'venue', area: '430223', at: '2021-10-29T08:00:00+08:00', venue: { type: 'cinema' } };
const resident = { kind: 'go-out', area: '430223', at: '2021-10-29T08:00:00+08:00', person: { residentOf: '430223', work: null } };

describe('yijian order', () => {
  test('answers a list with a list, in its order, and a refusal is a good answer', async () => {
    const { exit, answers } = await run([cinema, resident]);
    expect(exit).toBe(0);
    expect(answers).toEqual([
      { answer: 'closed', reason: 'listed', clause: 'youxian-2021-3#venues', source: 'zhuzhou-daily-2021-10-28#S4.closed-cinemas' },
      { answer: 'refused', reason: 'stay-home', clause: 'youxian-2021-3#stay-home', source: 'zhuzhou-daily-2021-10-28#S4.stay-home' },
    ]);
  });
  test('--at and --known-at go before what the file says', async () => {
    expect((await run([resident], '--at', '2021-11-01T00:00:00+08:00')).answers[0]!.reason).toBe('no-order');
    expect((await run([resident], '--known-at', '2021-10-26T12:00:00+08:00')).answers[0]!.reason).toBe('no-order');
    expect((await run([{ ...resident, knownAt: '2021-10-26T12:00:00+08:00' }])).answers[0]!.reason).toBe('no-order');
  });
  test('YAML as well, and sentences for people', async () => {
    const { text } = await run('- kind: venue\n  area: 430223\n  at: 2021-10-29T08:00:00+08:00\n  venue: {type: gymnasium}\n');
    expect(text).toContain('请问工作人员');
    expect(text).toContain('youxian-2021-3#venues');
  });
  test('an instant without an offset is refused with its line, in the file and on the command line', async () => {
    expect(await refusal('- kind: venue\n  area: 430223\n  at: 2021-10-29T08:00:00\n')).toMatchObject([{ code: 'YJ791', line: 3 }]);
    expect(await refusal([cinema], '--at', '2021-10-29T08:00:00')).toMatchObject([{ code: 'YJ791', file: '--at' }]);
  });
});
