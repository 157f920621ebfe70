/** Checks a file's tree against its declaration and says what is wrong in the author's words, at the author's line. */
import * as v from 'valibot';
import { nearest } from '../rules';
import { finding, type Finding, type Place } from './finding';
import { inChinese } from './messages';
import type { Tree } from './read';

type Path = (string | number)[];

/** Plain data of a tree: text, lists and records. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'text') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([k, e]) => [k, plain(e.value)]));
}

/** Where a path of the plain data stands; the nearest ancestor when the path itself is missing. */
export function placeIn(tree: Tree, path: Path): Place {
  let place = tree.place;
  let t: Tree | undefined = tree;
  for (const step of path) {
    if (t?.kind === 'map') {
      const e: { key: Place; value: Tree } | undefined = t.entries.get(String(step));
      if (!e) return place;
      place = e.value.kind === 'text' ? e.value.place : e.key;
      t = e.value;
    } else if (t?.kind === 'list') {
      t = t.items[Number(step)];
      if (!t) return place;
      place = t.place;
    } else return place;
  }
  return place;
}

export function treeAt(tree: Tree, path: Path): Tree | null {
  let t: Tree | undefined = tree;
  for (const step of path) t = t?.kind === 'map' ? t.entries.get(String(step))?.value : t?.kind === 'list' ? t.items[Number(step)] : undefined;
  return t ?? null;
}

export function shaped<S extends v.GenericSchema>(schema: S, tree: Tree): { value: v.InferOutput<S> } | { findings: Finding[] } {
  const result = v.safeParse(schema, plain(tree), { abortPipeEarly: true });
  if (result.success) return { value: result.output };
  return { findings: result.issues.flatMap((i) => explain(i, tree)) };
}

function explain(issue: v.BaseIssue<unknown>, tree: Tree, above: Path = []): Finding[] {
  const path = [...above, ...(issue.path?.map((p) => p.key as string | number) ?? [])];
  if (issue.type === 'union' && issue.issues) {
    const inner = bestAlternative(issue.issues, treeAt(tree, path));
    if (inner.length) return inner.flatMap((i) => explain(i, tree, path));
  }
  if (issue.type === 'strict_object' && issue.path?.length) {
    const key = String(path[path.length - 1]);
    const parent = treeAt(tree, path.slice(0, -1));
    if (issue.expected === 'never') {
      const at = parent?.kind === 'map' ? (parent.entries.get(key)?.key ?? parent.place) : tree.place;
      const known = nearest(key, knownKeys(issue));
      return [finding('YJ201', at, `不认识的键“${key}”${known ? `；是不是 ${known}？` : '；删去它，或查 schemas/'}`, `unknown key "${key}"${known ? `; did you mean ${known}?` : '; remove it, or look in schemas/'}`)];
    }
    if (parent?.kind === 'map' && !parent.entries.has(key)) return [finding('YJ202', parent.place, `缺少“${key}”`, `"${key}" is missing`)];
  }
  const message = issue.message.split('\n')[0]!;
  const got = treeAt(tree, path);
  const found = got?.kind === 'text' ? `“${got.value.slice(0, 60)}”` : got?.kind === 'list' ? '一个列表' : got?.kind === 'map' ? '一组键值' : '';
  const foundEn = got?.kind === 'text' ? `"${got.value.slice(0, 60)}"` : got?.kind === 'list' ? 'a list' : got?.kind === 'map' ? 'a map' : '';
  return [finding('YJ203', placeIn(tree, path), `${inChinese(message)}${found && `，却是${found}`}`, `${message}${foundEn && `, found ${foundEn}`}`)];
}

/** Of a union's alternatives, the one the author was writing: the map form for a map, the list form for a list. */
function bestAlternative(issues: readonly v.BaseIssue<unknown>[], at: Tree | null): v.BaseIssue<unknown>[] {
  if (!at || at.kind === 'text') return [];
  const deeper = issues.filter((i) => (i.path?.length ?? 0) > 0);
  if (at.kind === 'map') {
    const own = deeper.filter((i) => i.type === 'strict_object' || (i.path?.length ?? 0) > 0);
    // Where several map forms were tried, the one with the fewest complaints is meant.
    return own.length <= 4 ? own.slice(0, 2) : own.slice(0, 1);
  }
  return deeper.slice(0, 2);
}

function knownKeys(issue: v.BaseIssue<unknown>): string[] {
  const requirement = issue.requirement as unknown;
  return Array.isArray(requirement) ? requirement.map(String) : knownEverywhere;
}

/** Keys an author may mistype; the declaration at fault is not told by the schema library. */
const knownEverywhere = (
  'id name aliases description authority itemType level audience subjects initiator applies eligible excludes needs evidence outputs filing delivery alone acts stages clock fee window ' +
  'use as with when per optional oneOf ask default answers outputs expect title theme services open notes jointPromise scenarios source illustrative note irreducible ' +
  'concept by anyOf necessity deferrable label copies form kept of kind stage joins counter subject grants after statutory promised alternatives amount payee gate ' +
  'entity data type hint example unit suppliedBy reuse derive mayBeAbsent clerkCanFind group many register key heldBy from connected basis endpoint code hall division counters ' +
  'year off work zone offset workday home telephone popular themes publisher date number url says entries facts story printed doubt strength speaker usedBy notModelled values section address hours'
).split(' ');
