// The bundle, run with the machine code V8 made of it the last time: reading and compiling it anew is most of what a start costs (0.5 s of processor time,
// 0.15 with it). V8 itself refuses machine code of another version or other flags; of another text it would not notice, so a hash of
// text and flags is in the name.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

// `from`: the file from which packages are found. `kind`: what runs much the same code and shares what is kept.
export function program({ bundle, from, kind }) {
  const text = readFileSync(bundle, 'utf8');
  const place = `${bundle.replace(/\.cjs$/, '')}-${createHash('sha1')
    .update(`${process.execArgv} ${process.env.NODE_OPTIONS ?? ''}\n${text}`)
    .digest('hex')
    .slice(0, 16)}-${process.version}-${process.arch}-${kind}.v8`;
  const cachedData = existsSync(place) ? readFileSync(place) : undefined;
  const script = new Script(`(function (exports, require, module, __filename, __dirname, __from) {${text}\n})`, {
    filename: bundle,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(from), module, bundle, dirname(bundle), pathToFileURL(from).href);
  const kept = cachedData !== undefined && !script.cachedDataRejected;
  let due = !kept;
  const keep = () => {
    if (!due) return;
    due = false;
    const making = `${place}.${process.pid}`;
    try {
      writeFileSync(making, script.createCachedData());
      renameSync(making, place);
    } catch {
      // A directory of somebody else's: then the next start takes as long as this one.
      rmSync(making, { force: true });
    }
  };
  return { exports: module.exports, kept, keep };
}
