/** `slots.yaml`: times that people can choose for acts in person, and how many places each time has. */
import * as v from 'valibot';
import { duration, id, listOf, marks, timeOfDay, whole } from './scalar';

const workdays = v.pipe(
  duration,
  v.check((d) => d.wd !== undefined, 'expected working days such as {wd: 5}'),
  v.transform((d) => d.wd!),
);
const some = v.pipe(
  whole,
  v.check((n) => n >= 1, 'expected at least 1'),
);

export const slotRule = v.pipe(
  v.strictObject({
    id,
    /** Acts at this counter; or visits that join under this name; or visits of this authority that join nothing. */
    counter: v.optional(id),
    joins: v.optional(id),
    authority: v.optional(id),
    minutes: some,
    /** Places at each time. */
    capacity: some,
    /** Where it differs from the city's working day. */
    open: v.optional(listOf(v.strictObject({ from: timeOfDay, to: timeOfDay }))),
    /** The first day to choose, the last, and until when a time can be moved: working days from today, and before the day chosen. */
    ahead: workdays,
    within: workdays,
    movable: workdays,
    ...marks,
  }),
  v.check((r) => [r.counter, r.joins, r.authority].filter((x) => x !== undefined).length === 1, 'expected exactly one of counter, joins, authority'),
);
export const slotRules = listOf(slotRule);
export type SlotRule = v.InferOutput<typeof slotRule>;
