/** What every section of a guide shows: this service, for this visitor. */
import type { Service } from '../../core/catalogue';
import type { Visit } from '../visit';

export type Shown = { v: Visit; service: Service };
