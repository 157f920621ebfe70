#!/usr/bin/env node
// `npm run tour`: three minutes in a browser – a permit that appears at 52 m², a refusal that stops nothing else, the plug pulled, "why is it late?".
// Visible where there is a display (--headless otherwise); --save DIR keeps a picture of every caption; --fast does not wait for readers.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const saveAt = given.indexOf('--save');
const env = {
  ...process.env,
  YIJIAN_TOUR: '1',
  ...(given.includes('--headless') && { YIJIAN_HEADLESS: '1' }),
  ...(given.includes('--fast') && { YIJIAN_PACE: '0' }),
  ...(saveAt >= 0 && { YIJIAN_SAVE: resolve(given[saveAt + 1] ?? 'tour') }),
};
const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--disableConsoleIntercept', 'e2e/tour.test.ts'], { cwd: root, stdio: 'inherit', env });
process.exit(status ?? 1);
