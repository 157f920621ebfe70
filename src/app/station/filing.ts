/** A filing as a station or a counter sends it. Everything in it was written on a device that may be lost, wrong about the time, or meddled with: it is parsed here and judged in `arrive`. */
import * as v from 'valibot';
import { handedOver, type Values } from '../../core/case';
import type { Basket } from '../../core/journey';

const short = v.pipe(v.string(), v.maxLength(200));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,80}$/));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/));
const cell = v.union([v.pipe(v.string(), v.maxLength(1000)), v.pipe(v.number(), v.finite()), v.boolean(), v.null()]);
const value = v.union([cell, v.strictObject({ declined: v.literal(true) }), v.pipe(v.array(v.record(short, cell)), v.maxLength(200))]);
const basket = v.union([v.strictObject({ journey: id }), v.strictObject({ services: v.pipe(v.array(id), v.minLength(1), v.maxLength(20)) })]);
export const sha256Text = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const file = v.strictObject({
  sha256: sha256Text,
  name: v.pipe(v.string(), v.maxLength(120)),
  type: v.picklist(['image/jpeg', 'image/png', 'application/pdf']),
  size: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const stationFiling = v.strictObject({
  /** Made on the device; the filing happens once under it. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/)),
  provisional: v.pipe(v.string(), v.regex(/^[0-9A-Z-]{8,40}$/)),
  division: v.pipe(v.string(), v.regex(/^\d{6,12}$/)),
  basket,
  principal: v.strictObject({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    idNumber: v.nullable(v.pipe(v.string(), v.regex(/^\d{17}[\dX]$/))),
    phone: v.nullable(v.pipe(v.string(), v.maxLength(30))),
  }),
  consent: v.variant('kind', [
    v.strictObject({ kind: v.literal('paper'), file, at: instant }),
    v.strictObject({ kind: v.literal('sms'), id: short }),
    v.strictObject({ kind: v.literal('login'), id: short }),
  ]),
  answers: v.record(short, value),
  documents: v.pipe(v.array(handedOver), v.maxLength(100)),
  preferred: v.pipe(v.array(short), v.maxLength(100)),
  /** What the device made of it: its version of the city's rules, and each step's state. */
  catalogue: sha256Text,
  states: v.record(short, v.picklist(['in', 'out', 'barred', 'excluded', 'later', 'undecided'])),
  startedAt: instant,
  signedAt: instant,
  /** What the helper decided where something differed. */
  settled: v.strictObject({
    registers: v.record(short, v.picklist(['typed', 'register'])),
    /** Version of the rules under which she looked at what is different. */
    plan: v.nullable(sha256Text),
    /** Cases of the same person she has seen and files beside. */
    meanwhile: v.pipe(v.array(short), v.maxLength(50)),
  }),
});
type Parsed = v.InferOutput<typeof stationFiling>;
export type StationFiling = Omit<Parsed, 'answers' | 'basket'> & { answers: Values; basket: Basket };

/** Null for anything else. */
export function parseFiling(given: unknown): StationFiling | null {
  const read = v.safeParse(stationFiling, given);
  return read.success ? (read.output as StationFiling) : null;
}
