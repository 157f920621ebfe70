/**
 * Reads one YAML file of a city folder: YAML 1.2, failsafe schema, so that every scalar is text. Anchors, aliases, tags,
 * duplicate keys, empty values, several documents, and anything too deep or too large are findings, never surprises.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node as YamlNode, type Pair } from 'yaml';
import { brackets } from './brackets';
import { syntax } from './complaints';
import { finding, type Finding, type Place } from './finding';

/** A node of the file with the place it stands at. */
export type Tree =
  | { kind: 'text'; value: string; plain: boolean; place: Place; textColumn: number; raw?: string }
  | { kind: 'list'; items: Tree[]; place: Place }
  | { kind: 'map'; entries: Map<string, { key: Place; value: Tree }>; place: Place };

/** Far beyond what a person writes, and little enough that the YAML reader, whose time grows with the square of some things, is done in a second. */
export const limits = { characters: 500_000, lines: 20_000, line: 8_000, depth: 24, nodes: 200_000, findings: 50 };

export function read(file: string, text: string): { tree: Tree | null; findings: Finding[] } {
  const top: Place = { file, line: 1, column: 1 };
  const tooMuch = size(file, text);
  if (tooMuch) return { tree: null, findings: [tooMuch] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what UTF-16 read as UTF-8 is full of.
  const bad = text.search(/\uFFFD|\u0000/);
  if (bad >= 0) return { tree: null, findings: [finding('YJ106', placeAt(file, text, bad), '文件不是 UTF-8 编码；请另存为 UTF-8', 'the file is not UTF-8; save it as UTF-8')] };
  const hidden = text.search(unprintable);
  if (hidden >= 0) return { tree: null, findings: [unseen(placeAt(file, text, hidden))] };
  if (/^(?:\uFEFF)?%/.test(text)) return { tree: null, findings: [finding('YJ103', top, '不许用 % 指令；删去这一行', 'directives (%) are not allowed; remove the line')] };
  const { deep, open } = brackets(text);
  if (deep >= 0) return { tree: null, findings: [finding('YJ104', placeAt(file, text, deep), `嵌套超过 ${limits.depth} 层；减少层次`, `nested more than ${limits.depth} deep; use fewer levels`)] };

  try {
    const { tree, findings } = readSafely(file, text, open);
    return { tree, findings: findings.slice(0, limits.findings) };
  } catch (thrown) {
    // The YAML reader walks by recursion: what got past the count of brackets ends here, not in a crash.
    if (thrown instanceof RangeError) return { tree: null, findings: [finding('YJ104', top, `嵌套超过 ${limits.depth} 层；减少层次`, `nested more than ${limits.depth} deep; use fewer levels`)] };
    throw thrown;
  }
}

function readSafely(file: string, text: string, open: readonly number[]): { tree: Tree | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const top: Place = { file, line: 1, column: 1 };
  const lines = new LineCounter();
  const at = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parsed(text, { version: '1.2', schema: 'failsafe', uniqueKeys: false, strict: true, lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  // A bracket left open makes the reader stumble lines later; the bracket is what the author must find.
  const bracket = open.find((o) => o < (document.errors[0]?.pos[1] ?? 0));
  if (bracket !== undefined) return { tree: null, findings: [finding('YJ101', at(bracket), '这个括号没有结束；补上另一半', 'this bracket is not closed; close it')] };
  for (const e of document.errors.slice(0, limits.findings)) findings.push(syntax(e.code, at(e.pos[0])));
  if (findings.length) return { tree: null, findings };

  visit(document, (_key, node) => {
    const n = node as YamlNode & { anchor?: string; tag?: string };
    if (isAlias(node)) findings.push(finding('YJ103', at(n.range?.[0]), '不许用别名 *；请把内容写出来', 'aliases (*) are not allowed; write the content out'));
    else if (n?.anchor) findings.push(finding('YJ103', at(text.lastIndexOf(`&${n.anchor}`, n.range?.[0])), '不许用锚点 &；请把内容写出来', 'anchors (&) are not allowed; write the content out'));
    else if (n?.tag) findings.push(finding('YJ103', at(text.slice(0, (n.range?.[0] ?? 0) + 1).search(/!+[^!\s]*\s*\S?$/)), '不许用标签（!）；删去它', 'tags (!) are not allowed; remove it'));
    return undefined;
  });
  if (findings.length) return { tree: null, findings };
  if (!document.contents) return { tree: null, findings: [finding('YJ105', top, '文件是空的；写上内容，或删去文件', 'the file is empty; fill it or remove it')] };

  let count = 0;
  const build = (node: YamlNode, depth: number): Tree | null => {
    const place = at(node.range?.[0]);
    if (++count > limits.nodes || depth > limits.depth) {
      if (count === limits.nodes + 1 || depth === limits.depth + 1)
        findings.push(finding('YJ104', place, '内容太多或嵌套太深；拆成几个文件，减少层次', 'too much content or nested too deep; split the file, use fewer levels'));
      return null;
    }
    if (isScalar(node)) {
      const value = node.value === null || node.value === undefined ? '' : String(node.value);
      const plain = node.type === 'PLAIN';
      if (value === '' && plain) {
        findings.push(finding('YJ105', place, '这里没有值；是不是没加引号的文字里有逗号？', 'there is no value here; is there a comma in text without quotes?'));
        return null;
      }
      if (unprintable.test(value)) {
        findings.push(unseen(place));
        return null;
      }
      return { kind: 'text', value, plain, place, textColumn: place.column + (/^QUOTE/.test(node.type ?? '') ? 1 : 0), raw: text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0) };
    }
    if (isSeq(node)) return { kind: 'list', place, items: node.items.map((i) => build(i as YamlNode, depth + 1)).filter((t): t is Tree => t !== null) };
    if (isMap(node)) {
      const entries = new Map<string, { key: Place; value: Tree }>();
      const empty = new Map<string, { key: Place }>();
      for (const pair of node.items as Pair<YamlNode, YamlNode | null>[]) {
        const keyPlace = at(pair.key?.range?.[0]);
        if (!isScalar(pair.key)) {
          findings.push(finding('YJ101', keyPlace, '键必须是文字；检查括号和问号', 'a key must be text; check brackets and question marks'));
          continue;
        }
        const key = String(pair.key.value);
        if (key in Object.prototype) {
          findings.push(finding('YJ101', keyPlace, '不能用这个键；换一个名字', 'this key cannot be used; choose another name'));
          continue;
        }
        const first = entries.get(key) ?? empty.get(key);
        if (first) {
          findings.push(finding('YJ102', keyPlace, `“${key}”在第 ${first.key.line} 行已经写过；留下一个`, `"${key}" is already written on line ${first.key.line}; keep one`));
          continue;
        }
        if (!pair.value || isEmpty(pair.value)) {
          empty.set(key, { key: keyPlace });
          findings.push(finding('YJ105', keyPlace, `“${key}”没有值；是不是没加引号的文字里有逗号？`, `"${key}" has no value; is there a comma in text without quotes?`));
          continue;
        }
        const value = build(pair.value, depth + 1);
        if (value) entries.set(key, { key: keyPlace, value });
        else empty.set(key, { key: keyPlace });
      }
      return { kind: 'map', entries, place };
    }
    return null;
  };
  const tree = build(document.contents as YamlNode, 0);
  return { tree: findings.length ? null : tree, findings };
}

const isEmpty = (n: YamlNode) => isScalar(n) && n.type === 'PLAIN' && (n.value === null || n.value === undefined || n.value === '');

/** A broken file makes an error object per stumble, hundreds of thousands of them; their stack traces are most of the time and nobody reads them. */
function parsed(text: string, options: Parameters<typeof parseDocument>[1]): ReturnType<typeof parseDocument> {
  const traces = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, options);
  } finally {
    Error.stackTraceLimit = traces;
  }
}

