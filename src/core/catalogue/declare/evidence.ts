/** `evidence/ID.yaml`: a document type. What an authority holds in a register is said here, once. */
import * as v from 'valibot';
import { entity } from './concept';
import { id, label, listOf, marks } from './scalar';

export const evidence = v.strictObject({
  id,
  entity,
  kind: v.picklist(['certificate', 'document', 'form', 'photo', 'promise'], 'expected certificate, document, form, photo or promise'),
  from: v.picklist(['applicant', 'government', 'third-party'], 'expected applicant, government or third-party'),
  heldBy: v.optional(listOf(v.strictObject({ register: id, key: v.string('expected the name of a datum'), ...marks }))),
  label,
  hint: v.optional(label),
  ...marks,
});
export type Evidence = v.InferOutput<typeof evidence>;
