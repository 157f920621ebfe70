import type { Journey } from '../../core/catalogue';
import type { Compiled } from '../../core/journey';
import type { Visit } from '../visit';

/** What every section shows: this journey, compiled for this scenario, for this visitor. */
export type Shown = { v: Visit; journey: Journey; scenario: string; compiled: Compiled };
