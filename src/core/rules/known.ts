/** What is known of a fact: its value, or `null` when it is known not to exist; undefined while it is unknown. */
import type { Decimal } from './decimal';

export type Known = boolean | Decimal | string | null;
export type Maybe = Known | undefined;
