/** A held file is scanned later, and cleared or marked harmful for good. Its bytes stay, so that the record can be proved; nobody is given them. */
import { instantOf } from '../clocks';
import type { Went } from '../jobs/work';
import type { TakenJob } from '../ports/jobs';
import type { FileCheck } from '../ports/store';
import type { Product } from '../product';

export async function scanHeld(product: Product, job: TakenJob): Promise<Went> {
  const { sha256 } = job.body as { sha256: string };
  const store = await product.store();
  const file = await (await product.files()).open(sha256);
  if (!file) return { failed: 'the file is not there', giveUp: true };
  if (!product.scanner) return { failed: 'no scanner is set' };
  const verdict = await product.scanner.scan(file.bytes);
  if (verdict === 'clean') await store.clearFile(sha256);
  else if ('found' in verdict) await store.markHarmful(sha256, verdict.found.slice(0, 200), instantOf(product));
  else return { failed: verdict.unable };
  return 'done';
}

/** Of these files, those that may not be opened now. */
export async function checksOf(product: Product, files: readonly ({ sha256: string } | undefined)[]): Promise<ReadonlyMap<string, FileCheck>> {
  const wanted = [...new Set(files.flatMap((f) => f?.sha256 ?? []))];
  if (wanted.length === 0) return new Map();
  return new Map((await (await product.store()).fileChecks(wanted)).map((c) => [c.sha256, c.state]));
}
