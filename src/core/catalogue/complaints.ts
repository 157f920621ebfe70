/** The YAML reader's complaints in words that say what to do. */
import { finding, type Finding, type Place } from './finding';

/** What the YAML reader complains of, in words that say what to do. */
const complaints: { [code: string]: [zh: string, en: string] } = {
  MULTIPLE_DOCS: ['一个文件里只能有一份文档（不要用 ---）', 'one file holds one document (no second ---)'],
  TAB_AS_INDENT: ['缩进请用空格，不要用制表符', 'indent with spaces, not tabs'],
  BAD_INDENT: ['缩进不对；同一级的行要左对齐，下一级多空两格', 'wrong indentation; lines of one level start in one column, the next level two further in'],
  MISSING_CHAR: ['缺少一个符号；检查引号、括号、冒号和逗号是否成对', 'a character is missing; check that quotation marks, brackets, colons and commas are complete'],
  UNEXPECTED_TOKEN: [
    '这里多了符号或文字；检查括号、引号和缩进，文字里有特殊符号时加引号',
    'something does not belong here; check brackets, quotation marks and indentation, and quote text with special characters',
  ],
  BAD_SCALAR_START: ['文字不能以这个符号开头；给文字加上引号', 'text cannot start with this character; put the text in quotes'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠写法不对；改用单引号', 'bad escape after a backslash in double quotes; use single quotes'],
  MULTILINE_IMPLICIT_KEY: ['键写到了第二行；检查冒号后是否有空格、引号是否结束', 'a key runs over two lines; check the space after the colon and the closing quotation mark'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里有两个“键: 值”；分成两行，或给文字加引号', 'two "key: value" on one line; use two lines, or quote the text'],
  BLOCK_IN_FLOW: ['括号里不能用缩进的写法；改用 [ ] 或 { }', 'indented lists cannot stand inside brackets; use [ ] or { }'],
  KEY_OVER_1024_CHARS: ['键太长；检查引号和冒号', 'the key is too long; check quotation marks and colons'],
  TAG_RESOLVE_FAILED: ['不许用标签（!）；删去它', 'tags (!) are not allowed; remove it'],
  BAD_ALIAS: ['不许用别名（*）或锚点（&）；文字以它们开头时加引号', 'aliases (*) and anchors (&) are not allowed; quote text that starts with one'],
  BAD_DIRECTIVE: ['不许用 % 指令；删去这一行', 'directives (%) are not allowed; remove the line'],
};
const otherwise: [string, string] = ['YAML 写法不对；检查缩进、括号和引号', 'not valid YAML; check indentation, brackets and quotation marks'];
const numbers: { [code: string]: string } = { MULTIPLE_DOCS: 'YJ107', TAG_RESOLVE_FAILED: 'YJ103', BAD_ALIAS: 'YJ103', BAD_DIRECTIVE: 'YJ103' };
export const syntax = (code: string, place: Place): Finding => finding(numbers[code] ?? 'YJ101', place, ...(complaints[code] ?? otherwise));
