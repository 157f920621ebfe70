/**
 * A file somebody hands over: its type by its first bytes, its size, and – where a scanner is set – whether it is harmless. Harmful ones are set aside and
 * refused. Where the scanner cannot say now, the file is taken and held: nobody opens it until a later scan has cleared it.
 */
import { instantOf } from '../clocks';
import type { HandedOver } from '../../core/case';
import type { Incoming } from '../ports/files';
import type { Product } from '../product';
import { safeName } from './name';

export const largestFile = 10 * 1024 * 1024;

/** Bytes already here, or a file that has streamed in. */
export type Offered = { name: string; bytes: Uint8Array } | { name: string; incoming: Incoming | 'too-large' };
export type FileProblem = 'too-large' | 'wrong-type' | 'empty' | 'harmful';
export type TakenFile = NonNullable<HandedOver['file']>;

/** By content, never by name: what the first bytes say. */
export function fileType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'application/pdf' | null {
  const starts = (...b: number[]) => b.every((x, i) => bytes[i] === x);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return null;
}

export async function takeFile(product: Product, offered: Offered): Promise<TakenFile | { problem: FileProblem }> {
  const files = await product.files();
  const incoming = 'incoming' in offered ? offered.incoming : await files.receive(once(offered.bytes), largestFile);
  if (incoming === 'too-large') return { problem: 'too-large' };
  try {
    if (incoming.size === 0) return { problem: 'empty' };
    if (incoming.size > largestFile) return { problem: 'too-large' };
    const type = fileType(incoming.head);
    if (!type) return { problem: 'wrong-type' };
    if (!(await harmless(product, incoming))) return { problem: 'harmful' };
    await incoming.keep();
    return { sha256: incoming.sha256, name: safeName(offered.name), type, size: incoming.size };
  } finally {
    await incoming.drop();
  }
}

async function harmless(product: Product, incoming: Incoming): Promise<boolean> {
  if (!product.scanner) return true;
  const verdict = await product.scanner.scan(incoming.bytes());
  if (verdict === 'clean') return true;
  if ('unable' in verdict) await hold(product, incoming.sha256);
  else await incoming.setAside();
  return 'unable' in verdict;
}

/** Kept, but opened by nobody until it was scanned. Does nothing where there is no scanner. */
export async function hold(product: Product, sha256: string): Promise<void> {
  if (!product.scanner) return;
  const store = await product.store();
  const at = instantOf(product);
  await store.holdFile(sha256, at);
  await store.addJobs([{ kind: 'scan', key: `${sha256} ${at}`, body: { sha256 }, at }]);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
