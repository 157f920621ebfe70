/**
 * Bytes to text: UTF-8 with or without a byte-order mark, or GB18030. A file that is neither is refused with the row and column of the first
 * byte that fits nothing. A UTF-8 file with one broken byte would often pass as GB18030 and come out as other characters, so what is
 * mostly UTF-8 is held to UTF-8.
 */
import { finding, type Finding } from '../catalogue';

export type Decoded = { text: string; encoding: 'utf-8' | 'gb18030' };

export function decode(file: string, bytes: Uint8Array): Decoded | Finding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return refused(file, bytes, 0, 'UTF-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return refused(file, bytes, 0, 'UTF-16');
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const marked = body.length !== bytes.length;
  const nul = body.indexOf(0);
  if (nul >= 0) return refused(file, body, nul, null);
  const utf8 = walk(body, utf8Length);
  if (utf8.bad < 0) return clean(file, new TextDecoder('utf-8', { fatal: true }).decode(body), 'utf-8');
  const gb = walk(body, gb18030Length);
  const mostlyUtf8 = marked || utf8.good >= utf8.wrong;
  if (mostlyUtf8 || gb.bad >= 0) return refused(file, body, mostlyUtf8 ? utf8.bad : gb.bad, null);
  return clean(file, new TextDecoder('gb18030').decode(body), 'gb18030');
}

/** What is left of an earlier wrong conversion: replacement characters and characters nobody assigned. */
function clean(file: string, text: string, encoding: Decoded['encoding']): Decoded | Finding {
  const bad = text.search(/[\uFFFD\uE000-\uF8FF]/);
  if (bad < 0) return { text, encoding };
  const before = text.slice(0, bad).split('\n');
  return broken({ file, line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 });
}

/** The first byte that fits nothing (or −1), how many such bytes there are, and how many characters of three bytes or more. */
function walk(bytes: Uint8Array, lengthAt: (bytes: Uint8Array, at: number) => number): { bad: number; wrong: number; good: number } {
  let bad = -1;
  let wrong = 0;
  let good = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) {
      wrong++;
      if (bad < 0) bad = at;
    }
    if (length > 2) good++;
    at += Math.max(length, 1);
  }
  return { bad, wrong, good };
}

const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** Bytes of the UTF-8 character here, 0 for none. */
function utf8Length(b: Uint8Array, at: number): number {
  const first = b[at]!;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return continues(b[at + 1]) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) return continues(b[at + 1]) && continues(b[at + 2]) && (first !== 0xe0 || b[at + 1]! >= 0xa0) && (first !== 0xed || b[at + 1]! < 0xa0) ? 3 : 0;
  if (first >= 0xf0 && first <= 0xf4)
    return continues(b[at + 1]) && continues(b[at + 2]) && continues(b[at + 3]) && (first !== 0xf0 || b[at + 1]! >= 0x90) && (first !== 0xf4 || b[at + 1]! < 0x90) ? 4 : 0;
  return 0;
}

/** Bytes of the GB18030 character here, 0 for none. */
function gb18030Length(b: Uint8Array, at: number): number {
  const first = b[at]!;
  if (first < 0x80) return 1;
  const second = b[at + 1] ?? 0;
  if (first < 0x81 || first > 0xfe) return 0;
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return 2;
  const [third = 0, fourth = 0] = [b[at + 2], b[at + 3]];
  return second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0;
}

function refused(file: string, body: Uint8Array, at: number, kind: string | null): Finding {
  let line = 1;
  let start = 0;
  for (let i = 0; i < at; i++)
    if (body[i] === 10) {
      line++;
      start = i + 1;
    }
  // Continuation bytes are parts of the character before them.
  const column = body.subarray(start, at).reduce((n, byte) => n + (continues(byte) ? 0 : 1), 1);
  if (kind) return finding('YJ871', { file, line: 1, column: 1 }, `文件是 ${kind} 编码；另存为 UTF-8 或 GB18030`, `the file is ${kind}; save it as UTF-8 or GB18030`);
  return broken({ file, line, column });
}

const broken = (place: { file: string; line: number; column: number }): Finding =>
  finding('YJ871', place, '这里既不是 UTF-8 也不是 GB18030；从原系统重新导出，存为 UTF-8', 'this is neither UTF-8 nor GB18030; export it again from where it came from, as UTF-8');
