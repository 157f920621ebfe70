/** The places of a city folder that can carry a fact, as `usedBy` names them: `orders/ID`, `targets/ID`, `index/ID`, `divisions` … */

/** Kind in `usedBy` → folder. */
export const folders = {
  journeys: 'journeys',
  services: 'services',
  orders: 'orders',
  agreements: 'agreements',
  requests: 'requests',
  targets: 'targets',
  statistics: 'statistics',
  index: 'indices',
  games: 'games',
  sources: 'sources',
} as const;
export type UseKind = keyof typeof folders;

export type Use = { kind: UseKind; id: string } | { kind: 'divisions' };

/** @returns null for text that names no kind of place. */
export function useOf(text: string): Use | null {
  if (text === 'divisions') return { kind: 'divisions' };
  const [kind, id, ...rest] = text.split('/');
  return kind !== undefined && kind in folders && id && rest.length === 0 ? { kind: kind as UseKind, id } : null;
}

/** Every use the folder offers. A game may be a folder of its own: `games/14th/…`. */
export function usesIn(paths: Iterable<string>): Set<string> {
  const out = new Set<string>(['divisions']);
  for (const path of paths)
    for (const [kind, folder] of Object.entries(folders)) {
      const found = new RegExp(`^${folder}/([^/]+?)(?:\\.yaml|/.+)$`).exec(path);
      if (found) out.add(`${kind}/${found[1]}`);
    }
  return out;
}

/** Whether the folder holds anything of the kind. */
export const offers = (uses: ReadonlySet<string>, kind: UseKind): boolean => [...uses].some((u) => u.startsWith(`${kind}/`));

/** Whether the file of a place cites the fact anywhere. */
export function citesFact(files: ReadonlyMap<string, string>, use: Use, cite: string): boolean {
  if (use.kind === 'divisions') return false;
  const text = files.get(`${folders[use.kind]}/${use.id}.yaml`) ?? '';
  for (let at = text.indexOf(cite); at >= 0; at = text.indexOf(cite, at + 1)) if (!/[\w.-]/.test(text[at + cite.length] ?? '')) return true;
  return false;
}
