/**
 * Reads one YAML file of a city folder: YAML 1.2, failsafe schema, so that every scalar is text. Anchors, aliases, tags,
 * duplicate keys, empty values, several documents, and anything too deep or too large are findings, never surprises.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node as YamlNode, type Pair } from 'yaml';
import { finding, type Finding, type Place } from './finding';

/** A node of the file with the place it stands at. */
export type Tree =
  | { kind: 'text'; value: string; plain: boolean; place: Place; textColumn: number }
  | { kind: 'list'; items: Tree[]; place: Place }
  | { kind: 'map'; entries: Map<string, { key: Place; value: Tree }>; place: Place };

export const limits = { bytes: 1_000_000, depth: 24, nodes: 200_000 };

export function read(file: string, text: string): { tree: Tree | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const top: Place = { file, line: 1, column: 1 };
  if (text.length > limits.bytes) return { tree: null, findings: [finding('YJ104', top, `文件超过 ${limits.bytes} 字；请拆成几个文件`, `the file is longer than ${limits.bytes} characters; split it`)] };
  const bad = text.search(/\uFFFD|\u0000/);
  if (bad >= 0) return { tree: null, findings: [finding('YJ106', placeAt(file, text, bad), '文件不是 UTF-8 编码；请另存为 UTF-8', 'the file is not UTF-8; save it as UTF-8')] };
  const deep = tooDeep(text);
  if (deep >= 0) return { tree: null, findings: [finding('YJ104', placeAt(file, text, deep), `嵌套超过 ${limits.depth} 层`, `nested more than ${limits.depth} deep`)] };

  const lines = new LineCounter();
  const at = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: true, strict: true, lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  for (const e of document.errors) findings.push(syntax(e.code, at(e.pos[0]), e.message));
  if (findings.length) return { tree: null, findings };

  visit(document, (_key, node) => {
    const n = node as YamlNode & { anchor?: string; tag?: string };
    if (isAlias(node)) findings.push(finding('YJ103', at(n.range?.[0]), '不许用别名 *；请把内容写出来', 'aliases (*) are not allowed; write the content out'));
    else if (n?.anchor) findings.push(finding('YJ103', at(n.range?.[0]), '不许用锚点 &；请把内容写出来', 'anchors (&) are not allowed; write the content out'));
    else if (n?.tag && !/^tag:yaml\.org,2002:(str|seq|map)$/.test(n.tag)) findings.push(finding('YJ103', at(n.range?.[0]), `不许用标签 ${n.tag}`, `tags are not allowed (${n.tag})`));
    return undefined;
  });
  if (findings.length) return { tree: null, findings };
  if (!document.contents) return { tree: null, findings: [finding('YJ105', top, '文件是空的', 'the file is empty')] };

  let count = 0;
  const build = (node: YamlNode, depth: number): Tree | null => {
    const place = at(node.range?.[0]);
    if (++count > limits.nodes || depth > limits.depth) {
      if (count === limits.nodes + 1 || depth === limits.depth + 1) findings.push(finding('YJ104', place, '内容太多或太深', 'too much content or nested too deep'));
      return null;
    }
    if (isScalar(node)) {
      const value = node.value === null || node.value === undefined ? '' : String(node.value);
      const plain = node.type === 'PLAIN';
      if (value === '' && plain) {
        findings.push(finding('YJ105', place, '这里没有值；是不是没加引号的文字里有逗号？', 'there is no value here; is there a comma in text without quotes?'));
        return null;
      }
      return { kind: 'text', value, plain, place, textColumn: place.column + (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0) };
    }
    if (isSeq(node)) return { kind: 'list', place, items: node.items.map((i) => build(i as YamlNode, depth + 1)).filter((t): t is Tree => t !== null) };
    if (isMap(node)) {
      const entries = new Map<string, { key: Place; value: Tree }>();
      for (const pair of node.items as Pair<YamlNode, YamlNode | null>[]) {
        const keyPlace = at(pair.key?.range?.[0]);
        if (!isScalar(pair.key)) {
          findings.push(finding('YJ101', keyPlace, '键必须是文字', 'a key must be text'));
          continue;
        }
        const key = String(pair.key.value);
        if (key === '__proto__') {
          findings.push(finding('YJ101', keyPlace, '不能用这个键', 'this key cannot be used'));
          continue;
        }
        if (!pair.value) {
          findings.push(finding('YJ105', keyPlace, `“${key}”没有值；是不是没加引号的文字里有逗号？`, `"${key}" has no value; is there a comma in text without quotes?`));
          continue;
        }
        const value = build(pair.value, depth + 1);
        if (value) entries.set(key, { key: keyPlace, value });
      }
      return { kind: 'map', entries, place };
    }
    return null;
  };
  const tree = build(document.contents as YamlNode, 0);
  return { tree: findings.length ? null : tree, findings };
}

function syntax(code: string, place: Place, message: string): Finding {
  if (code === 'DUPLICATE_KEY') return finding('YJ102', place, '同一个键写了两次；留下一个', 'the same key is written twice; keep one');
  if (code === 'MULTIPLE_DOCS') return finding('YJ107', place, '一个文件里只能有一份文档（不要用 ---）', 'one file holds one document (no second ---)');
  if (code === 'TAB_AS_INDENT') return finding('YJ101', place, '缩进请用空格，不要用制表符', 'indent with spaces, not tabs');
  const first = message.split('\n')[0]!.slice(0, 160);
  return finding('YJ101', place, `YAML 写法不对：${first}；检查缩进、括号和引号`, `not valid YAML: ${first}; check indentation, brackets and quotation marks`);
}

/** Offset of the first bracket nested too deep, or -1; keeps hostile nesting away from the parser's stack. */
function tooDeep(text: string): number {
  let depth = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[' || c === '{') {
      if (++depth > 100) return i;
    } else if (c === ']' || c === '}') depth = Math.max(0, depth - 1);
    else if (c === '\n') {
      dashes = 0;
    } else if ((c === '-' || c === '?') && (text[i + 1] === ' ' || text[i + 1] === '\n') && ++dashes > 100) return i;
  }
  // Block nesting needs one more space per level: a line indented past this is past the depth limit as well.
  const indented = /^ {400,}\S/m.exec(text);
  return indented ? indented.index : -1;
}

function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { file, line, column: offset - before.lastIndexOf('\n') };
}
