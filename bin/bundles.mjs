// What is bundled: the product for Node with the packages it stands on, the reference register, and the islands for the browser. Written beside and renamed, so
// that a half-written bundle is never run.
import { existsSync, readdirSync, renameSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

// Packages that find files of their own (machine code, WebAssembly) beside them, and one that is looked for but not wanted.
const onDisk = ['@electric-sql/pglite', 'esbuild', 'highs', 'sharp', 'pg-native'];

export async function bundles({ build, root, cache }) {
  const id = `${process.pid}-${Date.now()}`;
  const node = {
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: onDisk,
    jsx: 'automatic',
    jsxImportSource: '#html',
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
      // As a script, because only a script's machine code can be kept, and without import(), which a script run from it has forgotten (bin/program.mjs).
      build({
        ...node,
        entryPoints: { yijian: join(root, 'src', 'cli', 'main.ts') },
        format: 'cjs',
        define: { 'import.meta.url': '__from' },
        supported: { 'dynamic-import': false },
        outdir: staging,
        outExtension: { '.js': '.cjs' },
      }),
      existsSync(join(root, 'src/adapters/registers/reference/main.ts')) &&
        build({ ...node, format: 'esm', entryPoints: { 'reference-register': join(root, 'src/adapters/registers/reference/main.ts') }, outdir: staging, outExtension: { '.js': '.mjs' } }),
      station({ build, root, staging }),
      entries.length && build({ entryPoints: entries, outdir: join(staging, 'islands'), bundle: true, format: 'esm', target: ['es2020'], minify: true, absWorkingDir: root, logLevel: 'silent' }),
    ]);
    for (const file of readdirSync(staging)) {
      if (file === 'islands') {
        mkdirSync(join(cache, 'islands'), { recursive: true });
        for (const f of readdirSync(join(staging, 'islands'))) renameSync(join(staging, 'islands', f), join(cache, 'islands', f));
      } else if (file !== 'yijian.cjs') renameSync(join(staging, file), join(cache, file));
    }
    for (const file of readdirSync(cache)) if (file.endsWith('.v8')) rmSync(join(cache, file), { force: true });
    renameSync(join(staging, 'yijian.cjs'), join(cache, 'yijian.cjs'));
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
  const browser = { bundle: true, platform: 'browser', target: ['es2022'], minify: true, absWorkingDir: root, logLevel: 'silent', jsx: 'automatic', jsxImportSource: '#html' };
  return Promise.all([
    build({ ...browser, entryPoints: { station: join(from, 'main.tsx') }, format: 'esm', outdir: join(staging, 'islands') }),
    build({ ...browser, entryPoints: { 'station-worker': join(from, 'worker.ts') }, format: 'iife', outdir: join(staging, 'islands') }),
  ]);
}
