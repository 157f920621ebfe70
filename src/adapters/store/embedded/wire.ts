/** The wire between `pg` and PGlite's thread: to `pg` it is a socket, so pool, named statements and SQLSTATEs are those of a server. */
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { type ThreadAnswer, type ThreadMessage, type ThreadStart, thread } from './thread';

/** The running database. One conversation at a time: the pool has one client. */
export type Engine = {
  /** A new "connection" to the one session there is. */
  connect(): Duplex;
  fsyncs(): number;
  close(): Promise<void>;
};

/** Starts PGlite on an existing directory, or makes one. `synced`: see ThreadStart. Rejects with PGlite's message when it does not start. */
export async function startEngine(directory: string, synced: ReadonlySet<string> = new Set()): Promise<Engine> {
  const fsyncs = new SharedArrayBuffer(4);
  const start: ThreadStart = { from: import.meta.url, directory, fsyncs, synced };
  const worker = new Worker(`const __name = (f) => f; (${thread})()`, { eval: true, workerData: start, stderr: true, stdout: true });
  const waiting: { resolve(answer: ThreadAnswer): void; reject(error: Error): void }[] = [];
  let dead: Error | null = null;

  const next = () => {
    worker.ref();
    return new Promise<ThreadAnswer>((resolve, reject) => (dead ? reject(dead) : waiting.push({ resolve, reject })));
  };
  const die = (error: Error) => {
    dead ??= Object.assign(new Error(`the embedded database stopped: ${error.message}`), { code: 'ECONNRESET' });
    for (const w of waiting.splice(0)) w.reject(dead);
  };
  worker.on('message', (answer: ThreadAnswer) => {
    const first = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if (typeof answer === 'object' && 'failed' in answer) {
      first?.reject(new Error(answer.failed));
      die(new Error(answer.failed));
    } else first?.resolve(answer);
  });
  worker.on('error', die);
  worker.on('exit', (code) => die(new Error(`exit ${code}`)));

  const send = (message: ThreadMessage) => {
    const answer = next();
    if (!dead) worker.postMessage(message, typeof message === 'string' ? [] : [message.buffer as ArrayBuffer]);
    return answer;
  };

  try {
    await next();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    connect: () => new Wire((bytes) => send(bytes) as Promise<Uint8Array>),
    fsyncs: () => Atomics.load(new Int32Array(fsyncs), 0),
    close: async () => {
      if (!dead) await send('close');
      // A thread that is ending does not keep the process from ending; whoever waits for this does.
      const alive = setInterval(() => {}, 1000);
      await worker.terminate();
      clearInterval(alive);
    },
  };
}

/** What `pg` writes within one turn goes over in one message: a whole extended query is one hop. */
class Wire extends Duplex {
  #parts: Uint8Array[] = [];
  constructor(readonly talk: (bytes: Uint8Array) => Promise<Uint8Array>) {
    super();
  }
  connect() {
    process.nextTick(() => this.emit('connect'));
    return this;
  }
  setNoDelay() {}
  setKeepAlive() {}
  ref() {}
  unref() {}
  override _read() {}
  override _write(chunk: Buffer, _: string, done: () => void) {
    if (this.#parts.push(chunk) === 1) process.nextTick(() => this.#flush());
    done();
  }
  override _final(done: () => void) {
    done();
    this.push(null);
  }
  #flush() {
    const message = new Uint8Array(this.#parts.reduce((sum, p) => sum + p.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      message.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.talk(message).then(
      (answer) => !this.destroyed && !this.readableEnded && answer.length > 0 && this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length)),
      (error) => this.destroy(error),
    );
  }
}
