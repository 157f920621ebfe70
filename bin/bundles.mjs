// What is bundled: the product for Node, the reference register, and the islands for the browser. Written beside and renamed, so that a
// half-written bundle is never run.
import { existsSync, readdirSync, renameSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export async function bundles({ build, root, cache }) {
  const id = `${process.pid}-${Date.now()}`;
  const node = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'silent',
    absWorkingDir: root,
    // Beside the bundle: read by `node --enable-source-maps`, not at every start.
    sourcemap: 'linked',
    loader: { '.sql': 'text', '.css': 'text', '.svg': 'text' },
  };
  const islands = join(root, 'src', 'web', 'islands');
  const entries = existsSync(islands)
    ? readdirSync(islands)
        .filter((f) => /\.ts$/.test(f) && !/\.test\.ts$/.test(f))
        .map((f) => join(islands, f))
    : [];
  const staging = join(cache, `staging-${id}`);
  mkdirSync(staging, { recursive: true });
  try {
    await Promise.all([
      build({ ...node, entryPoints: { yijian: join(root, 'src', 'cli', 'main.ts') }, outdir: staging, outExtension: { '.js': '.mjs' } }),
      existsSync(join(root, 'src/adapters/registers/reference/main.ts')) &&
        build({ ...node, entryPoints: { 'reference-register': join(root, 'src/adapters/registers/reference/main.ts') }, outdir: staging, outExtension: { '.js': '.mjs' } }),
      station({ build, root, staging }),
      entries.length && build({ entryPoints: entries, outdir: join(staging, 'islands'), bundle: true, format: 'esm', target: ['es2020'], minify: true, absWorkingDir: root, logLevel: 'silent' }),
    ]);
    for (const file of readdirSync(staging)) {
      if (file === 'islands') {
        mkdirSync(join(cache, 'islands'), { recursive: true });
        for (const f of readdirSync(join(staging, 'islands'))) renameSync(join(staging, 'islands', f), join(cache, 'islands', f));
      } else if (file !== 'yijian.mjs') renameSync(join(staging, file), join(cache, file));
    }
    renameSync(join(staging, 'yijian.mjs'), join(cache, 'yijian.mjs'));
  } catch (e) {
    for (const m of e.errors ?? []) console.error(`${m.location?.file}:${m.location?.line}: ${m.text}`);
    throw e;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

// The village station: one page with the compiler in it, and the service worker that keeps it. They lie beside the islands.
function station({ build, root, staging }) {
  const from = join(root, 'src', 'web', 'station', 'client');
  const browser = { bundle: true, platform: 'browser', target: ['es2022'], minify: true, absWorkingDir: root, logLevel: 'silent', jsx: 'automatic', jsxImportSource: 'hono/jsx' };
  return Promise.all([
    build({ ...browser, entryPoints: { station: join(from, 'main.tsx') }, format: 'esm', outdir: join(staging, 'islands') }),
    build({ ...browser, entryPoints: { 'station-worker': join(from, 'worker.ts') }, format: 'iife', outdir: join(staging, 'islands') }),
  ]);
}
