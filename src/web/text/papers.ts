/** Words of the written papers of a case: what each is called, what it says, and how anybody checks a printed copy. */
import type { PaperKind } from '../../core/case';

type Says = (fact: { [name: string]: string }) => string[];
type Papers = {
  title: string;
  number: string;
  issued: string;
  authority: string;
  applicant: string;
  matter: string;
  caseNumber: string;
  qr: string;
  print: string;
  seal: string;
  check: string;
  checkLead: string;
  checkLabel: string;
  checkHint: string;
  checkButton: string;
  genuine: string;
  notGenuine: string;
  notGenuineSays: string;
  fingerprint: string;
  kinds: { [kind in PaperKind]: string };
  says: { [kind in PaperKind]: Says };
};

/** A day in a year whose calendar is not published yet is not guessed. */
const laterZh = '国务院公布放假安排后算出的日期';
const laterEn = 'a date that follows when the State Council publishes that year’s calendar';

export const zh: Papers = {
  title: '文书',
  number: '文书编号',
  issued: '日期',
  authority: '机关',
  applicant: '申请人',
  matter: '事项',
  caseNumber: '办件编号',
  qr: '扫码核对真伪',
  print: '打印：用浏览器的打印功能，这一页会排成一张 A4 纸。',
  seal: '电子文书与纸质文书效力相同（国务院令第716号）。示例城市不盖真实印章。',
  check: '核对文书',
  checkLead: '输入文书上的编号，看是不是我们发出的。这里不显示姓名和内容。',
  checkLabel: '文书编号',
  checkHint: '在文书左上角，办件编号后面还有一个短横和数字。',
  checkButton: '核对',
  genuine: '是我们发出的文书',
  notGenuine: '没有这份文书',
  notGenuineSays: '编号可能抄错了。请对照纸上的编号再输一遍；还是没有的话，不要相信这份文书。',
  fingerprint: '指纹（前 16 位）',
  kinds: {
    receipt: '收件凭证',
    supplement: '一次性补正告知书',
    acceptance: '受理通知书',
    'non-acceptance': '不予受理决定书',
    'special-procedure': '特别程序告知书',
    'hearing-right': '听证权利告知书',
    'hearing-notice': '听证通知书',
    extension: '延长期限告知书',
    'joint-extension': '延长联合办理期限告知书',
    grant: '准予决定书',
    refusal: '不予许可决定书',
    delivery: '送达回证',
    revocation: '撤销决定书',
    lapse: '终止办理通知书',
    transfer: '移送通知书',
    'facts-change': '变更确认书',
    withdrawal: '撤回确认书',
  },
  says: {
    receipt: (f) => [`您提交的“${f['matter']}”已收到，交了 ${f['documents']} 份材料。`, '各部门同时开始办理，进度用办件编号查询。'],
    supplement: (f) => [
      '您的申请材料需要补正，一次告知如下：',
      f['defects']!,
      f['respondBy'] ? `请在 ${f['respondBy']} 前补正；补正期间不计入办理期限。` : '补正期间不计入办理期限。',
      '逾期不补正的，这一环节终止，可以重新申请。',
    ],
    acceptance: (f) => [
      f['deemed'] ? '收到材料后五个工作日内没有告知补正，依法自收到之日起即为受理。' : '您的申请已受理。',
      [f['due'] && `法定 ${f['due']} 前作出决定`, f['promised'] && `承诺 ${f['promised']} 前办结`].filter(Boolean).join('；') || '办理期限待国务院公布放假安排后算出。',
      ...(f['deferred'] ? [`以下材料按承诺以后补交，补齐前不发结果：${f['deferred']}`] : []),
    ],
    'non-acceptance': (f) => [`不予受理，理由：${f['reason']}。`, ...(f['right'] ? [`请向${f['right']}申请。`] : []), f['remedies']!],
    'special-procedure': (f) =>
      f['hearing']
        ? [`您要求听证，听证在${f['until'] || laterZh}前举行。`, '听证期间不计入办理期限；听证笔录存下以后，期限继续计算。']
        : [`办理中需要${f['procedure']}：${f['reason']}。`, `所需时间到 ${f['until']} 为止，这段时间不计入办理期限；到期后期限自动继续计算。`],
    'hearing-right': (f) => [`您有权要求听证。请在${f['askBy'] || laterZh}前提出；期满前不作决定。听证不收费。`],
    'hearing-notice': (f) => [`听证于 ${f['session']} 在${f['place']}举行，由${f['presiding']}主持。`, '您可以申辩和质证；认为主持人与本事项有利害关系的，可以申请回避。'],
    extension: (f) => [`经${f['approvedBy']}批准，办理期限延长十个工作日，到${f['due'] || laterZh}。`, `理由：${f['reason']}。`, '我们承诺的期限不因此改变。'],
    'joint-extension': (f) => [`经${f['approvedBy']}批准，联合办理期限延长十五个工作日，到${f['due'] || laterZh}。`, `理由：${f['reason']}。`],
    grant: (f) => [f['renewed'] ? '有效期届满前没有作出决定，依法视为准予延续。' : '准予。', f['results']!, ...(f['deliverBy'] ? [`${f['deliverBy']} 前送达。`] : [])].filter(Boolean),
    refusal: (f) => [`不予许可，理由：${f['reasons']}。`, f['remedies']!],
    delivery: (f) => [`结果已送达。方式：${f['by']}。`],
    revocation: (f) => [`撤销已作出的决定，理由：${f['reason']}。`, ...(f['barred'] ? ['在信用修复前，不再适用告知承诺。'] : []), f['remedies']!],
    lapse: (f) => [`这一环节终止办理，理由：${f['reason']}。可以重新申请，已经交过的不用再交。`],
    transfer: (f) => [`这一环节移送${f['to']}接着办，时限照旧。理由：${f['reason']}。`],
    'facts-change': (f) => ['您确认了下面的变更：', f['changes']!, ...(f['added'] ? [`新增：${f['added']}。`] : []), ...(f['ended'] ? [`不再办：${f['ended']}。`] : [])],
    withdrawal: (f) => [`您撤回了申请。${f['reason'] ? `原因：${f['reason']}。` : ''}已经办成的不受影响。`],
  },
};

