/** The budget of rendering, in short: half of what the bare framework does with the same bytes, by CPU time of one process, or the build fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../../../bin/yijian.mjs');

test('pages are rendered at least half as fast as by the bare framework', { timeout: 180_000 }, () => {
  const done = spawnSync(process.execPath, [bin, 'bench', 'pages', '--rounds', '3', '--json'], { encoding: 'utf8' });
  const found = JSON.parse(done.stdout) as { ratio: number; samples: { path: string; ours: number; bare: number }[] };
  expect(found.samples.length).toBeGreaterThanOrEqual(6);
  expect(found.ratio, JSON.stringify(found.samples)).toBeGreaterThanOrEqual(0.5);
});
