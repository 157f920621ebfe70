/** Files a scenario of a journey through the use cases; papers to be shown at the counter, the first piece as a file where one is given. */
import { handOver, piecesOf, pieceId } from '../../app/documents';
import { openDraft, saveDraft, startDraft, type OpenDraft } from '../../app/draft';
import type { Person } from '../../app/ports/identity';
import type { Product } from '../../app/product';
import { declineRegisters } from '../../app/registers/preview';
import { submit } from '../../app/submit';
import { scenarioInput } from '../../core/journey';

export type Filing = { upload?: { name: string; bytes: Uint8Array }; answers?: { [concept: string]: unknown } };

/** @returns the case number */
export async function fileCase(product: Product, person: Person, journey: string, scenario: string, { upload, answers }: Filing = {}): Promise<string> {
  const input = scenarioInput(product.law(), journey, scenario, new Set())!;
  const id = await startDraft(product, person, { journey }, product.law().city.home);
  let draft = (await openDraft(product, person, id)) as OpenDraft;
  draft = (await saveDraft(product, draft, { ...draft.body, answers: { ...input.answers, ...(answers as typeof input.answers) } })) as OpenDraft;
  // What registers could say is typed instead.
  if (product.connected.size > 0) draft = (await declineRegisters(product, draft)) as OpenDraft;
  for (const [i, piece] of piecesOf(product, draft).missing.entries()) {
    const given = await handOver(product, draft, i === 0 && upload ? { piece: pieceId(piece), file: upload } : { piece: pieceId(piece), paper: true });
    if (given === 'stale' || 'problem' in given) throw new Error(`not handed over: ${JSON.stringify(given)}`);
    draft = given;
  }
  const done = await submit(product, draft);
  if (done.kind !== 'submitted') throw new Error(JSON.stringify(done));
  return done.number;
}
