#!/usr/bin/env node
// `npm start`: installs if needed, builds, and opens the whole product with the Zhuzhou folder on the embedded store.
import { spawnSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`一件需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。Yijian needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const wanted = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages).filter(([path, p]) => path && !p.dev && !p.optional);
const have = existsSync(installed) ? JSON.parse(readFileSync(installed, 'utf8')).packages : {};
if (wanted.some(([path, p]) => have[path]?.version !== p.version)) {
  console.error('正在安装依赖… Installing dependencies …');
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('依赖没有装好：请检查网络后再运行 npm start。The dependencies could not be installed: check the network and run npm start again.');
    process.exit(1);
  }
}
// Room for what lives as long as one answer, so that collecting it costs little.
const flags = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.server;
const child = spawn(process.execPath, [...flags, join(root, 'bin', 'yijian.mjs'), 'serve', ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? root, stdio: 'inherit' });
// Ctrl-C reaches the child from the terminal; a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
