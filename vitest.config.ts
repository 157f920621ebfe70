import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Style sheets, drawings and SQL are text, as in bin/bundles.mjs; under another name, so that Vitest does not empty the style sheets. */
const text: Plugin = {
  name: 'text',
  enforce: 'pre',
  resolveId: (id, from) => (/^\..*\.(css|svg|sql)$/.test(id) && from && existsSync(join(dirname(from), id)) ? `\0text:${join(dirname(from), id)}.js` : undefined),
  load: (id) => (id.startsWith('\0text:') ? `export default ${JSON.stringify(readFileSync(id.slice(6, -3), 'utf8'))}` : undefined),
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#html', development: false } },
  plugins: [text],
  test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks', maxWorkers: 2, reporters: ['default'] },
});
