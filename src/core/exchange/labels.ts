/**
 * The code lists of the national tables. A label means the same everywhere; its number does not: vendors count 0/1/2 where others write
 * 10/20/99. So a cell is read as a label, or as a number that the file's own `codes` table gives a label – never as a bare number.
 * Numbers written here are those of domain.md §3.4; the exported `codes` table says them.
 */
export type Entry = { label: string; code: string; also?: readonly string[] };
export type ListName = keyof typeof lists;

const yesNo: readonly Entry[] = [
  { label: '否', code: '0', also: ['不是', 'N', 'n', '不支持'] },
  { label: '是', code: '1', also: ['Y', 'y', '支持'] },
];
const unit: readonly Entry[] = [
  { label: '工作日', code: '1', also: ['个工作日'] },
  { label: '自然日', code: '2', also: ['日历日', '天'] },
  { label: '小时', code: '3', also: ['工作小时'] },
  { label: '月', code: '4', also: ['个月'] },
  { label: '周', code: '5', also: ['星期'] },
];

export const lists = {
  task_type: [
    { label: '行政许可', code: '01' },
    { label: '行政处罚', code: '02' },
    { label: '行政强制', code: '03' },
    { label: '行政征收', code: '04' },
    { label: '行政给付', code: '05' },
    { label: '行政检查', code: '06' },
    { label: '行政确认', code: '07' },
    { label: '行政奖励', code: '08' },
    { label: '行政裁决', code: '09' },
    { label: '其他行政权力', code: '10', also: ['其他权力', '其它行政权力'] },
    { label: '公共服务', code: '20' },
  ],
  use_level: [
    { label: '国家级', code: '1', also: ['国家', '部级'] },
    { label: '省级', code: '2', also: ['省'] },
    { label: '市级', code: '3', also: ['市', '设区的市级'] },
    { label: '县级', code: '4', also: ['县', '区级', '县（区）级', '区县级'] },
    { label: '镇（乡、街道）级', code: '5', also: ['镇级', '乡级', '乡镇级', '镇(乡、街道)级', '街道级', '乡镇（街道）级'] },
    { label: '村（社区）级', code: '6', also: ['村级', '社区级', '村(社区)级', '村（居）级'] },
  ],
  server_type: [
    { label: '自然人', code: '1', also: ['个人'] },
    { label: '企业法人', code: '2' },
    { label: '事业法人', code: '3' },
    { label: '社会组织法人', code: '4' },
    { label: '非法人企业', code: '5' },
    { label: '行政机关', code: '6' },
    { label: '其他组织', code: '9', also: ['其它组织'] },
  ],
  dept_type: [
    { label: '法定机关', code: '1' },
    { label: '授权组织', code: '2' },
    { label: '受委托组织', code: '3' },
  ],
  power_source: [
    { label: '法定本级行使', code: '1' },
    { label: '上级下放', code: '2' },
    { label: '上级授权', code: '3' },
    { label: '同级授权', code: '4' },
    { label: '上级委托', code: '5' },
    { label: '同级委托', code: '6' },
  ],
  project_type: [
    { label: '即办件', code: '1' },
    { label: '承诺件', code: '2' },
  ],
  handle_type: [
    { label: '窗口', code: '1', also: ['窗口办理'] },
    { label: '网上', code: '2', also: ['网上办理'] },
    { label: '快递', code: '3', also: ['快递申请'] },
  ],
  task_state: [
    { label: '在用', code: '1' },
    { label: '暂停', code: '2' },
    { label: '取消', code: '3' },
  ],
  unit,
  yes_no: yesNo,
  result_type: [
    { label: '证照', code: '10' },
    { label: '批文', code: '20' },
    { label: '其他', code: '99', also: ['其它', '无'] },
  ],
  online_handle_depth: [
    { label: '互联网咨询', code: '1', also: ['咨询'] },
    { label: '互联网收件', code: '2', also: ['收件'] },
    { label: '互联网预审', code: '3', also: ['预审'] },
    { label: '互联网受理', code: '4', also: ['受理'] },
    { label: '互联网办理', code: '5', also: ['办理'] },
    { label: '互联网办理结果信息反馈', code: '6', also: ['结果反馈'] },
    { label: '互联网电子证照反馈', code: '7', also: ['电子证照反馈'] },
    { label: '其他', code: '8', also: ['其它'] },
  ],
  material_type: [
    { label: '证件证书证明', code: '1' },
    { label: '申请表格文书', code: '2' },
    { label: '其他', code: '3', also: ['其它'] },
  ],
  material_format: [
    { label: '纸质', code: '1' },
    { label: '电子化', code: '2', also: ['电子'] },
    { label: '纸质/电子化', code: '3', also: ['纸质或电子化', '纸质和电子化'] },
  ],
  is_need: [
    { label: '必要', code: '1', also: ['必需', '必须'] },
    { label: '非必要', code: '2', also: ['非必需', '非必须'] },
    { label: '容缺后补', code: '3', also: ['可容缺', '容缺'] },
  ],
  source_type: [
    { label: '申请人自备', code: '10' },
    { label: '政府部门核发', code: '20' },
    { label: '其他', code: '99', also: ['其它', '第三方'] },
  ],
  page_type: [
    { label: '居民身份证', code: '1', also: ['身份证'] },
    { label: '统一社会信用代码', code: '2' },
    { label: '其他', code: '9' },
  ],
  get_type: [
    { label: '纸质收取', code: '1' },
    { label: '附件上传', code: '2' },
    { label: '共享获取', code: '3' },
    { label: '告知承诺', code: '4' },
  ],
  event_name: [
    { label: '收件', code: '1' },
    { label: '补正告知', code: '2' },
    { label: '补正', code: '3' },
    { label: '受理', code: '4' },
    { label: '不予受理', code: '5' },
    { label: '审查', code: '6' },
    { label: '决定', code: '7' },
    { label: '送达', code: '8' },
    { label: '撤回', code: '9' },
    { label: '终止', code: '10' },
  ],
  special_type: [
    { label: '听证', code: '1' },
    { label: '招标', code: '2' },
    { label: '拍卖', code: '3' },
    { label: '检验', code: '4' },
    { label: '检测', code: '5' },
    { label: '检疫', code: '6' },
    { label: '鉴定', code: '7' },
    { label: '专家评审', code: '8' },
    { label: '其他', code: '99' },
  ],
  pro_result_type: [
    { label: '准予', code: '1' },
    { label: '不予', code: '2' },
    { label: '不予受理', code: '3' },
    { label: '撤回', code: '4' },
    { label: '终止', code: '5' },
  ],
  satisfaction: [
    { label: '非常不满意', code: '1' },
    { label: '不满意', code: '2' },
    { label: '基本满意', code: '3' },
    { label: '满意', code: '4' },
    { label: '非常满意', code: '5' },
  ],
} as const satisfies { [list: string]: readonly Entry[] };

