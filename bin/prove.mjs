#!/usr/bin/env node
// The slow proofs, each longer than its short version in `npm test`: `npm run prove kill [N] [embedded|postgresql]`, `npm run prove power-cut`, `npm run prove soundness [N]`, `npm run prove feelin [N]`, `npm run prove support [N]`, `npm run prove questions [N]`, `npm run prove evidence [N]`, `npm run prove journeys [ID]`, `npm run prove paint [N]`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const proofs = {
  kill: (n, store) => ({ files: ['e2e/kill.test.ts'], env: { YIJIAN_KILLS: n ?? '1000', YIJIAN_KILL_LANES: process.env.YIJIAN_KILL_LANES ?? '2', ...(store && { YIJIAN_KILL_STORE: store }) } }),
  soundness: (n) => ({ files: ['src/core/rules/soundness.test.ts'], env: { YIJIAN_SOUNDNESS: n ?? '100000' } }),
  evidence: (n) => ({ files: ['src/cli/bench/evidence.test.ts'], env: { YIJIAN_EVIDENCE: n ?? '5000' } }),
  feelin: (n) => ({ files: ['src/core/rules/feelin.test.ts'], env: { YIJIAN_FEELIN: n ?? '20000' } }),
  offline: (n, cuts) => ({ files: ['e2e/offline.test.ts'], env: { YIJIAN_FILINGS: n ?? '500', YIJIAN_CUTS: cuts ?? '200' } }),
  safety: (n) => ({ files: ['src/core/catalogue/rule-sets/safety.test.ts', 'src/core/rules/hostile.test.ts', 'src/core/catalogue/hostile.test.ts'], env: { YIJIAN_HOSTILE: n ?? '300' } }),
  support: (n) => ({ files: ['src/core/rules/support.test.ts'], env: { YIJIAN_SUPPORT: n ?? '40000' } }),
  questions: (n) => ({ files: ['src/core/journey/fewest.test.ts'], env: { YIJIAN_QUESTIONS: n ?? '400' } }),
  adversity: () => ({ files: ['src/adapters/store/adversity.test.ts', 'src/app/case-ids.test.ts'], env: { YIJIAN_DISK_FULL: '1' } }),
  'power-cut': (n) => ({ files: ['src/adapters/store/embedded/power-cut.test.ts'], env: { YIJIAN_POWER_CUT: n ?? '12' } }),
  sample: (n) => ({ files: ['src/core/journey/sample.test.ts'], env: { YIJIAN_SAMPLE: n ?? '1000' } }),
  journeys: (j) => ({ files: ['e2e/journeys.test.ts'], env: { YIJIAN_JOURNEYS: j ?? 'all' } }),
  paint: (n) => ({ files: ['e2e/paint.test.ts'], env: { YIJIAN_PAINT: n ?? '7' } }),
  scenarios: () => ({ files: ['src/web/apply/flow.test.tsx'], env: { YIJIAN_EVERY_SCENARIO: '1' } }),
};
const [name, ...given] = process.argv.slice(2);
if (!Object.hasOwn(proofs, name ?? '')) {
  console.error(`npm run prove ${Object.keys(proofs).join(' | ')}`);
  process.exit(2);
}
const { files, env } = proofs[name](...given);
process.exit(spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...files], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1);
