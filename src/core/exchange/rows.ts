/** An item as rows of the national tables. Numbers are those of `labels.ts`; the `codes` table beside them says what each means. */
import type { Item, Piece } from './item';
import { codeOf, type ListName, lists } from './labels';
import { type Book, itemTables, type Rows, tables, type TableName } from './tables';
import { taskCode } from './task-code';
import { flowText, lengthText, unitLabel, yuanText } from './words';

export const levelLabel = { village: '村（社区）级', town: '镇（乡、街道）级', county: '县级', city: '市级' } as const;
export const typeLabel = { licence: '行政许可', confirmation: '行政确认', benefit: '行政给付', 'other-power': '其他行政权力', 'public-service': '公共服务' } as const;
export const kindLabel = { certificate: '证件证书证明', form: '申请表格文书', other: '其他' } as const;
export const fromLabel = { applicant: '申请人自备', government: '政府部门核发', 'third-party': '其他' } as const;
export const formLabel = { paper: '纸质', electronic: '电子化', either: '纸质/电子化' } as const;
export const needLabel = { required: '必要', optional: '非必要', later: '容缺后补' } as const;
export const organisations = ['企业法人', '事业法人', '社会组织法人', '非法人企业', '其他组织'] as const;

const yes = (is: boolean): string => codeOf('yes_no', is ? '是' : '否');
const many = (list: ListName, labels: readonly string[]): string => labels.map((label) => codeOf(list, label)).join('^');

export type City = { telephone: string };

export function bookOf(items: readonly Item[], city: City): Book {
  const book: { [T in (typeof itemTables)[number]]: Rows } = {
    up_task_general_basic: [],
    up_task_general_extend: [],
    up_task_general_material: [],
    up_task_general_fee_project: [],
    up_task_general_questions: [],
  };
  for (const item of items) {
    const code = implementationCode(item) ?? '';
    book.up_task_general_basic.push({ ...basic(item, city), task_code: code });
    book.up_task_general_extend.push({ ...extend(item), row_guid: `${item.id}.e`, task_guid: item.id, task_code: code });
    book.up_task_general_material.push(...materials(item).map((r) => ({ ...r, task_guid: item.id, task_code: code })));
    book.up_task_general_fee_project.push(
      ...item.fees.map((f, i) => ({ row_guid: `${item.id}.f${i + 1}`, task_guid: item.id, task_code: code, order_num: String(i + 1), fee_name: f.name, fee_stand: yuanText(f.fen), by_law: f.law })),
    );
  }
  return { ...book, codes: codesFor([...itemTables]) };
}

/** The codes of every list the tables use. */
export function codesFor(names: readonly TableName[]): Rows {
  const used = new Set(names.flatMap((name) => tables[name].flatMap((c: { list?: ListName }) => (c.list ? [c.list] : []))));
  return [...used].sort().flatMap((list) => lists[list].map(({ code, label }) => ({ list, code, label })));
}

export const levelCode = (item: Item): string => (item.level ? codeOf('use_level', levelLabel[item.level]) : '');
export const implementationCode = (item: Item): string | null => (item.creditCode && item.basicCode && item.level ? taskCode(item.creditCode, levelCode(item), item.basicCode) : null);

function basic(item: Item, city: City): { [column: string]: string } {
  const length = (l: Item['promised']) => ({ day: l ? String(l.n) : '', type: l ? codeOf('unit', unitLabel[l.unit]) : '' });
  const [statutory, promised] = [length(item.statutory), length(item.promised)];
  const onTheSpot = item.promised !== null && (item.promised.n === 0 || item.promised.unit === 'h');
  const waits = item.stages.filter((s) => s.kind !== 'authority').map((s) => s.name);
  return {
    row_guid: item.id,
    catalog_code: item.basicCode ?? '',
    task_name: item.name,
    task_type: item.itemType ? codeOf('task_type', typeLabel[item.itemType]) : '',
    by_law: item.law,
    dept_name: item.authority,
    dept_code: item.creditCode ?? '',
    use_level: levelCode(item),
    server_type: many('server_type', [...(item.audience.includes('person') ? ['自然人'] : []), ...(item.audience.includes('organisation') ? organisations : [])]),
    project_type: codeOf('project_type', onTheSpot ? '即办件' : '承诺件'),
    handle_type: many('handle_type', [...(item.counter ? ['窗口'] : []), ...(item.online ? ['网上'] : [])]),
    anticipate_day: statutory.day,
    anticipate_type: statutory.type,
    anticipate_explain: item.clockLaw,
    promise_day: promised.day,
    promise_type: promised.type,
    promise_explain: item.promised ? lengthText(item.promised) : '',
    special_procedure: waits.join('、').slice(0, 500) || '无',
    limit_scene_num: String(item.online ? 0 : 1),
    accept_condition: item.condition,
    handle_flow: flowText(item.stages),
    is_fee: yes(item.fees.length > 0),
    fee_basis: item.fees.find((f) => f.law)?.law ?? '',
    transact_addr: item.counter,
    transact_time: item.hours,
    link_way: city.telephone,
    supervise_way: city.telephone,
    task_state: codeOf('task_state', '在用'),
    task_version: '1',
  };
}

const extend = (item: Item): { [column: string]: string } => ({
  result_type: codeOf('result_type', item.results.length > 0 ? '证照' : '其他'),
  result_name: item.results.join('；'),
  is_entry_center: yes(item.counter !== ''),
  is_express: yes(item.post),
  is_online: yes(item.online),
  online_handle_depth: item.electronic ? codeOf('online_handle_depth', '互联网电子证照反馈') : item.online ? codeOf('online_handle_depth', '互联网办理') : '',
  is_pay_online: item.fees.length > 0 ? '' : yes(false),
});

/** Alternatives are rows of one order number that say which way they belong to. */
function materials(item: Item): { [column: string]: string }[] {
  return item.materials.flatMap((m, i) =>
    m.alternatives.flatMap((list, way) =>
      list.map((piece, n) => ({
        row_guid: `${item.id}.m${i + 1}-${way + 1}-${n + 1}`,
        order_num: String(i + 1),
        ...pieceRow(piece),
        is_need: codeOf('is_need', needLabel[m.necessity]),
        by_law: m.law,
        fill_explain: m.within ? `${lengthText(m.within)}内补交` : '',
        remark: m.alternatives.length > 1 || list.length > 1 ? `第${way + 1}种` : '',
      })),
    ),
  );
}

const pieceRow = (p: Piece): { [column: string]: string } => ({
  material_name: p.name,
  material_type: codeOf('material_type', kindLabel[p.kind]),
  material_format: p.form ? codeOf('material_format', formLabel[p.form]) : '',
  source_type: codeOf('source_type', fromLabel[p.from]),
  page_num: String(p.copies),
});
