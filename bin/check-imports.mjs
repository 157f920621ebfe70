#!/usr/bin/env node
// Imports point one way: web, cli → app → core; adapters implement what app owns; core is pure. Read from esbuild's metafile.
import { build } from 'esbuild';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const coreMay = new Set(['valibot', 'yaml', 'minisearch', 'pinyin-pro', 'cborg', 'd3-scale']);
const may = { core: ['core'], app: ['app', 'core'], adapters: ['adapters', 'app', 'core'], web: ['web', 'app', 'core'], cli: ['cli', 'web', 'adapters', 'app', 'core'] };

const files = list(join(root, 'src')).filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f) && !/[\\/]testing[\\/]/.test(f));
const { metafile } = await build({
  entryPoints: files,
  bundle: true,
  write: false,
  outdir: 'x',
  metafile: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: '#html',
  absWorkingDir: root,
  logLevel: 'silent',
  loader: { '.sql': 'text', '.css': 'text', '.svg': 'text' },
});
const wrong = [];
for (const [file, { imports }] of Object.entries(metafile.inputs)) {
  const room = file.split('/')[1];
  for (const { path, external } of imports) {
    if (external) {
      const name = path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0];
      if (room === 'core' && !coreMay.has(name)) wrong.push(`${file} imports ${path}: core may import only ${[...coreMay].join(', ')}`);
    } else if (path.startsWith('src/') && !may[room]?.includes(path.split('/')[1])) wrong.push(`${file} imports ${path}: ${room} may import only ${may[room]?.join(', ')}`);
  }
}
// Types vanish before the metafile, so type imports are read from the text.
for (const f of files) {
  const file = relative(root, f).split(sep).join('/');
  const room = file.split('/')[1];
  const text = readFileSync(f, 'utf8');
  for (const [, path] of text.matchAll(/^(?:import|export) type [^;]*? from '(\.[^']+)'/gm)) {
    const to = relative(join(root, 'src'), join(dirname(f), path)).split(sep)[0];
    if (!may[room]?.includes(to)) wrong.push(`${file} imports types of ${path}: ${room} may import only ${may[room]?.join(', ')}`);
  }
  // Pages run under a strict content security policy: rules become closures, not source text (docs/rule-language.md).
  if (/\bnew Function\(|\beval\(/.test(text)) wrong.push(`${file} makes source text and runs it: make closures`);
  if (room === 'core')
    for (const [what] of text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'/g, '').matchAll(/\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|\bprocess\.|\bperformance\.now\(/g))
      wrong.push(`${file} uses ${what}: time and chance come in as arguments`);
}
for (const w of [...new Set(wrong)]) console.error(w);
console.log(`${files.length} files, ${new Set(wrong).size} imports against the house`);
process.exit(wrong.length ? 1 : 0);

function list(dir) {
  return readdirSync(dir).flatMap((f) => (statSync(join(dir, f)).isDirectory() ? list(join(dir, f)) : [join(dir, f)]));
}
