/** The city itself: zone and working day, divisions, authorities, halls, registers, calendars, sources. */
import * as v from 'valibot';
import { creditCodeFault } from '../check-digits';
import { civilDate, id, label, listOf, marks, rule, shape, sourceId, text, timeOfDay, whole, yes } from './scalar';

const code = v.pipe(
  v.string('expected a division code'),
  v.regex(/^\d{6}(\d{3}(\d{3})?)?$/, 'expected a division code of 6, 9 or 12 digits'),
  shape({ type: 'string', pattern: '^\\d{6}(\\d{3}(\\d{3})?)?$' }),
);

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};

/** `city.yaml` */
export const city = v.strictObject({
  id,
  name: label,
  division: code,
  /** Where the product opens. */
  home: code,
  zone: v.pipe(text, v.check(isZone, 'expected a time zone such as Asia/Shanghai')),
  offset: v.pipe(v.string('expected an offset'), v.regex(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'expected an offset such as +08:00'), shape({ type: 'string' })),
  workday: v.strictObject({
    hours: v.pipe(
      whole,
      v.check((n) => n >= 1 && n <= 24, 'expected 1 to 24 hours'),
    ),
    open: v.pipe(listOf(v.strictObject({ from: timeOfDay, to: timeOfDay })), v.minLength(1, 'expected opening hours')),
    ...marks,
  }),
  telephone: v.optional(text),
  /** No message goes to a telephone or a mailbox between these hours. */
  quiet: v.optional(v.strictObject({ from: timeOfDay, to: timeOfDay, ...marks })),
  popular: v.optional(listOf(id)),
  themes: v.optional(listOf(v.strictObject({ id, name: label, ...marks }))),
  notes: v.optional(listOf(v.strictObject({ zh: text, en: text, source: v.optional(sourceId) }))),
  ...marks,
});
export type City = v.InferOutput<typeof city>;

/** `divisions.yaml`; a longer code lies in the shorter one it begins with. */
export const division = v.strictObject({
  code,
  name: label,
  kind: v.optional(v.picklist(['city', 'county', 'town', 'village', 'committee'], 'expected city, county, town, village or committee')),
  ...marks,
});
export const divisions = listOf(division);
export type Division = v.InferOutput<typeof division>;

/** `halls.yaml`: where a person can go. */
export const hall = v.strictObject({
  id,
  name: label,
  division: code,
  kind: v.picklist(['hall', 'station'], 'expected hall or station'),
  address: v.optional(label),
  hours: v.optional(label),
  ...marks,
});
export const halls = listOf(hall);
export type Hall = v.InferOutput<typeof hall>;

/** `authorities.yaml` */
const creditCode = v.pipe(
  v.string('expected a credit code'),
  v.check((code) => creditCodeFault(code) === null, 'expected a credit code of 18 characters whose check digits are right'),
  shape({ type: 'string', pattern: '^[0-9A-Z]{18}$' }),
);
export const authority = v.strictObject({
  id,
  name: label,
  creditCode: v.optional(creditCode),
  counters: v.optional(listOf(v.strictObject({ id, hall: id, division: code, name: v.optional(label), ...marks }))),
  ...marks,
});
export const authorities = listOf(authority);
export type Authority = v.InferOutput<typeof authority>;

/** `registers/ID.yaml` */
export const register = v.strictObject({
  id,
  name: label,
  authority: id,
  connected: yes,
  basis: v.strictObject({ kind: v.picklist(['duty', 'consent', 'emergency'], 'expected duty, consent or emergency'), ...marks }),
  endpoint: v.record(id, text),
  ...marks,
});
export type Register = v.InferOutput<typeof register>;

/** `calendar/YEAR.yaml`: days off beyond weekends, and weekend days worked, each as DATE or DATE/DATE. */
const days = v.pipe(v.string('expected DATE or DATE/DATE'), v.regex(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/, 'expected DATE or DATE/DATE'), shape({ type: 'string' }));
export const calendarYear = v.strictObject({ year: whole, off: listOf(days), work: listOf(days), ...marks });
export type CalendarYear = v.InferOutput<typeof calendarYear>;

/** `sources/ID.yaml`: where facts come from. An entry or fact is cited as its own id, or as `file#entry`. */
export const source = v.strictObject({
  id,
  title: label,
  publisher: v.optional(label),
  date: v.optional(civilDate),
  number: v.optional(text),
  url: v.optional(text),
  kind: v.optional(v.picklist(['law', 'rule', 'guide', 'press', 'statistics', 'note'], 'expected law, rule, guide, press, statistics or note')),
  says: v.optional(label),
  entries: v.optional(listOf(v.strictObject({ id, section: v.optional(text), title: v.optional(label), says: v.optional(label) }))),
  /** Of a newspaper page: the headings under which facts stand, and which of them each printed article holds (story ids, or how fact ids begin). */
  stories: v.optional(listOf(v.strictObject({ id, title: label }))),
  articles: v.optional(listOf(v.strictObject({ id, title: label, holds: listOf(id) }))),
  facts: v.optional(
    listOf(
      v.pipe(
        v.strictObject({
          id,
          story: id,
          printed: v.optional(text),
          /** `ours`: the page's own words are not at hand, `printed` is our rendering of them. */
          wording: v.optional(v.literal('ours', 'expected ours')),
          /** `name`: written the same wherever it is held. */
          kind: v.optional(v.literal('name', 'expected name')),
          says: v.optional(label),
          doubt: v.optional(label),
          strength: v.optional(v.picklist(['must', 'complete', 'accelerate', 'push', 'strive', 'intend'], 'expected a strength of promise')),
          speaker: v.optional(label),
          usedBy: v.optional(listOf(text)),
          notModelled: v.optional(label),
        }),
        // A fact with nothing of our own to say says what was printed.
        v.transform((f) => ({ ...f, says: f.says ?? { zh: f.printed ?? f.id, en: f.printed ?? f.id } })),
      ),
    ),
  ),
});
export type Source = v.InferOutput<typeof source>;

/** `words.yaml`: what people here say, and the words the catalogue uses for it; with no meaning a word only carries the question. */
export const words = listOf(v.strictObject({ say: v.pipe(listOf(text), v.minLength(1, 'expected what people say')), means: listOf(text), note: v.optional(text) }));
export type Words = v.InferOutput<typeof words>;

/** `glossary.yaml`: legal terms, and what to say beside them so that everybody understands. */
export const glossary = listOf(v.strictObject({ term: text, plain: label, ...marks }));
export type Glossary = v.InferOutput<typeof glossary>;

/** Rules with a name of their own, `rules/ID.yaml`. */
export const namedRule = v.strictObject({ id, says: label, rule, ...marks });
