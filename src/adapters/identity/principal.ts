/** A principal as it is kept in a session: checked when it comes back from the store. */
import * as v from 'valibot';
import type { Principal } from '../../app/ports/identity';

const text = v.string();

export const principal: v.GenericSchema<unknown, Principal> = v.variant('kind', [
  v.object({ kind: v.literal('person'), id: text, name: text, gives: v.record(v.string(), text), assurance: v.picklist([1, 2, 3]), sample: v.boolean() }),
  v.object({ kind: v.literal('clerk'), id: text, name: text, authority: text, division: text, sample: v.boolean(), lead: v.optional(v.boolean()) }),
  v.object({ kind: v.literal('helper'), id: text, name: text, station: text, division: text, sample: v.boolean() }),
]);
