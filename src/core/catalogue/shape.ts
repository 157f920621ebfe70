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
  return {
    findings: result.issues
      .slice(0, 50)
      .flatMap((i) => explain(i, tree, schema))
      .slice(0, 50),
  };
}

function explain(issue: v.BaseIssue<unknown>, tree: Tree, schema: v.GenericSchema): Finding[] {
  const path = issue.path?.map((p) => p.key as string | number) ?? [];
  const at = treeAt(tree, path);
  if (issue.type === 'union' && at) {
    const meant = bestAlternative(schemaAt(schema, path), at);
    if (meant) {
      const inner = shaped(meant, at);
      if ('findings' in inner) return inner.findings;
    }
  }
  if (issue.type === 'strict_object' && path.length) {
    const parent = treeAt(tree, path.slice(0, -1));
    const allowed = Object.keys(schemaAt(schema, path.slice(0, -1))?.entries ?? {});
    if (parent?.kind === 'map' && issue.expected === 'never') return [...parent.entries].filter(([key]) => !allowed.includes(key)).map(([key, e]) => unknownKey(key, e.key, allowed));
    const key = String(path[path.length - 1]);
    if (parent?.kind === 'map' && !parent.entries.has(key)) return [finding('YJ202', parent.place, `缺少“${key}”；补上`, `"${key}" is missing; add it`)];
  }
  const message = issue.message.split('\n')[0]!;
  const [zh, en] =
    at?.kind === 'text' ? [`“${at.value.slice(0, 60)}”`, `"${at.value.slice(0, 60)}"`] : at?.kind === 'list' ? ['一个列表', 'a list'] : at?.kind === 'map' ? ['一组键值', 'a map'] : ['', ''];
  return [finding('YJ203', placeIn(tree, path), `${inChinese(message)}${zh && `，却是${zh}`}`, `${message}${en && `, found ${en}`}`)];
}

function unknownKey(key: string, at: Place, allowed: readonly string[]): Finding {
  const known = nearest(key, allowed);
  return known
    ? finding('YJ201', at, `不认识的键“${key}”；是不是 ${known}？`, `unknown key "${key}"; did you mean ${known}?`)
    : finding('YJ201', at, `不认识的键“${key}”；删去它，这里可写 ${allowed.join('、')}`, `unknown key "${key}"; remove it, here may stand ${allowed.join(', ')}`);
}

/** What the schema library's declarations have in common, as far as it is needed here. */
type Declaration = v.GenericSchema & { entries?: Record<string, Declaration>; item?: Declaration; value?: Declaration; wrapped?: Declaration; options?: readonly Declaration[] };

function schemaAt(schema: v.GenericSchema, path: Path): Declaration | undefined {
  let s: Declaration | undefined = schema as Declaration;
  for (const step of [...path, null]) {
    while (s?.wrapped) s = s.wrapped;
    if (step !== null) s = s?.entries ? s.entries[String(step)] : (s?.item ?? s?.value);
  }
  return s;
}

/** Of a union's alternatives, the one the author was writing: of the right kind – map, list or text – and with most of the keys. */
function bestAlternative(union: Declaration | undefined, at: Tree): Declaration | null {
  let best: Declaration | null = null;
  let least = Infinity;
  for (const option of union?.options ?? []) {
    const o = schemaAt(option, [])!;
    if (o.options) {
      const inner = bestAlternative(o, at);
      if (inner && strangeness(inner, at) < least) [best, least] = [inner, strangeness(inner, at)];
    } else if (strangeness(o, at) < least) [best, least] = [o, strangeness(o, at)];
  }
  return best;
}

function strangeness(o: Declaration, at: Tree): number {
  if (at.kind === 'text') return Infinity;
  if (at.kind === 'list') return o.type === 'array' ? 0 : Infinity;
  if (o.type === 'record') return 1;
  if (!o.entries) return Infinity;
  const keys = Object.entries(o.entries);
  return [...at.entries.keys()].filter((k) => !Object.hasOwn(o.entries!, k)).length + keys.filter(([k, e]) => e.type !== 'optional' && !at.entries.has(k)).length;
}
