/** Which moments must lie before which: arcs are added only while no circle closes, so whatever is chosen can be carried out. */
export type Arc = readonly [number, number];
export type Order = {
  /** Adds all the arcs and answers true, or none of them and answers false. */
  add(arcs: readonly Arc[]): boolean;
  /** Takes back what the last `add` of these arcs did. */
  remove(arcs: readonly Arc[]): void;
};

export function order(size: number, fixed: readonly Arc[] = []): Order {
  const next: number[][] = Array.from({ length: size }, () => []);
  const seen = new Int32Array(size);
  let stamp = 0;
  const reaches = (from: number, to: number): boolean => {
    stamp++;
    const open = [from];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      if (i === to) return true;
      if (seen[i] === stamp) continue;
      seen[i] = stamp;
      for (const n of next[i]!) open.push(n);
    }
    return false;
  };
  const remove = (arcs: readonly Arc[]) => {
    for (let i = arcs.length - 1; i >= 0; i--) next[arcs[i]![0]]!.pop();
  };
  for (const [a, b] of fixed) next[a]!.push(b);
  return {
    remove,
    add: (arcs) => {
      for (let i = 0; i < arcs.length; i++) {
        const [a, b] = arcs[i]!;
        if (a === b || reaches(b, a)) {
          remove(arcs.slice(0, i));
          return false;
        }
        next[a]!.push(b);
      }
      return true;
    },
  };
}

/** The strongly connected part each node belongs to: only arcs inside one part can ever close a circle (Tarjan). */
export function partsOf(size: number, arcs: Iterable<Arc>): Int32Array {
  const next: number[][] = Array.from({ length: size }, () => []);
  for (const [a, b] of arcs) next[a]!.push(b);
  const part = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const stack: number[] = [];
  let count = 0;
  let parts = 0;
  const visit = (v: number) => {
    index[v] = low[v] = count++;
    stack.push(v);
    for (const n of next[v]!) {
      if (index[n]! < 0) {
        visit(n);
        low[v] = Math.min(low[v]!, low[n]!);
      } else if (part[n]! < 0) low[v] = Math.min(low[v]!, index[n]!);
    }
    if (low[v] !== index[v]) return;
    for (let top = -1; top !== v; ) {
      top = stack.pop()!;
      part[top] = parts;
    }
    parts++;
  };
  for (let v = 0; v < size; v++) if (index[v]! < 0) visit(v);
  return part;
}
