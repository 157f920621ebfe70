/** The interview is the same in a browser: bundled without anything of Node, run in a bare context, it asks the same questions in the same order. */
import { createContext, runInContext } from 'node:vm';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { shippedFiles, shippedLaw } from '../testing/shipped-city';
import { interview } from './interview';
import { nothingKnown } from './plan';
import { sha256 } from '../testing/small-city';

const day = '2026-01-15';

test('bundled for the browser, the interview answers as it does here', async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { loadCatalogue } from './catalogue'; export { interview, nothingKnown } from './journey';`, resolveDir: join(import.meta.dirname, '..'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'yijian',
    target: 'es2020',
    metafile: true,
    logLevel: 'silent',
  });
  expect(Object.values(metafile.outputs).flatMap((o) => o.imports.filter((i) => i.external))).toEqual([]);
  const hashes = Object.fromEntries([...shippedFiles].map(([path, text]) => [path, sha256(text)]));
  const context = createContext({ files: JSON.stringify([...shippedFiles]), hashes: JSON.stringify(hashes), day });
  // A bare context looks every global up anew; named once, they cost nothing.
  const globals =
    'Map, Set, WeakMap, WeakSet, Object, Array, Number, String, Boolean, Math, JSON, Symbol, Error, TypeError, RegExp, Date, BigInt, Int32Array, Uint32Array, Uint8Array, Float64Array, Infinity, NaN, Intl, Promise, Reflect';
  runInContext(`(() => { const { ${globals} } = globalThis; ${outputFiles[0]!.text}; globalThis.yijian = yijian; })()`, context);
  runInContext(
    `const hashed = JSON.parse(hashes), texts = new Map(JSON.parse(files));
     const byText = new Map([...texts].map(([path, text]) => [text, hashed[path]]));
     const law = yijian.loadCatalogue(texts, (text) => byText.get(text) ?? String(text.length)).catalogue.inForce(day).law;
     globalThis.ask = (journey, answers) => JSON.stringify(yijian.interview(law, { journey }, JSON.parse(answers), yijian.nothingKnown, day));`,
    context,
  );
  const law = shippedLaw(day);
  for (const id of [...law.journeys.keys()].slice(0, 4)) {
    const answers: { [concept: string]: string | boolean } = {};
    for (let n = 0; n < 6; n++) {
      const here = interview(law, { journey: id }, answers, nothingKnown, day);
      const there = JSON.parse(runInContext(`ask(${JSON.stringify(id)}, ${JSON.stringify(JSON.stringify(answers))})`, context) as string);
      expect(there).toEqual(here);
      expect(Object.keys(here)).toEqual(['next', 'reason', 'support', 'decided', 'undecided']);
      if (here.next === null) break;
      answers[here.next] = n % 2 === 0;
    }
  }
}, 120_000);
