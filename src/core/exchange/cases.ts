/**
 * Cases as rows of the upload tables: one item case for each step an authority was given. Written from the folded state alone, so that what
 * is uploaded is what the record says. Steps nobody has received yet, and those that turned out not to be needed, are not uploaded.
 */
import { type CaseState, finalStatuses, type HandedOver, type Moment, type StepState, type StepStatus } from '../case';
import type { InForce } from '../catalogue';
import { itemOf, type Item } from './item';
import { codeOf, lists } from './labels';
import { codesFor, implementationCode } from './rows';
import { type Book, caseTables, type Rows } from './tables';

export type FiledCase = { state: CaseState; law: InForce };

export function caseBook(cases: readonly FiledCase[]): Book {
  const book: { [T in (typeof caseTables)[number]]: Rows } = { up_pro_accept: [], up_pro_material: [], up_pro_process: [], up_pro_special_procedure: [], up_pro_result: [] };
  for (const { state, law } of cases)
    [...state.steps.values()].forEach((step, i) => {
      const service = law.services.get(step.filed.service);
      if (!step.receivedAt || !service) return;
      const no = `${state.number}-${i + 1}`;
      const item = itemOf(law, service);
      book.up_pro_accept.push(accept(no, state, step, law, item));
      book.up_pro_material.push(...materials(no, state, step, law));
      book.up_pro_process.push(...processes(no, step));
      book.up_pro_special_procedure.push(...specials(no, step));
      book.up_pro_result.push(...result(no, state, step, law));
    });
  return { ...book, codes: codesFor([...caseTables]) };
}

/** `2026-03-02T09:00:00+08:00` as the tables write it; the offset is the city's own. */
const time = (instant: string | null): string => (instant ? instant.slice(0, 19).replace('T', ' ') : '');
const officerOf = (step: StepState): string => step.moments.findLast((m) => m.actor.capacity === 'officer')?.actor.name ?? '';

function accept(no: string, state: CaseState, step: StepState, law: InForce, item: Item): { [column: string]: string } {
  const person = state.applicant.kind === 'person';
  const number = state.answers[person ? 'applicant.idNumber' : 'business.creditCode'];
  const atCounter = state.actor.capacity === 'counter-clerk' || state.actor.capacity === 'helper';
  const authority = law.authorities.get(step.authority) ?? law.authorities.get(step.filed.authority);
  return {
    row_guid: `${no}.a`,
    project_no: no,
    catalog_code: item.basicCode ?? '',
    task_code: implementationCode(item) ?? '',
    task_name: item.name,
    task_version: '1',
    project_name: `${state.applicant.name}：${item.name}`,
    project_type: codeOf('project_type', item.promised && (item.promised.n === 0 || item.promised.unit === 'h') ? '即办件' : '承诺件'),
    apply_type: codeOf('handle_type', atCounter ? '窗口' : '网上'),
    apply_date: time(state.submittedAt),
    accept_date: time(step.acceptedAt),
    promise_date: time(step.promised),
    applyer_name: state.applicant.name,
    applyer_type: codeOf('server_type', person ? '自然人' : '企业法人'),
    applyer_page_type: codeOf('page_type', person ? '居民身份证' : '统一社会信用代码'),
    applyer_page_code: typeof number === 'string' ? number : '',
    contact_name: state.actor.id === state.applicant.id ? '' : state.actor.name,
    contact_mobile: mobileOf(state),
    org_code: authority?.creditCode ?? '',
    org_name: authority?.name.zh ?? step.authority,
    handle_user_name: officerOf(step),
  };
}

const mobileOf = (state: CaseState): string => {
  const phone = state.answers['applicant.phone'];
  return typeof phone === 'string' && /^\d{11}$/.test(phone) ? phone : '';
};

const getType = { file: '附件上传', paper: '纸质收取', register: '共享获取', promise: '告知承诺' } as const satisfies { [form in HandedOver['form']]: string };

