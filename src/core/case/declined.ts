/** "I don't know" is an answer: a clerk decides then. Apart from the schemas, so that a browser can ask without them. */
import type { Value } from './filing';

export const isDeclined = (v: Value | undefined): v is { declined: true } => typeof v === 'object' && v !== null && !Array.isArray(v) && v.declined === true;
