import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  plugins: [{ name: 'text', enforce: 'pre', transform: (code, id) => (/\.(css|svg|sql)$/.test(id) ? { code: `export default ${JSON.stringify(code)}`, map: null } : undefined) }],
  test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks', maxWorkers: 2, reporters: ['default'] },
});
