/** publicodes, for comparison only. */
import Engine from 'publicodes';
import type { NewEngine } from './random-questions';

export const publicodes = Engine as unknown as NewEngine;
