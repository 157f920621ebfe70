/** Folders that cannot be read: YAML, encoding, size, place. */
import { inService, type Broken } from './written';

export const reading: Broken[] = [
  { name: 'a bracket left open', files: inService('needs: ▼[applicant.name\nfee: 0\n'), code: 'YJ101', zh: '补上', en: 'close it' },
  { name: 'indented with a tab', files: inService('level:\n▼\tdecide: county\n'), code: 'YJ101', zh: '制表符', en: 'tabs' },
  { name: 'the same key twice', files: inService('fee: 0\n▼fee: 100\n'), code: 'YJ102', zh: '第 6 行', en: 'line 6' },
  { name: 'the same key twice in brackets', files: inService('filing: {online: true, ▼online: false}\n'), code: 'YJ102', zh: '留下一个', en: 'keep one' },
  { name: 'a bomb of aliases', files: inService('description: ▼&a {zh: x, en: x}\nlevel: {decide: *a, file: [*a, *a]}\n'), code: 'YJ103', zh: '锚点', en: 'anchors' },
  { name: 'a tag', files: inService('description: {zh: ▼!!js/function "f", en: x}\n'), code: 'YJ103', zh: '标签', en: 'tags' },
  { name: 'a directive', files: { 'services/s.yaml': `▼%YAML 1.1\n---\nid: s\n` }, code: 'YJ103', zh: '指令', en: 'directives' },
  { name: 'nested without end', files: { 'services/s.yaml': `id: s\nname: ${'['.repeat(100)}▼${'['.repeat(5000)}` }, code: 'YJ104', zh: '层', en: 'levels' },
  { name: 'nested without end in blocks', files: { 'services/s.yaml': `${'- '.repeat(100)}▼${'- '.repeat(3000)}` }, code: 'YJ104', zh: '层', en: 'levels' },
  { name: 'a file too large', files: { 'services/s.yaml': `▼# ${'x'.repeat(1_000_001)}\n` }, code: 'YJ104', zh: '拆成', en: 'split' },
  { name: 'a value cut off by a comma', files: inService('description: {zh: 先登记, ▼再经营, en: first this}\n'), code: 'YJ105', zh: '逗号', en: 'comma' },
  { name: 'a key without a value', files: inService('▼description:\n'), code: 'YJ105', zh: '没有值', en: 'no value' },
  { name: 'an empty file', files: { 'services/s.yaml': '▼# nothing yet\n' }, code: 'YJ105', zh: '空的', en: 'empty' },
  { name: 'text that was not UTF-8', files: inService('description: {zh: 办▼\uFFFD\uFFFD, en: x}\n'), code: 'YJ106', zh: 'UTF-8', en: 'UTF-8' },
  { name: 'a NUL', files: inService('description: {zh: "a▼\u0000b", en: x}\n'), code: 'YJ106', zh: 'UTF-8', en: 'UTF-8' },
  { name: 'a control character behind an escape', files: inService('description: {zh: ▼"a\\0b", en: x}\n'), code: 'YJ106', zh: '控制字符', en: 'control character' },
  { name: 'two documents in one file', files: inService('stages: [{id: decide, h: 1}]\n▼---\nid: t\n'), code: 'YJ107', zh: '一份文档', en: 'one document' },
  { name: 'a file without a place', files: { 'service/s.yaml': '▼id: s\n' }, code: 'YJ108', zh: '文件夹名', en: 'folder name' },
  { name: 'a file with the wrong ending', files: { 'services/s.yml': '▼id: s\n' }, code: 'YJ108', zh: '.yaml', en: '.yaml' },
  { name: 'no city.yaml', files: { 'city.yaml': null }, code: 'YJ109', file: 'city.yaml', zh: '补上', en: 'add the file' },
];
