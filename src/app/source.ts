/** Use case: the newspaper page behind the demand – its stories and facts, and for each fact what in this city carries it. */
import { plain, read, type Catalogue, type InForce, type Label, type Source } from '../core/catalogue';
import { articlesOf, folders, useOf, usesIn, type Fact, type UseKind } from '../core/source';
import { readFolder } from './load-city';
import type { Product } from './product';

/** `there` is false while the room that will carry the fact has not been built. */
export type Carrier = { use: string; name: Label; there: boolean };
export type Story = { id: string; title: Label; facts: { fact: Fact; carriers: Carrier[] }[] };
export type Article = { id: string; title: Label; holds: string[]; facts: number };
export type NewspaperPage = { source: Source; stories: Story[]; articles: Article[] };

/** `carried` by something that is there, `coming` when all that will carry it has yet to be built, or `left` out for a reason. */
export type Standing = 'carried' | 'coming' | 'left';
export const standing = ({ fact, carriers }: Story['facts'][number]): Standing => (fact.notModelled ? 'left' : carriers.some((c) => c.there) ? 'carried' : 'coming');

/** The source that is told story by story: the newspaper page. */
export const newspaperOf = (law: InForce): Source | undefined => [...law.sources.values()].find((s) => s.stories && s.facts);

export function newspaperPage(law: InForce, files: ReadonlyMap<string, string>): NewspaperPage | null {
  const source = newspaperOf(law);
  if (!source) return null;
  const uses = usesIn(files.keys());
  const names = new Map<string, Label>();
  const carrier = (use: string): Carrier => {
    if (!names.has(use)) names.set(use, nameOf(use, files));
    return { use, name: names.get(use)!, there: uses.has(use) };
  };
  return {
    source,
    stories: source.stories!.map((s) => ({ ...s, facts: source.facts!.filter((f) => f.story === s.id).map((fact) => ({ fact, carriers: (fact.usedBy ?? []).map(carrier) })) })),
    articles: (source.articles ?? []).map((a) => ({ ...a, facts: source.facts!.filter((f) => articlesOf({ ...source, articles: [a] }, f).length > 0).length })),
  };
}

const pages = new WeakMap<Catalogue, NewspaperPage | null>();

/** Put together once for a catalogue. */
export function newspaperFor(product: Product): NewspaperPage | null {
  if (!pages.has(product.catalogue)) pages.set(product.catalogue, newspaperPage(product.law(), readFolder(product.dir).files));
  return pages.get(product.catalogue)!;
}

/** The name or title its own file gives it; its id where it gives none. */
function nameOf(use: string, files: ReadonlyMap<string, string>): Label {
  const found = useOf(use);
  if (!found) return { zh: use, en: use };
  if (found.kind === 'divisions') return { zh: '区划', en: 'Divisions' };
  const file = `${folders[found.kind as UseKind]}/${found.id}`;
  const text = files.get(`${file}.yaml`) ?? files.get(`${file}/${found.id}.yaml`);
  const tree = text === undefined ? null : read(file, text).tree;
  const top = tree && (plain(tree) as { name?: unknown; title?: unknown });
  return [top?.name, top?.title].find(isLabel) ?? { zh: found.id, en: found.id };
}
const isLabel = (x: unknown): x is Label => typeof x === 'object' && x !== null && typeof (x as Label).zh === 'string' && typeof (x as Label).en === 'string';
