/** `docs/published-reductions.yaml`: what other places published about joining services, each with place, year and source. */
import * as v from 'valibot';
import { parse } from 'yaml';

const label = v.strictObject({ zh: v.string(), en: v.string() });
const amount = v.pipe(v.number(), v.minValue(0));
const figure = v.pipe(
  v.strictObject({
    number: v.picklist(['acts', 'documents', 'fields', 'days', 'visits', 'counters']),
    before: v.optional(amount),
    after: v.optional(amount),
    cut: v.optional(v.pipe(amount, v.maxValue(100))),
    atLeast: v.optional(v.boolean()),
    atMost: v.optional(v.boolean()),
  }),
  v.check((f) => (f.cut === undefined) !== (f.before === undefined), 'expected either a cut, or a figure before'),
);
const publication = v.strictObject({
  place: label,
  year: v.nullable(v.number()),
  journey: v.optional(v.string()),
  what: label,
  figures: v.pipe(v.array(figure), v.minLength(1)),
  source: v.strictObject({ title: v.string(), seen: v.picklist(['original', 'copy']) }),
});
export type PublishedFigure = v.InferOutput<typeof figure>;
export type Publication = v.InferOutput<typeof publication>;

/** @throws ValiError where the file, which is ours, is not as declared. */
export const publications = (text: string): Publication[] => v.parse(v.array(publication), parse(text));
