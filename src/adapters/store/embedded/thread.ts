/**
 * PGlite in a thread of its own. PGlite is PostgreSQL compiled to WebAssembly and runs every statement, fsync included, where it is called: on the
 * main thread a cold open would hold back the first page by about a second. Here it speaks the PostgreSQL wire protocol: bytes come in, bytes go out.
 *
 * Stock PGlite does not survive a power cut: it starts with `-F` (fsync off) and its file system has no fsync at all (electric-sql/pglite #1107).
 * `Durable` gives it one, in preRun, before recovery runs; the counter lets the opener see that it works.
 *
 * PostgreSQL recovers from a crash by first syncing all of its thousand files one after another, a second or two. The opener has synced them beforehand, many
 * at a time, so that one still in the state in which it was synced need not wait for the disk again. Once the database is open every fsync is one.
 *
 * `thread` is shipped as text (the program is bundled into one file), so it may use nothing from outside itself.
 */
export type ThreadStart = {
  /** A file from which node_modules is found. */
  from: string;
  directory: string;
  /** One Int32: how many fsyncs reached the operating system. */
  fsyncs: SharedArrayBuffer;
  /** States of files that have just been synced (durable.ts); empty: none. */
  synced: ReadonlySet<string>;
};
/** In order, one answer for each message. `close` is answered by `closed`. */
export type ThreadMessage = Uint8Array | 'close';
export type ThreadAnswer = Uint8Array | 'ready' | 'closed' | { failed: string };

export function thread(): void {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const fs = process.getBuiltinModule('node:fs');
  const port = parentPort!;
  const start = workerData as ThreadStart;
  const load = process.getBuiltinModule('node:module').createRequire(start.from);
  const { PGlite } = load('@electric-sql/pglite') as typeof import('@electric-sql/pglite');
  const { NodeFS } = load('@electric-sql/pglite/nodefs') as typeof import('@electric-sql/pglite/nodefs');
  const counter = new Int32Array(start.fsyncs);
  let synced = start.synced;
  const stillSynced = (file: number) => {
    if (synced.size === 0) return false;
    const { ino, ctimeNs } = fs.fstatSync(file, { bigint: true });
    return synced.has(`${ino} ${ctimeNs}`);
  };
  const inputOutputError = 29; // EIO of WASI: PostgreSQL then stops with PANIC, as it must (it may not try again after a failed fsync)

  class Durable extends NodeFS {
    override async init(...[pg, options]: Parameters<InstanceType<typeof NodeFS>['init']>) {
      const result = await super.init(pg, options);
      // biome-ignore lint/suspicious/noExplicitAny: the inside of emscripten has no types
      result.emscriptenOpts.preRun!.push((module: any) => {
        module.NODEFS.stream_ops.fsync = (stream: { nfd: number }) => {
          try {
            if (stillSynced(stream.nfd)) return 0;
            fs.fsyncSync(stream.nfd);
          } catch {
            return inputOutputError;
          }
          Atomics.add(counter, 0, 1);
          return 0;
        };
      });
      return result;
    }
  }

  const durability = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'full_page_writes=on', '-c', 'synchronous_commit=on'];
  const pg = new PGlite({
    fs: new Durable(start.directory),
    startParams: [...PGlite.defaultStartParams.filter((p) => p !== '-F'), ...durability],
  });
  const answer = (message: ThreadAnswer) => port.postMessage(message);
  const fail = (error: unknown) => answer({ failed: String((error as Error)?.message ?? error) });

  async function act(message: ThreadMessage) {
    if (message === 'close') {
      await pg.close();
      return answer('closed');
    }
    const parts: Uint8Array[] = [];
    await pg.execProtocolRawStream(message, { syncToFs: false, onRawData: (bytes) => void parts.push(bytes.slice()) });
    const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    port.postMessage(whole, [whole.buffer as ArrayBuffer]);
  }

  let last: Promise<unknown> = pg.waitReady.then(() => {
    synced = new Set();
    answer('ready');
  }, fail);
  port.on('message', (message: ThreadMessage) => {
    last = last.then(() => act(message)).catch(fail);
  });
}
