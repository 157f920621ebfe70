/** Where files are kept: on a disk, or in a store that speaks S3. A name is the SHA-256 of what it names. */
export type Spooled = { path: string; sha256: string; size: number };

export interface Shelf {
  /** Kept when it answers; the spooled file is gone then. Keeping what is there already does nothing. */
  keep(file: Spooled): Promise<void>;
  open(sha256: string): Promise<{ size: number; bytes: AsyncIterable<Uint8Array> } | null>;
  /** Null: not kept. */
  sizeOf(sha256: string): Promise<number | null>;
  /** All that is kept; null where the account may not ask (S3: get and put are all it needs). */
  names(): Promise<string[]> | null;
}

/** Where a file lies below wherever files are kept: ab/cdef… */
export const placeOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2)}`;
