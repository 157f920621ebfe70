/** Random services over the small city, with what the tables hold and what they do not, and texts that try the formats. */
import fc from 'fast-check';

const text = fc.oneof(
  fc.constantFrom('受理', '审查，复核', '含"引号"的', '逗号,里面', '两\n行', '=1+1', '第1种', '窗口^网上', '𠮷野家', '阿依古丽·艾力', '：；', '12', 'true', '~', 'null', '- x', '# 井号'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((s) => s.replace(/[\p{C}\uE000-\uF8FF\uFFFD]/gu, '')),
);
const zh = text.map((t) => t.trim() || '字');
const label = zh.map((t) => ({ zh: t, en: 'English' }));
const whole = fc.nat({ max: 999 }).map(String);
const duration = fc.tuple(fc.constantFrom('h', 'wd', 'days', 'weeks', 'months'), whole).map(([unit, n]) => ({ [unit]: n }));
/** Stages longer than the promise are an error of the linter. */
const atLeastTheStages = fc.tuple(fc.constantFrom('wd', 'days', 'weeks', 'months'), fc.integer({ min: 900, max: 999 })).map(([unit, n]) => ({ [unit]: String(n) }));
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });

const piece = fc.record({ id: fc.constantFrom('lease', 'form', 'licence', 'id-card'), copies: maybe(whole), form: maybe(fc.constantFrom('paper', 'electronic', 'either')) }).map((p) => defined(p));
const evidenceLine = fc
  .record({
    anyOf: fc.array(fc.array(piece, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    necessity: maybe(fc.constantFrom('required', 'optional')),
    deferrable: maybe(duration.map((within) => ({ within }))),
    source: maybe(fc.constantFrom('law-a', 'law-b')),
  })
  .map((l) => defined(l));
const stage = fc
  .tuple(label, fc.constantFrom('h', 'wd', 'days', 'months', 'next-month'), fc.nat({ max: 5 }).map(String), maybe(fc.constantFrom('public-notice', 'external')))
  .map(([l, unit, n, kind]) => defined({ label: l, [unit]: n, kind }));
const fee = fc.record({ amount: fc.nat({ max: 1_000_000 }).map(String), label: maybe(label), source: maybe(fc.constant('law-b')) }).map((f) => defined(f));

const numbered = <T extends object>(prefix: string, items: readonly T[]) => items.map((item, i) => ({ id: `${prefix}${i}`, ...item }));

export const randomService: fc.Arbitrary<{ id: string; [key: string]: unknown }> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/),
    name: label,
    aliases: maybe(fc.array(zh, { minLength: 1, maxLength: 2 })),
    authority: fc.constantFrom('market-regulation', 'public-security'),
    basicCode: maybe(fc.stringMatching(/^[0-9]{9}[0-9A-Z]{3}$/)),
    source: maybe(fc.constantFrom('law-a', 'law-b')),
    itemType: maybe(fc.constantFrom('licence', 'confirmation', 'benefit', 'other-power', 'public-service')),
    level: maybe(fc.constantFrom('village', 'town', 'county', 'city').map((decide) => ({ decide, file: ['town'] }))),
    audience: maybe(fc.subarray(['person', 'organisation'], { minLength: 1 })),
    eligible: maybe(
      fc.array(
        zh.map((t) => ({ when: 'not business.barred', says: { zh: t, en: 'English' } })),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    needs: fc.constant(['business.name']),
    evidence: fc.array(evidenceLine, { maxLength: 4 }).map((l) => numbered('e', l)),
    outputs: maybe(fc.subarray(['licence', 'lease']).map((evidence) => ({ evidence }))),
    filing: maybe(
      fc.oneof(
        fc.record({ counter: fc.constantFrom('registration-counter', 'food-counter'), online: maybe(fc.constantFrom('true', 'false')) }).map((f) => defined(f)),
        fc.constant({ online: 'true' }),
      ),
    ),
    delivery: maybe(fc.subarray(['electronic', 'post', 'counter'], { minLength: 1 })),
    stages: fc.array(stage, { minLength: 1, maxLength: 4 }).map((s) => numbered('s', s)),
    clock: maybe(fc.record({ statutory: maybe(atLeastTheStages.map((d) => ({ ...d, source: 'law-a' }))), promised: maybe(atLeastTheStages) }).map((c) => defined(c))),
    fee: maybe(fc.array(fee, { minLength: 1, maxLength: 3 })),
  })
  .map((s) => ({
    ...(defined(s) as { id: string; authority: string; filing?: { counter?: string; online?: string } }),
    subjects: { applicant: 'person', business: 'organisation', premises: 'place' },
  }))
  // The counters of the small city are the market regulator's.
  .map((s) => (s.authority === 'market-regulation' || !s.filing?.counter ? s : { ...s, filing: { ...s.filing, counter: 'police-counter' } }));

const defined = <T extends object>(o: T): T => Object.fromEntries(Object.entries(o).filter(([, x]) => x !== undefined)) as T;

/** What the services above refer to; beside the small city's own files. */
export const around: { readonly [path: string]: string } = {
  'evidence/lease.yaml': 'id: lease\nentity: place\nkind: document\nfrom: applicant\nlabel: {zh: 租赁合同, en: Lease}',
  'evidence/form.yaml': 'id: form\nentity: organisation\nkind: form\nfrom: applicant\nlabel: {zh: 申请表, en: Form}',
  'evidence/licence.yaml': 'id: licence\nentity: organisation\nkind: certificate\nfrom: government\nlabel: {zh: 许可证, en: Licence}',
  'evidence/id-card.yaml': 'id: id-card\nentity: person\nkind: certificate\nfrom: third-party\nlabel: {zh: 身份证, en: Card}',
  'sources/law-a.yaml': 'id: law-a\ntitle: {zh: 甲法, en: Law A}\nnumber: 主席令第1号\nkind: law',
  'sources/law-b.yaml': 'id: law-b\ntitle: {zh: "乙“条例”", en: Rules B}\nkind: rule',
};
