/**
 * What residents are told of: one line per kind. `on` is a topic of the outbox – `case-` and the type of an event, or any other a room publishes.
 * In the text {what} is the matter (in the product its name, outside only the case number), {day} the day in the field `day` of the event or the notice;
 * what stands in […] falls away when a word in it is missing. Nothing else about a person ever gets into a text. Outside texts stay under 70 characters
 * of Chinese, one short message. `if` and `unless` look at fields of the event.
 */
export type Sort = 'received' | 'needs-you' | 'decided' | 'ready' | 'late' | 'for-you';
type Fields = { readonly [field: string]: readonly (string | boolean | null)[] };
export type Kind = { id: string; on: string; sort: Sort; zh: string; en: string; day?: string; if?: Fields; unless?: Fields };

export const kinds: readonly Kind[] = [
  { id: 'received', on: 'case-submitted', sort: 'received', zh: '{what}已收件，可凭编号随时查询。', en: '{what}: we have it. Follow it by its number.' },
  { id: 'supplement', on: 'case-supplement-requested', sort: 'needs-you', day: 'respondBy', zh: '{what}需要您补充材料[，请在{day}前补交]。', en: '{what}: please add what is missing[ by {day}].' },
  { id: 'visit', on: 'case-visit-arranged', sort: 'needs-you', day: 'slot', zh: '{what}约定上门核查[，{day}]，请有人在场。', en: '{what}: a visit is arranged[ for {day}]; let somebody be there.' },
  { id: 'hearing-offered', on: 'case-hearing-offered', sort: 'needs-you', day: 'askBy', zh: '{what}可以申请听证[，请在{day}前提出]。', en: '{what}: you may ask for a hearing[ by {day}].' },
  { id: 'hearing', on: 'case-hearing-convened', sort: 'needs-you', day: 'session', zh: '{what}将举行听证[，{day}]。', en: '{what}: a hearing is held[ on {day}].' },
  { id: 'accepted', on: 'case-accepted', sort: 'received', day: 'due', zh: '{what}已受理[，{day}前办结]。', en: '{what}: accepted[, decided by {day}].' },
  {
    id: 'paused',
    on: 'case-paused',
    sort: 'received',
    day: 'until',
    unless: { procedure: ['awaiting-output'] },
    zh: '{what}进入特别程序，暂停计时[，预计到{day}]。',
    en: '{what}: a special procedure stops the clock[ until about {day}].',
  },
  { id: 'extended', on: 'case-extended', sort: 'late', day: 'due', zh: '{what}延长办理期限[，到{day}]，理由见办件页。', en: '{what}: the period is extended[ to {day}]; the reason is on its page.' },
  { id: 'transferred', on: 'case-transferred', sort: 'received', zh: '{what}已转由其他部门办理，期限不变。', en: '{what}: passed to another office; the dates stay.' },
  {
    id: 'granted',
    on: 'case-granted',
    sort: 'decided',
    day: 'deliverBy',
    unless: { deliverBy: [null] },
    zh: '{what}已准予[，结果在{day}前送达，也可以来领]。',
    en: '{what}: granted[; the result reaches you by {day}, or collect it].',
  },
  { id: 'ready', on: 'case-delivered', sort: 'ready', if: { by: ['electronic'] }, zh: '{what}已办成，结果可以查看了。', en: '{what}: done; the result is there to see.' },
  { id: 'posted', on: 'case-delivered', sort: 'ready', if: { by: ['post'] }, zh: '{what}结果已寄出，单号见办件页。', en: '{what}: the result is in the post; its number is on the page.' },
  { id: 'to-collect', on: 'case-ready-to-collect', sort: 'ready', zh: '{what}证件已做好，可以去领取了，地点见办件页。', en: '{what}: ready to be collected; the place is on its page.' },
  { id: 'paid', on: 'case-payment-made', sort: 'received', zh: '{what}费用已付清，收据见办件页。', en: '{what}: paid; the receipt is on its page.' },
  { id: 'refunded', on: 'case-refund-made', sort: 'decided', zh: '{what}费用已原路退回，明细见办件页。', en: '{what}: the fee was paid back; details are on its page.' },
  { id: 'refused', on: 'case-refused', sort: 'decided', zh: '{what}未予准许，理由和救济途径见办件页。', en: '{what}: not granted; reasons and remedies are on its page.' },
  { id: 'not-accepted', on: 'case-not-accepted', sort: 'decided', zh: '{what}不予受理，理由和该找的部门见办件页。', en: '{what}: not accepted; the reason, and where to go, are on its page.' },
  { id: 'lapsed', on: 'case-lapsed', sort: 'decided', zh: '{what}因逾期未补正而终止，可以重新申请。', en: '{what}: ended, as nothing was added in time; you may apply again.' },
  { id: 'moot', on: 'case-made-moot', sort: 'decided', zh: '{what}因前一环节未办成而不再办理，说明见办件页。', en: '{what}: not needed any more, as an earlier part failed; see its page.' },
  { id: 'revoked', on: 'case-revoked', sort: 'decided', zh: '{what}的准予已被撤销，理由和救济途径见办件页。', en: '{what}: the grant was taken back; reasons and remedies are on its page.' },
  { id: 'late', on: 'case-escalated', sort: 'late', unless: { clock: ['answer', 'procedure'] }, zh: '{what}超过了期限，已报上级督办。', en: '{what}: it is late; this was reported upwards.' },
  { id: 'ticket', on: 'case-ticket-answered', sort: 'decided', zh: '{what}您反映的问题已有答复，见办件页。', en: '{what}: what you told us is answered; see its page.' },
  { id: 'rating', on: 'case-rating-answered', sort: 'decided', zh: '{what}您的评价已有答复，见办件页。', en: '{what}: your rating is answered; see its page.' },
];

/** Whatever somebody else did in a person's place; `how` says in which capacity, `did` what. */
export const forYou: Kind = {
  id: 'for-you',
  on: '',
  sort: 'for-you',
  zh: '{how}替您{did}：{what}。不是您同意的，请马上告诉我们。',
  en: '{how} {did} for you: {what}. If you did not agree, tell us at once.',
};

export const capacities: { readonly [capacity: string]: { zh: string; en: string } } = {
  'legal-representative': { zh: '法定代表人', en: 'Your legal representative' },
  agent: { zh: '代办人', en: 'Your agent' },
  guardian: { zh: '监护人', en: 'Your guardian' },
  helper: { zh: '帮办员', en: 'A helper' },
  'counter-clerk': { zh: '窗口人员', en: 'The counter' },
};

export const acts: { readonly [event: string]: { zh: string; en: string } } = {
  submitted: { zh: '提交了申请', en: 'applied' },
  supplemented: { zh: '补交了材料', en: 'added what was missing' },
  'deferred-supplied': { zh: '补交了承诺的材料', en: 'handed in what was promised' },
  'hearing-asked': { zh: '申请了听证', en: 'asked for a hearing' },
  'visit-arranged': { zh: '约定了上门时间', en: 'arranged a visit' },
  'facts-changed': { zh: '变更了信息', en: 'changed facts' },
  'step-withdrawn': { zh: '撤回了一项', en: 'withdrew a part' },
  withdrawn: { zh: '撤回了申请', en: 'withdrew the application' },
  'ticket-opened': { zh: '反映了问题', en: 'reported a problem' },
  rated: { zh: '作了评价', en: 'gave a rating' },
};
/** Any other act. */
export const someAct = { zh: '办了一步', en: 'took a step' };

export const kindById: ReadonlyMap<string, Kind> = new Map([...kinds, forYou].map((k) => [k.id, k]));
