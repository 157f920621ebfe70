/** Use cases of the city Games: what is known of them, and who has entered, with names covered. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { InForce } from '../core/catalogue';
import { type Games, type Loaded, loadGames, masked } from '../core/games';
import { readFolder } from './load-city';
import type { Product } from './product';

const kept = new WeakMap<InForce, Loaded>();

/** The editions of the city folder, read once per law; files with findings are left out. */
export function gamesOf(product: Product): Loaded {
  const law = product.law();
  const before = kept.get(law);
  if (before) return before;
  const folder = join(product.dir, 'games');
  const { files, findings } = existsSync(folder) ? readFolder(folder) : { files: new Map<string, string>(), findings: [] };
  const loaded = loadGames(new Map([...files].map(([name, text]) => [`games/${name}`, text])), law);
  const all = { ...loaded, findings: [...findings, ...loaded.findings] };
  kept.set(law, all);
  return all;
}

/** `name` is covered; the case number stays with the applicant. */
export type Entry = { name: string; kind: 'person' | 'team'; submittedAt: string };

/** Entries on the authority's desk, page by page in the desk's order: those not yet confirmed or refused. */
export async function entriesOf(product: Product, games: Games, after?: string): Promise<{ entries: Entry[]; next: string | null }> {
  const { authority, journey, person, team } = games.entry;
  const { items, next } = await (await product.store()).queue(authority, { limit: 50, ...(after && { after }) });
  const entries = items
    .filter((i) => i.journey === journey && (i.service === person || i.service === team))
    .map((i): Entry => ({ name: masked(i.applicantName), kind: i.service === team ? 'team' : 'person', submittedAt: i.submittedAt }));
  return { entries, next };
}
