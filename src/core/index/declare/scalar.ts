/** Scalars of the measuring rooms: decimals, years that may not be printed, periods, units and how a value came about. */
import * as v from 'valibot';
import { scalars } from '../../catalogue';

const { id, label, shape, sourceId } = scalars;

export const decimal = v.pipe(v.string('expected a decimal number'), v.regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'expected a decimal number'), v.transform(Number), shape({ type: 'number' }));

/** `none` where the source prints no year; it is never filled in. */
export const yearOrNone = v.pipe(
  v.string('expected a year YYYY, or none'),
  v.regex(/^(none|(19|20|21)\d{2})$/, 'expected a year YYYY, or none'),
  v.transform((s) => (s === 'none' ? null : Number(s))),
  shape({ type: ['integer', 'null'] }),
);

export const period = v.pipe(
  v.string('expected a period: YYYY, YYYY-MM, or DATE/DATE'),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2]))?$|^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/, 'expected a period: YYYY, YYYY-MM, or DATE/DATE'),
  v.check((s) => !s.includes('/') || (s.split('/').every(scalars.isCivilDate) && s.slice(0, 10) <= s.slice(11)), 'expected a period: YYYY, YYYY-MM, or DATE/DATE'),
  shape({ type: 'string' }),
);

/** Money is whole fen; a share is in percent. */
export const units = ['fen', 'percent', 'visits', 'enterprises', 'minutes', 'rank', 'people', 'projects', 'points'] as const;
export const unit = v.picklist(units, 'expected a unit');
export type Unit = v.InferOutput<typeof unit>;

export const code = v.pipe(v.string('expected a division code'), v.regex(/^\d{6}(\d{3}(\d{3})?)?$/, 'expected a division code of 6, 9 or 12 digits'), shape({ type: 'string' }));

/** 必须、完成、加快、推动、力争、意向. Left out where the source gives none of them. */
export const strengths = ['must', 'complete', 'accelerate', 'push', 'strive', 'intend'] as const;
export const strength = v.picklist(strengths, 'expected a strength of promise');
export type Strength = v.InferOutput<typeof strength>;

/** A name with where it is printed. */
export const namedItem = v.strictObject({ id, name: label, source: v.optional(sourceId) });