const materials = (no: string, state: CaseState, step: StepState, law: InForce): Rows =>
  state.documents
    .filter((d) => step.filed.evidence.some((e) => e.evidence === d.evidence && e.subject === d.subject))
    .map((d, i) => ({
      row_guid: `${no}.m${i + 1}`,
      project_no: no,
      material_name: law.evidence.get(d.evidence)?.label.zh ?? d.evidence,
      get_type: codeOf('get_type', getType[d.form]),
      get_name: String(d.copies),
      material_attach_name: d.file?.name ?? '',
    }));

/** What a moment is called in the tables; moments that are nobody's act are not told. */
const eventOf: { readonly [status in StepStatus]: (typeof lists.event_name)[number]['label'] | null } = {
  depends: null,
  waiting: null,
  received: '收件',
  'supplement-requested': '补正告知',
  supplemented: '补正',
  accepted: '受理',
  'under-review': '审查',
  paused: null,
  granted: '决定',
  delivered: '送达',
  'not-accepted': '不予受理',
  refused: '决定',
  revoked: '终止',
  moot: '终止',
  'not-needed': null,
  lapsed: '终止',
  withdrawn: '撤回',
};

function processes(no: string, step: StepState): Rows {
  const told = step.moments.filter((m) => eventOf[m.status] !== null);
  return told.map((m, i) => ({
    row_guid: `${no}.p${i + 1}`,
    project_no: no,
    process_name: eventOf[m.status]!,
    event_name: codeOf('event_name', eventOf[m.status]!),
    // A moment is an instant: it began when the one before it ended.
    event_start_time: time((told[i - 1] ?? m).at),
    event_end_time: time(m.at),
    handle_user_name: m.actor.name,
    handle_explain: m.text ?? eventOf[m.status]!,
  }));
}

const specials = (no: string, step: StepState): Rows =>
  step.pauses.map((p, i) => ({
    row_guid: `${no}.s${i + 1}`,
    project_no: no,
    special_type: codeOf('special_type', lists.special_type.find(({ label }) => p.procedure.includes(label))?.label ?? '其他'),
    special_name: p.procedure,
    special_reason: p.reason,
    special_time: time(p.from),
    end_time: time(p.to),
  }));

const outcome: { readonly [status in StepStatus]?: (typeof lists.pro_result_type)[number]['label'] } = {
  granted: '准予',
  delivered: '准予',
  refused: '不予',
  'not-accepted': '不予受理',
  withdrawn: '撤回',
  moot: '终止',
  lapsed: '终止',
  revoked: '终止',
};

function result(no: string, state: CaseState, step: StepState, law: InForce): Rows {
  const label = finalStatuses.has(step.status) ? outcome[step.status] : undefined;
  const end = endOf(step);
  if (!label || !end) return [];
  const grade = ratingOf(state, step);
  return [
    {
      row_guid: `${no}.r`,
      project_no: no,
      result_type: codeOf('pro_result_type', label),
      result_date: time(end.at),
      result_explain: step.reasons.join('；'),
      result_cetr_name: step.evidence.map((e) => law.evidence.get(e.evidence)?.label.zh ?? e.evidence).join('；'),
      result_cetr_no: step.evidence.map((e) => e.number).join('；'),
      is_delivery_results: codeOf('yes_no', step.moments.some((m) => m.status === 'delivered' && (m.text ?? '').startsWith('post')) ? '是' : '否'),
      handle_user_name: officerOf(step),
      satisfaction: grade === null ? '' : codeOf('satisfaction', lists.satisfaction[grade - 1]!.label),
    },
  ];
}

/** The decision, not the delivery after it. */
const endOf = (step: StepState): Moment | undefined => step.moments.find((m) => finalStatuses.has(m.status)) ?? step.moments.at(-1);

function ratingOf(state: CaseState, step: StepState): number | null {
  const counted = state.ratings.filter((r) => r.counts && (r.step === null || r.step === step.filed.id));
  return (counted.find((r) => r.step === step.filed.id) ?? counted[0])?.grade ?? null;
}
