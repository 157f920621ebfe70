/**
 * The tables of the national exchange: the items a body handles (up_task_general_*) and what it did with each case (up_pro_*), with the
 * columns and widths of the published table definitions (reference/domain.md §3). Columns the upload tool fills itself are accepted and
 * not written. `need`: without it a row means nothing to us; `table`: the national table wants it, and an export reports where it is empty.
 */
import type { ListName } from './labels';

export type Column = { name: string; zh: string; need?: 'needed' | 'table'; list?: ListName; many?: true; whole?: true; most?: number };
export type TableName = keyof typeof tables;

const column = (name: string, zh: string, more: Omit<Column, 'name' | 'zh'> = {}): Column => ({ name, zh, ...more });
const needed = { need: 'needed' } as const;
const table = { need: 'table' } as const;

const item = [column('task_guid', '事项唯一标识', { ...needed, most: 50 }), column('task_code', '实施编码', { ...table, most: 36 }), column('task_handle_item', '业务办理项编码', { most: 50 })];
const row = column('row_guid', '记录唯一标识', { ...needed, most: 50 });
const order = column('order_num', '排序', { ...needed, whole: true });
const project = column('project_no', '办件编号', { ...needed, most: 50 });

export const tables = {
  up_task_general_basic: [
    row,
    column('catalog_code', '基本编码', { ...table, most: 12 }),
    column('task_code', '实施编码', { ...table, most: 36 }),
    column('task_handle_item', '业务办理项编码', { most: 50 }),
    column('task_name', '事项名称', { ...needed, most: 1000 }),
    column('task_type', '事项类型', { ...table, list: 'task_type' }),
    column('by_law', '设定依据', table),
    column('dept_name', '实施主体', { ...needed, most: 200 }),
    column('dept_code', '实施主体编码', { ...table, most: 50 }),
    column('dept_type', '实施主体性质', { ...table, list: 'dept_type' }),
    column('entrust_name', '委托部门', { most: 100 }),
    column('power_source', '权力来源', { ...table, list: 'power_source' }),
    column('use_level', '行使层级', { ...table, list: 'use_level' }),
    column('server_type', '服务对象', { ...table, list: 'server_type', many: true }),
    column('project_type', '办件类型', { ...table, list: 'project_type' }),
    column('handle_type', '办理形式', { list: 'handle_type', many: true }),
    column('anticipate_day', '法定办结时限', { ...table, whole: true }),
    column('anticipate_type', '法定办结时限单位', { ...table, list: 'unit' }),
    column('anticipate_explain', '法定办结时限说明'),
    column('promise_day', '承诺办结时限', { ...table, whole: true }),
    column('promise_type', '承诺办结时限单位', { ...table, list: 'unit' }),
    column('promise_explain', '承诺办结时限说明', table),
    column('special_procedure', '特别程序', { ...table, most: 500 }),
    column('limit_scene_num', '到办事现场次数', { ...table, whole: true }),
    column('accept_condition', '受理条件', table),
    column('handle_flow', '办理流程', table),
    column('is_fee', '是否收费', { ...table, list: 'yes_no' }),
    column('fee_basis', '收费依据'),
    column('transact_addr', '办理地点', { ...table, most: 500 }),
    column('transact_time', '办理时间', { ...table, most: 500 }),
    column('link_way', '咨询方式', table),
    column('supervise_way', '监督投诉方式', table),
    column('link_addr', '计算机端在线办理跳转地址'),
    column('mobile_terminal_url', '移动端办理地址'),
    column('is_single_login', '计算机端是否对接单点登录', { ...table, list: 'yes_no' }),
    column('app_is_single_login', '移动端是否对接单点登录', { ...table, list: 'yes_no' }),
    column('task_state', '事项状态', { ...table, list: 'task_state' }),
    column('task_version', '事项版本', { ...table, whole: true }),
  ],
  up_task_general_extend: [
    row,
    ...item,
    column('result_type', '审批结果类型', { ...table, list: 'result_type' }),
    column('result_name', '审批结果名称', { most: 200 }),
    column('is_entry_center', '是否进驻政务大厅', { ...table, list: 'yes_no' }),
    column('is_express', '是否支持物流快递', { ...table, list: 'yes_no' }),
    column('is_online', '是否网办', { ...table, list: 'yes_no' }),
    column('online_handle_depth', '网上办理深度', { list: 'online_handle_depth' }),
    column('is_pay_online', '是否支持网上支付', { ...table, list: 'yes_no' }),
    column('is_schedule', '是否支持预约办理', { list: 'yes_no' }),
    column('is_service_terminals', '是否支持终端办理', { list: 'yes_no' }),
    column('online_handle_url', '网办地址'),
    column('handle_area', '通办范围'),
    column('limit_explain', '数量限制'),
    column('limit_scene_explain', '办理现场办理原因说明', { most: 1000 }),
    column('service_type', '中介服务', { most: 200 }),
    column('other_dept', '联办机构', { most: 200 }),
    column('result_guid', '审批结果样本', { most: 256 }),
    column('user_topic_type', '面向自然人事项主题分类'),
    column('corp_topic_type', '面向法人事项主题分类'),
    column('town_code', '乡镇街道代码'),
    column('town_name', '乡镇街道名称'),
    column('village_code', '村居社区代码'),
    column('village_name', '村居社区名称'),
  ],
  up_task_general_material: [
    row,
    ...item,
    order,
    column('material_name', '材料名称', { ...needed, most: 200 }),
    column('material_type', '材料类型', { list: 'material_type' }),
    column('material_format', '材料形式', { list: 'material_format' }),
    column('is_need', '材料必要性', { list: 'is_need' }),
    column('source_type', '来源渠道', { list: 'source_type' }),
    column('source_explain', '来源渠道说明', { most: 500 }),
    column('page_num', '纸质材料份数', { whole: true }),
    column('page_format', '纸质材料规格', { most: 200 }),
    column('by_law', '要求提供材料的依据'),
    column('fill_explain', '填报须知', { most: 500 }),
    column('accept_stand', '受理标准'),
    column('form_guid', '空白表格', { most: 256 }),
    column('example_guid', '示例样表', { most: 256 }),
    column('remark', '备注'),
  ],
  up_task_general_fee_project: [
    row,
    ...item,
    order,
    column('fee_name', '收费项目名称', { ...needed, most: 200 }),
    column('fee_stand', '收费标准', needed),
    column('by_law', '收费依据'),
    column('is_desc', '是否允许减免', { list: 'yes_no' }),
    column('desc_explain', '允许减免依据'),
    column('remark', '备注', { most: 1000 }),
  ],
  up_task_general_questions: [row, ...item, order, column('question', '问题', { ...needed, most: 1000 }), column('answer', '答案', needed)],
  up_pro_accept: [
    row,
    project,
    column('catalog_code', '基本编码', { ...table, most: 12 }),
    column('task_code', '实施编码', { ...table, most: 36 }),
    column('task_name', '事项名称', { ...needed, most: 1000 }),
    column('task_version', '事项版本', { ...table, whole: true }),
    column('project_name', '办理摘要', { most: 1000 }),
    column('project_type', '办理类型', { ...table, list: 'project_type' }),
    column('apply_type', '申请类型', { ...table, list: 'handle_type' }),
    column('apply_date', '申请时间', needed),
    column('accept_date', '受理时间', table),
    column('promise_date', '承诺办结时间'),
    column('applyer_name', '申请人名称', { ...needed, most: 100 }),
    column('applyer_type', '申请人类型', { ...table, list: 'server_type' }),
    column('applyer_page_type', '申请人证件类型', { ...table, list: 'page_type' }),
    column('applyer_page_code', '申请人证件号码', { ...table, most: 500 }),
    column('contact_name', '联系人/代理人姓名', { most: 100 }),
    column('contact_mobile', '联系人手机号码', { most: 11 }),
    column('org_code', '受理部门编码', { ...table, most: 18 }),
    column('org_name', '受理部门', { ...needed, most: 100 }),
    column('handle_user_name', '受理人员', { most: 100 }),
  ],
  up_pro_material: [
    row,
    project,
    column('material_name', '材料名称', { ...needed, most: 200 }),
    column('get_type', '收取方式', { list: 'get_type' }),
    column('get_name', '收取数量', { most: 5 }),
    column('material_attach_name', '附件名称', { most: 200 }),
  ],
  up_pro_process: [
    row,
    project,
    column('process_name', '办理环节名称', { ...needed, most: 1000 }),
    column('event_name', '业务动作', { ...needed, list: 'event_name' }),
    column('event_start_time', '环节开始时间', needed),
    column('event_end_time', '环节结束时间', needed),
    column('handle_user_name', '受理人员', { ...table, most: 100 }),
    column('handle_explain', '办理意见', { ...table, most: 2000 }),
  ],
  up_pro_special_procedure: [
    row,
    project,
    column('special_type', '特别程序种类', { ...needed, list: 'special_type' }),
    column('special_name', '特别程序种类名称', { ...needed, most: 1000 }),
    column('special_reason', '特别程序启动理由或依据', { ...needed, most: 2000 }),
    column('special_time', '特别程序开始时间', needed),
    column('end_time', '特别程序结束时间', table),
  ],
  up_pro_result: [
    row,
    project,
    column('result_type', '办结结果', { ...needed, list: 'pro_result_type' }),
    column('result_date', '办结时间', needed),
    column('result_explain', '办件结果描述', { most: 2000 }),
    column('result_cetr_name', '结果证照名称'),
    column('result_cetr_no', '结果证照编号', { most: 2000 }),
    column('is_delivery_results', '是否快递递送结果', { ...table, list: 'yes_no' }),
    column('handle_user_name', '受理人员', { most: 100 }),
    column('satisfaction', '满意度', { list: 'satisfaction' }),
  ],
  /** What the numbers of a file mean: beside an export, and needed beside an import that writes numbers. */
  codes: [column('list', '代码表', needed), column('code', '代码', needed), column('label', '名称', needed)],
} as const satisfies { [name: string]: readonly Column[] };

/** The upload tool's own bookkeeping, and columns of the tables we neither read nor write. */
export const ignored: ReadonlySet<string> = new Set(
  'id version create_time create_user_id create_org_id update_time update_user_id update_org_id tenant_id cd_batch cd_operation cd_time data_source local_catalog_code local_task_code plan_effective_date plan_cancel_date extend_field user_character_topic_type corp_character_topic_type accept_doc_no address contact_code contact_type legal zip_code result_guid special_explain result applyer_user_name handle_user'.split(
    ' ',
  ),
);

export const itemTables = ['up_task_general_basic', 'up_task_general_extend', 'up_task_general_material', 'up_task_general_fee_project', 'up_task_general_questions'] as const;
export const caseTables = ['up_pro_accept', 'up_pro_material', 'up_pro_process', 'up_pro_special_procedure', 'up_pro_result'] as const;

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);
export const columnsOf = (name: TableName): readonly Column[] => tables[name];

/** Rows as written: every cell text. */
export type Rows = { [column: string]: string }[];
export type Book = { [T in TableName]?: Rows };
