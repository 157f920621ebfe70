/** Files handed over, by content: the name of a file is its SHA-256, so it never changes, and a case's events that carry it vouch for it. */
export type Arrived = { have: number; whole: boolean };

/** On its way in: on this machine's disk, measured and hashed, not yet kept. Whoever receives one ends it by `keep`, `setAside` or `drop`; what comes after that does nothing. */
export type Incoming = {
  sha256: string;
  size: number;
  /** The first bytes, enough to tell the type. */
  head: Uint8Array;
  bytes(): AsyncIterable<Uint8Array>;
  /** On disk, or with whoever keeps files, when it answers. */
  keep(): Promise<void>;
  /** Harmful: kept apart, served to nobody. */
  setAside(): Promise<void>;
  drop(): Promise<void>;
};

export interface Files {
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>;
  get(sha256: string): Promise<Uint8Array | null>;
  /** Takes a stream in, never more of it in memory than a piece. */
  receive(body: AsyncIterable<Uint8Array>, most: number): Promise<Incoming | 'too-large'>;
  /** Gives a stream out; it fails before its end where the bytes are not those that were handed over. */
  open(sha256: string): Promise<{ size: number; bytes: AsyncIterable<Uint8Array> } | null>;
  /** A file that comes in pieces from one owner: how much of it is here. `whole`: all of it, and its hash fits. */
  arrived(owner: string, sha256: string): Promise<Arrived>;
  /** The next piece. `gap`: `offset` is not where the last one ended; `damaged`: the whole is not what its hash says, and begins anew. */
  addPiece(owner: string, piece: { sha256: string; size: number; offset: number; bytes: Uint8Array }): Promise<Arrived | 'gap' | 'damaged'>;
}
