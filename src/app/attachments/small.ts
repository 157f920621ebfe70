/** A small picture of a document on a clerk's step. The page that shows it has told the record that the step was opened; the picture does not tell it again. */
import { openCase } from '../open-case';
import type { Clerk } from '../ports/identity';
import type { Product } from '../product';
import { checksOf } from './scan';

export type SmallPicture = { bytes: Uint8Array; type: 'image/webp' };

const most = 200;
const made = new WeakMap<Product, Map<string, SmallPicture>>();

export async function smallPicture(product: Product, clerk: Clerk, number: string, stepId: string, sha256: string): Promise<SmallPicture | null> {
  const open = await openCase(product, number);
  const step = open?.state.steps.get(stepId);
  if (!product.pictures || !open || step?.authority !== clerk.authority) return null;
  const file = open.state.documents.find((d) => d.file?.sha256 === sha256 && step.filed.evidence.some((e) => e.evidence === d.evidence && e.subject === d.subject))?.file;
  if (!file?.type.startsWith('image/') || (await checksOf(product, [file])).size > 0) return null;
  const kept = made.get(product) ?? new Map<string, SmallPicture>();
  made.set(product, kept);
  const found = kept.get(sha256);
  if (found) return found;
  const bytes = await (await product.files()).get(sha256);
  const small = bytes && (await product.pictures.small(bytes));
  if (!small) return null;
  if (kept.size >= most) kept.delete(kept.keys().next().value!);
  kept.set(sha256, small);
  return small;
}
