/** What the desk needs from a store beside the record: who works there, notes among colleagues, texts used again, what residents say, and figures. */
import type { Channel, Story } from '../../core/case';

/** Instants before which a step's light is yellow; `accept` while it awaits acceptance and where a service is not named. */
export type LightLimits = { now: string; accept: string; services: { service: string; statutory: string; promised: string }[] };
export type QueueAsked = {
  division?: string;
  /** A division and all within it, by the beginning of their codes. */
  within?: string;
  service?: string;
  /** Held by one of these officers; an empty list: by nobody. */
  holders?: string[];
  light?: { colour: 'red' | 'yellow' | 'green'; limits: LightLimits };
  /** Omitted: those on the desk. */
  statuses?: string[];
  after?: string;
  limit: number;
};

export type Officer = { id: string; name: string; authority: string; division: string; lead: boolean };
/** Days are inclusive civil dates. */
export type Substitution = { id: string; authority: string; absent: string; substitute: string; firstDay: string; lastDay: string };
export type DeskEntry = {
  at: string;
  kind: 'note' | 'handed-over' | 'did';
  who: string;
  whoName: string;
  authority: string;
  caseId: string;
  number: string;
  step: string;
  /** The note; for `handed-over` the note that goes with it; for `did` the action. */
  says: string;
};
export const textUses = ['refuse', 'not-accept', 'supplement', 'transfer', 'pause', 'extend'] as const;
export type DeskText = { id: string; authority: string; use: (typeof textUses)[number]; title: string; says: string };

/** A ticket or a rating as it appears in the record, and its answer. */
export type VoiceRow = {
  kind: 'ticket' | 'rating';
  ref: string;
  step: string | null;
  authority: string;
  division: string;
  at: string;
  due: string | null;
  grade: number | null;
  answered: string | null;
};
export type VoiceChange = { said: VoiceRow } | { answered: { kind: VoiceRow['kind']; ref: string; at: string } };
export type OpenVoice = VoiceRow & { caseId: string; number: string };

export type StoryRow = Story & { step: string };

/** Ended steps of one authority, division and channel, added up. `days` over those that have them. */
export type Tally = {
  authority: string;
  division: string;
  channel: Channel;
  n: number;
  dayed: number;
  days: number;
  inTime: number;
  refused: number;
  supplemented: number;
  paused: number;
  latePauses: number;
  secondSupplements: number;
  lateReturns: number;
};
/** Steps of an authority that are not over, by why they stand where they stand. `promiseOver`: past the promised date, within the statutory one; `overdue`, `escalated`: past that too. */
export type Standing = { authority: string; inTime: number; promiseOver: number; overdue: number; escalated: number; paused: number; applicant: number; waiting: number };
export type Grades = { authority: string; grade: number; n: number };
/** What one officer holds (null: nobody), among the steps nearest their dates. */
export type Holding = { holder: string | null; n: number; promiseOver: number; overdue: number; soon: number; nearest: string | null };
export type Flagged = { number: string; step: string; service: string; division: string; channel: Channel; latePause: boolean; lateReturn: boolean; secondSupplement: boolean };

/** Who has a step open. Instants; a row older than `since` no longer counts. */
export type Presence = { caseId: string; step: string; who: string; whoName: string; at: string; since: string };
/** Acceptances that may be taken back until an instant. `going`: no longer, and perhaps not yet carried out. */
export type HeldActs = { id: string; who: string; officer: unknown; picked: unknown; at: string; until: string; state: 'held' | 'undone' | 'going' | 'done'; results: unknown };
/** Cases filed on one civil day in one division. */
export type FiledCount = { day: string; division: string; n: number };

export interface DeskStore {
  /** Changes the holder where it is still `from`; false where it is not. */
  handOn(caseId: string, step: string, from: string | null, to: string | null): Promise<boolean>;

  /** Remembers who works at a desk, once a day. */
  seenAtDesk(officer: Officer, day: string): Promise<void>;
  officers(authority: string): Promise<Officer[]>;
  nameSubstitute(substitution: Substitution): Promise<void>;
  endSubstitution(id: string, absent: string): Promise<void>;
  /** Those of an authority that have not passed on the day. */
  substitutions(authority: string, day: string): Promise<Substitution[]>;

  enterAtDesk(entry: DeskEntry): Promise<void>;
  /** Of one step, oldest first, the newest `limit`; what was done is in the record. */
  notesAt(caseId: string, step: string, limit: number): Promise<DeskEntry[]>;
  /** What an officer did and wrote between two instants, newest first. */
  entriesOf(who: string, from: string, to: string, limit: number): Promise<DeskEntry[]>;

  saveText(text: DeskText): Promise<void>;
  dropText(id: string, authority: string): Promise<void>;
  texts(authority: string): Promise<DeskText[]>;

  /** Tickets and ratings of an authority that are owed an answer, by date. */
  openVoices(authority: string, limit: number): Promise<OpenVoice[]>;

  /** Says that an officer has a step open; the names of the others who have, as of `since`. */
  present(presence: Presence): Promise<string[]>;
  leave(caseId: string, step: string, who: string): Promise<void>;

  /** Kept once. */
  hold(held: Omit<HeldActs, 'state' | 'results'>): Promise<void>;
  held(id: string): Promise<HeldActs | null>;
  /** False where it is not in one of the states it should come from. */
  turnHeld(id: string, from: readonly HeldActs['state'][], to: HeldActs['state'], results?: unknown): Promise<boolean>;
  /** Ids of those held or going whose time has passed, longest ago first. */
  heldDue(at: string, limit: number): Promise<string[]>;

  /** @param from a case id: ids are ordered by time. @param offset of the civil day, like +08:00 */
  filed(from: string, offset: string): Promise<FiledCount[]>;
  tallies(since: string): Promise<Tally[]>;
  standing(now: string): Promise<Standing[]>;
  grades(since: string): Promise<Grades[]>;
  /** @param most steps looked at, nearest date first. */
  holdings(authority: string, now: string, soon: string, most: number): Promise<Holding[]>;
  /** Newest cases first. */
  flagged(authority: string, limit: number): Promise<Flagged[]>;
}
