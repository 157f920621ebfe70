/**
 * A question file: a list of questions in JSON or YAML (contracts.md). A missing fact is unknown; `null` is unknown too, except for `test` and
 * `work`, where it says that there is none. What cannot be read is refused with its line; nothing is guessed.
 */
import * as v from 'valibot';
import type { Millis } from '../calendar/instant';
import { finding, inOrder, placeIn, scalars, shaped, type Finding, type Tree } from '../catalogue';
import { instantOf } from './measures';
import { nearest } from '../rules';
import { questionTree } from './question-tree';
import { workOf, works } from './words';

const { text, yes } = scalars;
const code = v.pipe(v.string('expected a division code'), v.regex(/^\d{6}(\d{3}(\d{3})?)?$/, 'expected a division code of 6, 9 or 12 digits'));
const none = v.pipe(
  v.literal('null'),
  v.transform(() => null),
);

const test = v.strictObject({
  kind: v.optional(v.picklist(['nucleic-acid', 'antigen'], 'expected one of nucleic-acid, antigen')),
  result: v.optional(v.picklist(['negative', 'positive', 'pending'], 'expected one of negative, positive, pending')),
  sampledAt: v.optional(text),
  own: v.optional(yes),
});
const person = v.strictObject({
  residentOf: v.optional(code),
  presentIn: v.optional(code),
  work: v.optional(v.union([none, text], 'expected text')),
  onDuty: v.optional(yes),
  purpose: v.optional(text),
  reason: v.optional(yes),
  test: v.optional(v.union([none, test], 'expected {kind, result, sampledAt, own}')),
});
const venue = v.strictObject({ type: v.optional(text), indoor: v.optional(yes), enclosed: v.optional(yes), urban: v.optional(yes), crowd: v.optional(yes) });
const written = v.strictObject({
  kind: v.picklist(['go-out', 'leave-area', 'venue'], 'expected one of go-out, leave-area, venue'),
  area: code,
  at: v.optional(text),
  knownAt: v.optional(text),
  person: v.optional(person),
  venue: v.optional(venue),
});
const list = v.array(written, 'expected a list');

export type Test = Omit<v.InferOutput<typeof test>, 'sampledAt'> & { sampledAt?: Millis | undefined };
export type Person = Omit<v.InferOutput<typeof person>, 'test'> & { test?: Test | null | undefined };
export type Venue = v.InferOutput<typeof venue>;
export type Question = { kind: v.InferOutput<typeof written>['kind']; area: string; person?: Person | undefined; venue?: Venue | undefined };
/** Times the question itself states. */
export type Asked = { question: Question; at: Millis | null; knownAt: Millis | null };

export function parseQuestions(file: string, content: string): { asked: Asked[] } | { findings: Finding[] } {
  const questions = questionTree(file, content);
  if ('findings' in questions) return questions;
  const result = shaped(list, questions);
  if ('findings' in result) return result;
  const findings: Finding[] = [];
  const asked = result.value.map((q, i) => timed(q, questions, i, findings));
  return findings.length ? { findings: inOrder(findings) } : { asked };
}

function timed({ at, knownAt, person: p, ...rest }: v.InferOutput<typeof written>, tree: Tree, i: number, out: Finding[]): Asked {
  const instant = (text: string | undefined, ...path: string[]) => (text === undefined ? null : instantOf(text, placeIn(tree, [i, ...path]), out, 'YJ791'));
  if (typeof p?.work === 'string') misspelt(p.work, tree, i, out);
  const sampled = p?.test?.sampledAt === undefined ? undefined : (instant(p.test.sampledAt, 'person', 'test', 'sampledAt') ?? undefined);
  const known: Person | undefined = p && { ...p, test: p.test && { ...p.test, sampledAt: sampled } };
  return { question: { ...rest, person: known }, at: instant(at, 'at'), knownAt: instant(knownAt, 'knownAt') };
}

/** Any word is a kind of work, but a slip in an exempt one must not become a refusal. */
function misspelt(work: string, tree: Tree, i: number, out: Finding[]): void {
  const near =
    work.length >= 10 && !workOf(work)
      ? nearest(
          work,
          works.map((w) => w.id),
        )
      : null;
  if (near) out.push(finding('YJ793', placeIn(tree, [i, 'person', 'work']), `没有工作种类“${work}”；是不是 ${near}？`, `there is no kind of work "${work}"; did you mean ${near}?`));
}