export const en: Papers = {
  title: 'Papers',
  number: 'Paper number',
  issued: 'Date',
  authority: 'Authority',
  applicant: 'Applicant',
  matter: 'Matter',
  caseNumber: 'Case number',
  qr: 'Scan to check that it is genuine',
  print: 'To print, use the browser’s print function: this page becomes one A4 sheet.',
  seal: 'An electronic paper has the same effect as one on paper (State Council Order 716). A sample city carries no real seal.',
  check: 'Check a paper',
  checkLead: 'Enter the number on a paper to see whether we issued it. No name and no content are shown here.',
  checkLabel: 'Paper number',
  checkHint: 'At the top left of the paper: the case number, a hyphen and a number.',
  checkButton: 'Check',
  genuine: 'We issued this paper',
  notGenuine: 'There is no such paper',
  notGenuineSays: 'Perhaps the number is mistyped; compare it with the paper. If it still is not found, do not trust the paper.',
  fingerprint: 'Fingerprint (first 16 characters)',
  kinds: {
    receipt: 'Receipt',
    supplement: 'Notice of everything to be added',
    acceptance: 'Notice of acceptance',
    'non-acceptance': 'Decision not to accept',
    'special-procedure': 'Notice of a special procedure',
    'hearing-right': 'Notice of the right to a hearing',
    'hearing-notice': 'Notice of hearing',
    extension: 'Notice of extension',
    'joint-extension': 'Notice of extension of the joint period',
    grant: 'Decision to grant',
    refusal: 'Decision to refuse',
    delivery: 'Proof of delivery',
    revocation: 'Decision to revoke',
    lapse: 'Notice that the step has ended',
    transfer: 'Notice of transfer',
    'facts-change': 'Confirmation of a change',
    withdrawal: 'Confirmation of withdrawal',
  },
  says: {
    receipt: (f) => [`Your application “${f['matter']}” has been received with ${f['documents']} documents.`, 'All offices begin at the same time; follow it by the case number.'],
    supplement: (f) => [
      'Your papers need the following, told here once and completely:',
      f['defects']!,
      f['respondBy'] ? `Please answer by ${f['respondBy']}; the time until you answer does not count.` : 'The time until you answer does not count.',
      'If nothing comes in time this step ends; you may apply again.',
    ],
    acceptance: (f) => [
      f['deemed'] ? 'Nothing was asked for within five working days, so by law the application counts as accepted from the day it was received.' : 'Your application has been accepted.',
      [f['due'] && `decision by law by ${f['due']}`, f['promised'] && `promised by ${f['promised']}`].filter(Boolean).join('; ') || 'The date follows when the State Council publishes the holidays.',
      ...(f['deferred'] ? [`May follow later, as promised; no result is issued before: ${f['deferred']}`] : []),
    ],
    'non-acceptance': (f) => [`Not accepted. Reason: ${f['reason']}.`, ...(f['right'] ? [`Please apply to: ${f['right']}.`] : []), f['remedies']!],
    'special-procedure': (f) =>
      f['hearing']
        ? [`You asked for a hearing; it is held by ${f['until'] || laterEn}.`, 'The time of the hearing does not count; once its record is kept, the clock runs on.']
        : [`${f['procedure']} is needed: ${f['reason']}.`, `It takes until ${f['until']}; that time does not count. Then the clock runs again by itself.`],
    'hearing-right': (f) => [`You have the right to a hearing. Ask for it by ${f['askBy'] || laterEn}; nothing is decided before. It is free of charge.`],
    'hearing-notice': (f) => [
      `The hearing takes place on ${f['session']} at ${f['place']}, presided by ${f['presiding']}.`,
      'You may argue and question; you may object to a president with an interest in the matter.',
    ],
    extension: (f) => [`Approved by ${f['approvedBy']}: ten working days more, to ${f['due'] || laterEn}.`, `Reason: ${f['reason']}.`, 'What we promised does not change.'],
    'joint-extension': (f) => [`Approved by ${f['approvedBy']}: fifteen working days more for the joint handling, to ${f['due'] || laterEn}.`, `Reason: ${f['reason']}.`],
    grant: (f) =>
      [
        f['renewed'] ? 'No decision was taken before expiry, so by law the licence counts as renewed.' : 'Granted.',
        f['results']!,
        ...(f['deliverBy'] ? [`Delivered by ${f['deliverBy']}.`] : []),
      ].filter(Boolean),
    refusal: (f) => [`Refused. Reasons: ${f['reasons']}.`, f['remedies']!],
    delivery: (f) => [`The result has been delivered: ${f['by']}.`],
    revocation: (f) => [`The decision is revoked. Reason: ${f['reason']}.`, ...(f['barred'] ? ['No promise in place of proof until credit is repaired.'] : []), f['remedies']!],
    lapse: (f) => [`This step has ended. Reason: ${f['reason']}. You may apply again; nothing handed in is asked for again.`],
    transfer: (f) => [`Handed to ${f['to']}, which goes on under the same clock. Reason: ${f['reason']}.`],
    'facts-change': (f) => ['You confirmed this change:', f['changes']!, ...(f['added'] ? [`Added: ${f['added']}.`] : []), ...(f['ended'] ? [`No longer needed: ${f['ended']}.`] : [])],
    withdrawal: (f) => [`You withdrew the application.${f['reason'] ? ` Reason: ${f['reason']}.` : ''} What is granted stays.`],
  },
};

/** Remedies against a decision: 行政复议法 §20, 行政诉讼法 §46. */
export const remedies = {
  zh: '不服的，可以自收到之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。',
  en: 'You may apply for administrative reconsideration within sixty days of receiving this, or sue in court within six months.',
};