function size(file: string, text: string): Finding | null {
  const say = (line: number, zh: string, en: string) => finding('YJ104', { file, line, column: 1 }, zh, en);
  if (text.length > limits.characters) return say(1, `文件超过 ${limits.characters} 字；请拆成几个文件`, `the file is longer than ${limits.characters} characters; split it`);
  let line = 1;
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    if ((end < 0 ? text.length : end) - from > limits.line) return say(line, `这一行超过 ${limits.line} 字；分成几行`, `the line is longer than ${limits.line} characters; break it`);
    if (line > limits.lines) return say(line, `文件超过 ${limits.lines} 行；请拆成几个文件`, `the file has more than ${limits.lines} lines; split it`);
    if (end < 0) break;
    from = end + 1;
  }
  return null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused here.
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD-\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const unseen = (place: Place): Finding => finding('YJ106', place, '这里有看不见的控制字符，不能保存；删去它', 'there is an invisible control character here that cannot be kept; remove it');

/** Where the n-th character of a scalar's value stands: past the quotation mark, escapes and folded lines. */
export function placeWithin(t: Extract<Tree, { kind: 'text' }>, offset: number): Place {
  const raw = t.raw;
  if (raw === undefined) return { ...t.place, column: t.textColumn + offset };
  let i = t.textColumn > t.place.column ? 1 : /^[|>]/.test(raw) ? raw.indexOf('\n') + 1 : 0;
  // What the value has no character for – an escape's backslash, an indent – is passed over.
  const skip = (j: number) => {
    while (i < raw.length && raw[i] !== t.value[j]) i++;
  };
  for (let j = 0; j < offset; j++) {
    skip(j);
    i++;
  }
  if (offset < t.value.length) skip(offset);
  const before = raw.slice(0, Math.min(i, raw.length));
  const lines = before.split('\n');
  return { file: t.place.file, line: t.place.line + lines.length - 1, column: (lines.length === 1 ? t.place.column : 1) + lines[lines.length - 1]!.length };
}

function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { file, line, column: offset - before.lastIndexOf('\n') };
}