/** list → the vendor's number → its label. */
export type Dictionary = ReadonlyMap<string, ReadonlyMap<string, string>>;
export const noDictionary: Dictionary = new Map();

/** Full-width and half-width brackets, spaces and slashes are written both ways. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const byLabel = new Map(Object.entries(lists).map(([list, entries]) => [list, new Map(entries.flatMap((e: Entry) => [e.label, ...(e.also ?? [])].map((label) => [folded(label), e.label] as const)))]));
const byCode = new Map(Object.entries(lists).map(([list, entries]) => [list, new Map(entries.map((e: Entry) => [e.label, e.code]))]));

/** Our label for what a cell says; `number` when it is a number without a label, `unknown` when nobody knows the label. */
export function readLabel(list: ListName, cell: string, dictionary: Dictionary): { label: string } | 'number' | 'unknown' {
  const given = dictionary.get(list)?.get(cell) ?? cell;
  const label = byLabel.get(list)!.get(folded(given));
  if (label !== undefined) return { label };
  return /^\d+$/.test(cell) && given === cell ? 'number' : 'unknown';
}

/** @throws when the label is not of the list, which is our own mistake */
export function codeOf(list: ListName, label: string): string {
  const code = byCode.get(list)!.get(label);
  if (code === undefined) throw new Error(`${label} is not of ${list}`);
  return code;
}

export const labelsOf = (list: ListName): string[] => lists[list].map((e) => e.label);
export const isList = (name: string): name is ListName => Object.hasOwn(lists, name);
