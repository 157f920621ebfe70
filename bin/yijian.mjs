#!/usr/bin/env node
// Runs the product from its sources: bundles src with esbuild when a source is newer than the last bundle, then runs it.
// Plain JavaScript so that it works right after `npm ci`, with nothing built.
import { existsSync, mkdirSync, readdirSync, statSync, accessSync, constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`一件需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。Yijian needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const self = fileURLToPath(import.meta.url);
const root = join(dirname(self), '..');
if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  console.error('依赖还没有安装：请先运行 npm ci（或 npm start）。The dependencies are not installed: run npm ci (or npm start) first.');
  process.exit(1);
}

const sources = newest([join(root, 'src'), join(root, 'package.json'), join(root, 'package-lock.json')]);
const fresh = (cache) => existsSync(join(cache, 'yijian.cjs')) && statSync(join(cache, 'yijian.cjs')).mtimeMs >= sources;
// Where somebody else installed and built it, it is only read.
const installed = join(root, 'node_modules', '.cache', 'yijian');
const cache = fresh(installed) ? installed : (writable(installed) ?? writable(join(tmpdir(), `yijian-${process.getuid?.() ?? 0}`)));
if (!fresh(cache)) {
  const { build } = await import('esbuild');
  const { bundles } = await import(pathToFileURL(join(root, 'bin', 'bundles.mjs')).href);
  await bundles({ build, root, cache });
}
const { program } = await import(pathToFileURL(join(root, 'bin', 'program.mjs')).href);
const { exports, keep } = program({ bundle: join(cache, 'yijian.cjs'), from: self, kind: process.argv[2] === 'serve' ? 'serve' : 'commands' });
// A server is kept as it runs, not only when it ends.
setTimeout(keep, 5000).unref();
await exports.main(process.argv.slice(2), { root, cache, self, load: (url) => import(url) });
keep();

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const stat = statSync(path);
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((f) => join(path, f))));
  }
  return latest;
}

function writable(dir) {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return dir;
  } catch {
    return null;
  }
}
