/**
 * Concurrent commands share a commit, and reads of one kind a round trip. While one statement is under way those that arrive wait, and go together in the
 * next: nobody waits for a timer, a lone command goes at once, and under load one fsync serves many cases. Nobody is given the answer of a statement that had
 * begun before he asked. Each command still happens once or not at all: when a shared statement fails, its commands are run one by one, so only the one at
 * fault fails.
 */
export type Gathering<In> = {
  /** Statements under way at once. */
  lanes: number;
  /** Commands in one statement. */
  most: number;
  /** Commands with the same mark do not go into one statement; reads have none. */
  mark?: (command: In) => string;
  /** Milliseconds after which a statement holds up nobody: those that wait go beside it. Without it they wait until it is done. */
  patience?: number;
};

/** One at a time reads most at once; one that is slow – a long case, a lock – keeps the others waiting no longer than this. */
export const reading = { lanes: 1, most: 16, patience: 50 } as const;

type Waiting<In, Out> = { command: In; resolve(out: Out): void; reject(error: unknown): void };

export function gather<In, Out>(run: (commands: In[]) => Promise<Out[]>, { lanes, most, mark, patience }: Gathering<In>): (command: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let busy = 0;

  /** An even share of what waits, so that the free lanes work side by side. */
  function take(): Waiting<In, Out>[] {
    const share = Math.min(most, Math.ceil(waiting.length / (lanes - busy)));
    const marks = new Set<string>();
    const batch: Waiting<In, Out>[] = [];
    const later: Waiting<In, Out>[] = [];
    for (const w of waiting) {
      const m = mark?.(w.command);
      if (batch.length < share && (m === undefined || !marks.has(m))) batch.push(w);
      else later.push(w);
      if (m !== undefined) marks.add(m);
    }
    waiting = later;
    return batch;
  }

  async function carry(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await run(batch.map((w) => w.command));
      for (const [i, w] of batch.entries()) w.resolve(outs[i]!);
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const w of batch) await carry([w]);
    }
  }

  function pump(): void {
    while (busy < lanes && waiting.length > 0) {
      const batch = take();
      let counts = true;
      busy += 1;
      const free = () => {
        if (!counts) return;
        counts = false;
        busy -= 1;
        pump();
      };
      const timer = patience === undefined ? undefined : setTimeout(free, patience);
      void carry(batch).finally(() => {
        clearTimeout(timer);
        free();
      });
    }
  }

  return (command) =>
    new Promise((resolve, reject) => {
      waiting.push({ command, resolve, reject });
      queueMicrotask(pump);
    });
}
