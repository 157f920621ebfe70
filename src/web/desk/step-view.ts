import type { DeskEntry, Officer } from '../../app/ports/desk-store';
import type { Clerk } from '../../app/ports/identity';
import type { QueueItem } from '../../app/ports/store';
import type { Visit } from '../visit';
import type { Decided } from './next';

/** `done`: she has just acted; `repeated`: a second time with the same form. */
export type StepView = {
  clerk: Clerk;
  done: 'done' | 'repeated' | null;
  /** An act of the procedure by which the step mostly stays where it was: said by its own name. */
  did: keyof Visit['t']['procedure']['acts'] | null;
  next: QueueItem | null;
  notes: readonly DeskEntry[];
  colleagues: readonly Officer[];
  said: 'noted' | 'handed-over' | 'taken' | null;
  /** What she decided just before this one. */
  decided: Decided | null;
  standIns: readonly string[];
  /** Colleagues who have it open too. */
  present: readonly string[];
};
