/** Items out of the tables. Everything that is wrong is told with its row and column; a single mistake and nothing is taken. */
import { creditCodeFault, finding, type Finding, type InForce } from '../catalogue';
import { type Checked, checkSheet, dictionaryOf } from './check-sheet';
import type { Sheet } from './csv';
import type { Item, Length, Material } from './item';
import { formLabel, fromLabel, kindLabel, levelLabel, needLabel, typeLabel } from './rows';
import { itemTables, type TableName } from './tables';
import { codeOf } from './labels';
import { isBasicCode, taskCode } from './task-code';
import { readFlow, readLength, readYuan, unitOfLabel } from './words';

/** `notKept`: what the file says and the city model has no place for, by item. */
export type Reading = { items: Item[]; findings: Finding[]; notKept: { item: string; what: { zh: string; en: string } }[] };
type NotKept = Reading['notKept'];

/** More than these help nobody. */
const mostFindings = 200;

function byGuid(rows: readonly Checked[]): Map<string, Checked[]> {
  const groups = new Map<string, Checked[]>();
  for (const row of rows) grouped(groups, row.get('task_guid')).push(row);
  return groups;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export function readItems(sheets: ReadonlyMap<TableName, Sheet>, law: InForce): Reading {
  const { dictionary, findings } = dictionaryOf(sheets.get('codes'));
  const checked = new Map<TableName, Checked[]>();
  for (const name of itemTables) {
    const sheet = sheets.get(name);
    if (!sheet) continue;
    const found = checkSheet(name, sheet, dictionary);
    checked.set(name, found.rows);
    for (const f of found.findings) findings.push(f);
  }
  const basics = checked.get('up_task_general_basic') ?? [];
  if (!sheets.has('up_task_general_basic'))
    findings.push(
      finding(
        'YJ874',
        { file: 'up_task_general_basic', line: 1, column: 1 },
        '缺少实施清单基本表 up_task_general_basic；一起导入',
        'the basic table up_task_general_basic is missing; import it as well',
      ),
    );
  for (const f of [...strays(checked, new Set(basics.map((b) => b.get('row_guid')))), ...sameCodes(basics)]) findings.push(f);
  const notKept: NotKept = [];
  // What belongs to which item means nothing while a table is broken.
  if (findings.length > 0) return { items: [], findings: findings.slice(0, mostFindings), notKept };
  const byItem = new Map([...checked].map(([name, rows]) => [name, byGuid(rows)] as const));
  const items = basics.map((row) => readItem(row, (name) => byItem.get(name)?.get(row.get('row_guid')) ?? [], law, findings, notKept));
  return { items, findings: findings.slice(0, mostFindings), notKept };
}

/** Rows of the other tables belong to an item of the basic table. */
const strays = (checked: ReadonlyMap<TableName, Checked[]>, ids: ReadonlySet<string>): Finding[] =>
  [...checked]
    .filter(([name]) => name !== 'up_task_general_basic')
    .flatMap(([, rows]) =>
      rows
        .filter((r) => r.get('task_guid') !== '' && !ids.has(r.get('task_guid')))
        .map((r) =>
          finding(
            'YJ879',
            r.at('task_guid'),
            `第${r.at('task_guid').line}行，基本表里没有事项“${r.get('task_guid')}”（task_guid）`,
            `row ${r.at('task_guid').line}, task_guid: the basic table has no item "${r.get('task_guid')}"`,
          ),
        ),
    );

/** An implementation code, with its handling item, is one item's. */
function sameCodes(basics: readonly Checked[]): Finding[] {
  const first = new Map<string, number>();
  return basics.flatMap((row) => {
    const code = row.get('task_code') && `${row.get('task_code')} ${row.get('task_handle_item')}`;
    if (!code) return [];
    const before = first.get(code);
    first.set(code, before ?? row.at('task_code').line);
    if (before === undefined) return [];
    const place = row.at('task_code');
    return [finding('YJ878', place, `第${place.line}行，实施编码与第${before}行相同（task_code）；每个事项各用一个`, `row ${place.line}, task_code is that of row ${before}; each item has its own`)];
  });
}

function readItem(row: Checked, rowsOf: (name: TableName) => Checked[], law: InForce, findings: Finding[], notKept: NotKept): Item {
  const id = row.get('row_guid');
  const wrong = (code: string, column: string, zh: string, en: string, at: Checked = row): void => {
    const place = at.at(column);
    findings.push(finding(code, place, `第${place.line}行，${zh}`, `row ${place.line}, ${en}`));
  };
  const lost = (zh: string, en: string): void => void notKept.push({ item: id, what: { zh, en } });
  if (id !== '' && !idPattern.test(id)) wrong('YJ876', 'row_guid', `记录唯一标识“${id}”只能用字母、数字和 - . _`, `row_guid "${id}" may hold letters, digits and - . _ only`);
  const extend = rowsOf('up_task_general_extend');
  if (extend.length > 1) wrong('YJ878', 'task_guid', '这个事项在扩展表里有两行；留一行', 'the extension table has two rows for this item; keep one', extend[1]!);
  const more = extend[0];
  if (rowsOf('up_task_general_questions').length > 0) lost('常见问题（up_task_general_questions）', 'questions and answers');
  const audience = row.get('server_type').split('^');
  if (audience.some((a) => a !== '' && a !== '自然人')) lost('服务对象细分（只分个人和单位）', 'the kind of organisation addressed');
  codes(row, wrong);
  authority(row, law, wrong);
  const statutory = length(row, 'anticipate', wrong);
  const promised = length(row, 'promise', wrong);
  return {
    id,
    name: row.get('task_name'),
    itemType: itemType(row, wrong),
    law: row.get('by_law'),
    authority: row.get('dept_name'),
    creditCode: row.get('dept_code') || null,
    basicCode: row.get('catalog_code') || null,
    level: level(row, wrong),
    audience: [...(audience.includes('自然人') ? (['person'] as const) : []), ...(audience.some((a) => a !== '' && a !== '自然人') ? (['organisation'] as const) : [])],
    statutory,
    promised,
    clockLaw: statutory ? row.get('anticipate_explain') : '',
    condition: row.get('accept_condition'),
    stages: stages(row, promised ?? statutory, lost),
    fees: fees(row, rowsOf('up_task_general_fee_project'), wrong),
    online: more?.get('is_online') === '是' || row.get('handle_type').split('^').includes('网上'),
    counter: row.get('transact_addr'),
    hours: row.get('transact_time'),
    electronic: more?.get('online_handle_depth') === '互联网电子证照反馈',
    post: more?.get('is_express') === '是',
    results: (more?.get('result_name') ?? '').split('；').filter(Boolean),
    materials: materials(rowsOf('up_task_general_material'), wrong),
  };
}

type Wrong = (code: string, column: string, zh: string, en: string, at?: Checked) => void;

const keyOf = <K extends string>(labels: { readonly [k in K]: string }, label: string): K | null => (Object.keys(labels) as K[]).find((k) => labels[k] === label) ?? null;

function itemType(row: Checked, wrong: Wrong): Item['itemType'] {
  const label = row.get('task_type');
  const type = keyOf(typeLabel, label);
  if (label !== '' && type === null)
    wrong('YJ877', 'task_type', `事项类型“${label}”不是依申请办的事，城市目录里没有（task_type）`, `task_type "${label}" is not applied for and has no place in a city folder`);
  return type;
}

function level(row: Checked, wrong: Wrong): Item['level'] {
  const label = row.get('use_level');
  const found = keyOf(levelLabel, label);
  if (label !== '' && found === null) wrong('YJ877', 'use_level', `行使层级“${label}”不在一座城市里（use_level）`, `use_level "${label}" does not lie within a city`);
  return found;
}

function codes(row: Checked, wrong: Wrong): void {
  const [task, dept, basic] = [row.get('task_code'), row.get('dept_code'), row.get('catalog_code')];
  const fault = dept === '' ? null : creditCodeFault(dept);
  if (fault)
    wrong(
      'YJ880',
      'dept_code',
      `实施主体编码的${fault === 'shape' ? '格式' : '校验码'}不对（dept_code）；核对 18 位统一社会信用代码`,
      `dept_code: the ${fault === 'shape' ? 'form' : 'check digit'} is wrong; compare the credit code of 18 characters`,
    );
  if (basic !== '' && !isBasicCode(basic)) wrong('YJ880', 'catalog_code', '基本编码应为 12 位数字和大写字母（catalog_code）', 'catalog_code must be 12 digits and capital letters');
  if (task === '') return;
  const place = row.get('use_level') === '' ? '' : codeOf('use_level', row.get('use_level'));
  const composed = fault === null && place !== '' && isBasicCode(basic) ? taskCode(dept, place, basic) : null;
  if (composed !== task)
    wrong(
      'YJ880',
      'task_code',
      '实施编码应为 31 位：实施主体编码 18 位、行使层级 1 位、基本编码 12 位，与同一行的三列一致（task_code）',
      'task_code must be 31 characters: dept_code, the digit of use_level, catalog_code, as in the same row',
    );
}

function authority(row: Checked, law: InForce, wrong: Wrong): void {
  const [name, code] = [row.get('dept_name'), row.get('dept_code')];
  if (name === '') return;
  const found = authorityOf(law, name, code);
  if (!found) wrong('YJ879', 'dept_name', `城市目录里没有部门“${name}”（dept_name）；先加到 authorities.yaml`, `dept_name: the city has no authority "${name}"; add it to authorities.yaml first`);
  else if (code !== '' && found.creditCode !== undefined && found.creditCode !== code)
    wrong('YJ880', 'dept_code', `实施主体编码与“${name}”在城市目录里的不同（dept_code）`, `dept_code differs from what the city has for "${name}"`);
}

/** By its credit code where both have one, else by name. */
export const authorityOf = (law: InForce, name: string, code: string) =>
  [...law.authorities.values()].find((a) => code !== '' && a.creditCode === code && a.name.zh === name) ?? [...law.authorities.values()].find((a) => a.name.zh === name);

function length(row: Checked, which: 'anticipate' | 'promise', wrong: Wrong): Length | null {
  const [day, type] = [row.get(`${which}_day`), row.get(`${which}_type`)];
  if (day === '' && type === '') return null;
  if (day === '' || type === '') {
    wrong('YJ875', `${which}_${day === '' ? 'day' : 'type'}`, '时限和单位要一起写', 'the length and its unit go together');
    return null;
  }
  return { n: Number(day), unit: unitOfLabel(type) };
}

function stages(row: Checked, whole: Length | null, lost: (zh: string, en: string) => void): Item['stages'] {
  const flow = readFlow(row.get('handle_flow'));
  if (flow) return flow;
  if (row.get('handle_flow') !== '') lost('办理流程的文字（没有写成“环节：时长；…”）', 'the flow told in words');
  const unit = whole === null || whole.unit === 'weeks' ? 'wd' : whole.unit;
  return [{ name: '办理', n: whole ? (whole.unit === 'weeks' ? whole.n * 5 : whole.n) : 0, unit, kind: 'authority' }];
}

function fees(row: Checked, rows: readonly Checked[], wrong: Wrong): Item['fees'] {
  if (row.get('is_fee') === '是' && rows.length === 0) wrong('YJ879', 'is_fee', '写了收费，收费项目表里却没有（is_fee）', 'is_fee says yes, but no fee is listed');
  if (row.get('is_fee') === '否' && rows.length > 0) wrong('YJ879', 'is_fee', '写了不收费，收费项目表里却有（is_fee）', 'is_fee says no, but a fee is listed');
  return inOrder(rows).map((r) => {
    const fen = readYuan(r.get('fee_stand'));
    if (fen === null && r.get('fee_stand') !== '') wrong('YJ876', 'fee_stand', '收费标准应写成金额，如“25元”（fee_stand）', 'fee_stand must be an amount, such as 25元', r);
    return { name: r.get('fee_name'), fen: fen ?? 0, law: r.get('by_law') };
  });
}

const inOrder = (rows: readonly Checked[]): Checked[] => rows.toSorted((a, b) => Number(a.get('order_num')) - Number(b.get('order_num')));

function materials(rows: readonly Checked[], wrong: Wrong): Material[] {
  const lines = new Map<string, Checked[]>();
  for (const row of inOrder(rows)) grouped(lines, row.get('order_num')).push(row);
  return [...lines.values()].map((line) => material(line, wrong));
}

function grouped(groups: Map<string, Checked[]>, key: string): Checked[] {
  const group = groups.get(key) ?? [];
  groups.set(key, group);
  return group;
}

const way = (row: Checked): string | null => /^第(\d{1,3})种$/.exec(row.get('remark'))?.[1] ?? null;

function material(line: readonly Checked[], wrong: Wrong): Material {
  const [first, ...rest] = line as [Checked, ...Checked[]];
  const stray = rest.find((r) => way(r) === null) ?? (rest.length > 0 && way(first) === null ? rest[0] : undefined);
  if (stray)
    wrong(
      'YJ878',
      'order_num',
      '排序号与另一份材料相同（order_num）；不同材料各用一个，任选其一的在备注写“第1种”“第2种”',
      'order_num is that of another document; give each its own, or write 第1种, 第2种 as remarks of alternatives',
      stray,
    );
  const ways = new Map<string, Checked[]>();
  for (const row of line) grouped(ways, way(row) ?? '1').push(row);
  const need = keyOf(needLabel, first.get('is_need')) ?? 'required';
  const within = need === 'later' ? readLength(first.get('fill_explain').replace(/内补交$/, '')) : null;
  if (need === 'later' && !within)
    wrong('YJ875', 'fill_explain', '容缺后补要写明期限，如“5个工作日内补交”（fill_explain）', 'a document that may follow later needs its time in fill_explain, such as 5个工作日内补交', first);
  return {
    alternatives: [...ways].sort(([a], [b]) => Number(a) - Number(b)).map(([, list]) => list.map(piece)),
    necessity: need,
    within,
    law: first.get('by_law'),
  };
}

const piece = (row: Checked): Material['alternatives'][number][number] => ({
  name: row.get('material_name'),
  kind: keyOf(kindLabel, row.get('material_type')) ?? 'other',
  from: keyOf(fromLabel, row.get('source_type')) ?? 'applicant',
  copies: row.get('page_num') === '' ? 1 : Number(row.get('page_num')),
  form: keyOf(formLabel, row.get('material_format')),
});
