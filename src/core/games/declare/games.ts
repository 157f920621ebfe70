/**
 * `games/ID.yaml`: an edition of the city Games as its source tells it. Who may enter is decided by the rules of the services named under
 * `entry`; this file says what the page says and which rule line decides it. What no source says stands under `samples`.
 */
import * as v from 'valibot';
import { scalars } from '../../catalogue';

const { civilDate, id, label, listOf, sourceId, text, whole, yes } = scalars;

const said = { id, zh: text, en: text, source: sourceId };
const group = v.strictObject({ id, name: label, source: sourceId });

export const games = v.strictObject({
  id,
  name: label,
  source: sourceId,
  edition: v.strictObject({ number: whole, source: sourceId }),
  entrants: v.strictObject({ op: v.literal('above', 'expected above'), count: whole, source: sourceId }),
  facts: listOf(v.strictObject(said)),
  entry: v.strictObject({ journey: id, person: id, team: id, authority: id }),
  mayEnter: listOf(v.strictObject({ ...said, decidedBy: v.optional(id) })),
  ageGroups: listOf(group),
  unitGroups: listOf(group),
  /** `illustrative`: the group is a sample, the unit is the page's. */
  mayField: listOf(v.strictObject({ id, name: label, group: id, illustrative: v.optional(yes), source: sourceId })),
  speakers: listOf(v.strictObject({ name: label, source: sourceId })),
  samples: v.strictObject({
    illustrative: v.pipe(
      yes,
      v.check((x) => x, 'expected true: nothing here is on the page'),
    ),
    referenceDay: civilDate,
    adultAge: whole,
    teamMin: whole,
    teamMax: whole,
    note: v.optional(label),
  }),
});
export type Games = v.InferOutput<typeof games>;
