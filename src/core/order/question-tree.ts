/**
 * The text of a question file as a tree: YAML and JSON alike with their lines; a long JSON list, which programs send, without them. A missing fact
 * and `null` are the same, except where `null` says that there is none.
 */
import { read, type Finding, type Place, type Tree } from '../catalogue';

const long = 200_000;
const depth = 12;

export function questionTree(file: string, content: string): Tree | { findings: Finding[] } {
  const text = content.replace(/^\uFEFF/, '');
  const json = text.length > long ? jsonTree(file, text) : null;
  if (json) return listed(json);
  const { tree, findings } = read(file, text);
  return tree ? listed(tree) : { findings };
}

/** A single question stands for a list of one. */
const listed = (tree: Tree): Tree => unknownsOut(tree.kind === 'map' ? { kind: 'list', items: [tree], place: tree.place } : tree);

/** Null when it is not JSON, or nested as no question is. */
function jsonTree(file: string, text: string): Tree | null {
  const place: Place = { file, line: 1, column: 1 };
  const node = (value: unknown, left: number): Tree => {
    if (left === 0) throw new SyntaxError('nested too deep');
    if (Array.isArray(value)) return { kind: 'list', place, items: value.map((x) => node(x, left - 1)) };
    if (value !== null && typeof value === 'object') return { kind: 'map', place, entries: new Map(Object.entries(value).map(([k, x]) => [k, { key: place, value: node(x, left - 1) }])) };
    return { kind: 'text', value: String(value), plain: typeof value !== 'string', place, textColumn: 1, raw: String(value) } as Tree;
  };
  try {
    return node(JSON.parse(text), depth);
  } catch (e) {
    if (e instanceof SyntaxError) return null;
    throw e;
  }
}

const saysNone = new Set(['test', 'work']);
const isNull = (t: Tree) => t.kind === 'text' && t.plain && (t.value === 'null' || t.value === '~');

/** Unknown facts are left out; where `null` says "none" it stays, as the text `null`. */
function unknownsOut(tree: Tree): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(unknownsOut) };
  if (tree.kind !== 'map') return tree;
  const entries = [...tree.entries].filter(([k, e]) => saysNone.has(k) || !isNull(e.value));
  return { ...tree, entries: new Map(entries.map(([k, e]) => [k, { key: e.key, value: isNull(e.value) ? ({ ...e.value, value: 'null' } as Tree) : unknownsOut(e.value) }])) };
}
