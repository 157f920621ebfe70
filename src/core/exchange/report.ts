/** What an export leaves behind, service by service: facts of the city no column holds, and columns the tables want that the city has nothing for. */
import type { Service } from '../catalogue';
import { isImported } from './item';
import { type Book, columnsOf, itemTables } from './tables';

/** `noField`: places in the service file, list positions as `*`. `missing`: table.column. */
export type Left = { service: string; noField: string[]; missing: string[] };

const held: readonly RegExp[] = [
  '/id',
  '/name/zh',
  '/itemType',
  '/source',
  '/authority',
  '/basicCode',
  '/level/decide',
  '/audience/*',
  '/(applies|eligible)/*/says/zh',
  '/clock/(statutory|promised)/(h|wd|days|weeks|months)',
  '/clock/statutory/source',
  '/stages/*/label/zh',
  '/stages/*/(h|wd|days|months|kind)',
  '/fee/*/(amount|source)',
  '/fee/*/label/zh',
  '/filing/(counter|online)',
  '/delivery/*',
  '/outputs/evidence/*/id',
  '/evidence/*/(source|necessity)',
  '/evidence/*/deferrable/within/(h|wd|days|weeks|months)',
  '/evidence/*/anyOf/*/*/(id|copies|form)',
].map((pattern) => new RegExp(`^${pattern.replaceAll('*', '\\*')}$`));

export function leftBehind(s: Service, book: Book): Left {
  const leaves = new Set<string>();
  walk(s, '', leaves);
  const special = new Set([
    ...((s.delivery?.length ?? 0) > 1 && s.delivery?.includes('counter') ? ['/delivery/counter'] : []),
    ...(s.evidence?.some((e) => e.deferrable && e.necessity === 'optional') ? ['/evidence/*/necessity'] : []),
  ]);
  const noField = [...leaves].filter((path) => !held.some((p) => p.test(path)) && !(path.startsWith('/note') && isImported(s)));
  return { service: s.id, noField: [...new Set([...noField, ...special])].sort(), missing: missing(s, book) };
}

function walk(value: unknown, path: string, into: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) walk(item, `${path}/*`, into);
  else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) walk(item, `${path}/${key}`, into);
  else if (value !== undefined) into.add(path);
}

function missing(s: Service, book: Book): string[] {
  return itemTables.flatMap((name) => {
    const rows = (book[name] ?? []).filter((r) => (r.task_guid ?? r.row_guid) === s.id);
    return columnsOf(name)
      .filter((c) => c.need === 'table' && rows.some((r) => (r[c.name] ?? '') === ''))
      .map((c) => `${name}.${c.name}`);
  });
}
