/**
 * What the use cases need from a store. One implementation speaks PostgreSQL, embedded (PGlite) or a server; the contract suite runs both.
 * Every command is one round trip, carries an idempotency key, and happened once or not at all.
 * Instants of rows come back with offset +08:00, milliseconds only when they are not zero; events come back byte for byte.
 */
import type { StoredEvent } from '../../core/case/chain';
import type { CheckoutChange, CheckoutStore } from './checkout-store';
import type { EntrustStore } from './entrust-store';
import type { DeskStore, QueueAsked, StoryRow, VoiceChange } from './desk-store';
import type { Jobs } from './jobs';
import type { Messages } from './messages';
import type { StationStore } from './station-store';

export type { Arrived, Files } from './files';
export type { StoredEvent };

/** Current state beside the log; changed in the same transaction. `caseId` is a decimal 64-bit integer as text. */
export type CaseRow = {
  caseId: string;
  number: string;
  division: string;
  journey: string | null;
  applicantId: string;
  applicantName: string;
  /** Everyone who may read the case as its applicant's side. */
  actorId: string;
  status: 'submitted' | 'closed' | 'rated';
  outcome: string | null;
  version: number;
  head: string;
  submittedAt: string;
  updatedAt: string;
};
export type StepRow = {
  caseId: string;
  step: string;
  ord: number;
  service: string;
  authority: string;
  division: string;
  status: string;
  /** Statutory due instant, or null while waiting, pending or final. */
  due: string | null;
  promised: string | null;
  /** When time next brings something about for the step; null when nothing is due. */
  turn: string | null;
  /** The officer who took it; changed by `claim` alone, `append` leaves it as it is. */
  claimedBy: string | null;
};
export type Notice = { topic: string; key: string; body: unknown };

export type Command = {
  /** Who sends it: keys of different actors never meet. */
  actor: string;
  key: string;
  /** SHA-256 of the request; the same key with another fingerprint is refused. */
  fingerprint: string;
  case: CaseRow;
  steps: StepRow[];
  events: StoredEvent[];
  notices: Notice[];
  /** Rows beside the record that are made from it (append only). */
  voices?: VoiceChange[];
  stories?: StoryRow[];
  checkout?: CheckoutChange;
  /** Kept with the key and given back when the same request comes again. */
  response: unknown;
};
export type Done =
  | { kind: 'done' }
  /** The same request was carried out before: its response. */
  | { kind: 'repeated'; response: unknown }
  /** The key was used for another request. */
  | { kind: 'key-reused' }
  /** Someone else changed the case since it was read (append only). */
  | { kind: 'stale' }
  /** Somebody else has that place at that time, or the person is somewhere else then (append only). */
  | { kind: 'taken' };

/** `taken`: another officer holds it; `unknown`: there is no such step. */
export type Claimed = { kind: 'claimed' } | { kind: 'taken'; by: string } | { kind: 'unknown' };

export type QueueItem = StepRow & { number: string; applicantName: string; journey: string | null; submittedAt: string };
export type QueuePage = { items: QueueItem[]; next: string | null };

export type Draft = { id: string; owner: string | null; body: unknown; version: number; updatedAt: string };
export type Session = { tokenHash: string; principal: unknown; expiresAt: string };
/** One reading of a register, or one opening of a person's record, shown to that person on request. */
export type Access = { at: string; who: string; capacity: string; register: string | null; subject: string; purpose: string; caseNumber: string | null; result: string };
export type Correction = { id: string; at: string; register: string; concept: string; caseNumber: string | null; draft: string | null; requestedBy: string; state: 'open' | 'answered' };

/** A query that found nothing: how often since the day asked for, and the last day. */
export type MissedSearch = { query: string; times: number; last: string };

/** `files`: SHA-256 of the folder kept as one file. `maker` is null where it was found on the disk. */
export type CatalogueVersion = { hash: string; files: string; at: string; maker: string | null; checker: string | null; note: string };
/** One file of the folder as somebody would have it; `base` is the version it was written against. */
export type CatalogueEdit = {
  id: string;
  file: string;
  base: string;
  body: string;
  state: 'draft' | 'proposed' | 'published' | 'returned';
  maker: string;
  makerName: string;
  checker: string | null;
  note: string;
  version: number;
  at: string;
};

/** `held`: not yet scanned. A file that may be opened has neither. */
export type FileCheck = 'held' | 'harmful';

export interface Store extends DeskStore, CheckoutStore, Jobs, Messages, StationStore, EntrustStore {
  /** Inserts the case with its steps and events. Never `stale` or `taken`. */
  submit(command: Command): Promise<Done>;
  /** Appends events (first `n` = case.version of the read state + 1) and replaces the rows given. */
  append(command: Command): Promise<Done>;
  /** The response kept under a key, if the request was carried out. */
  repeated(actor: string, key: string): Promise<{ fingerprint: string; response: unknown } | null>;

  caseByNumber(number: string): Promise<{ case: CaseRow; steps: StepRow[] } | null>;
  /** The case with its rows and its record, of one moment, in one round trip. Asked `within` an authority: null unless it has a step of the case, and its own steps' rows alone. */
  wholeCase(number: string, within?: string): Promise<{ case: CaseRow; steps: StepRow[]; events: StoredEvent[] } | null>;
  /** In order of n. */
  events(caseId: string): Promise<StoredEvent[]>;
  /** Newest first; `before` is a caseId. */
  casesOf(applicantId: string, page: { before?: string; limit: number }): Promise<CaseRow[]>;
  /** An authority's open steps by due date (null last), then case; keyset by the opaque `after`. No counts. `statuses` omitted: those on the desk. */
  queue(authority: string, page: QueueAsked): Promise<QueuePage>;
  /** Takes a step nobody holds, or lays it down (`by` null, whoever holds it). */
  claim(caseId: string, step: string, by: string | null): Promise<Claimed>;
  /** Cases after this one with a running step that has no statutory date, in order. */
  undated(after: string, limit: number): Promise<{ caseId: string; number: string }[]>;
  /** Steps for which time has brought something about, longest ago first. */
  turns(at: string, limit: number): Promise<(StepRow & { number: string })[]>;

  saveDraft(draft: Omit<Draft, 'version' | 'updatedAt'>, expected: number, at: string): Promise<{ kind: 'saved'; version: number } | { kind: 'stale' }>;
  draft(id: string): Promise<Draft | null>;
  draftsOf(owner: string): Promise<Draft[]>;
  deleteDraft(id: string): Promise<void>;

  saveSession(session: Session): Promise<void>;
  session(tokenHash: string, at: string): Promise<Session | null>;
  endSession(tokenHash: string): Promise<void>;

  recordAccess(access: Access[]): Promise<void>;
  accesses(subject: string, limit: number): Promise<Access[]>;
  /** The same id again with `answered` closes it. */
  requestCorrection(correction: Correction): Promise<void>;
  corrections(register: string | null, limit: number): Promise<Correction[]>;

  /** A message from elsewhere, kept once. False: it was taken in before. */
  takeIn(source: string, key: string, body: unknown): Promise<boolean>;
  /** Newest first. */
  takenIn(source: string, limit: number): Promise<{ key: string; body: unknown; at: string }[]>;

  /** Counts a search that found nothing. `query` has been through `keepable`. */
  noteMissedSearch(day: string, query: string): Promise<void>;
  /** Those asked at least so often since the day, most often first. */
  missedSearches(since: string, atLeast: number, limit: number): Promise<MissedSearch[]>;

  /** A version of the city folder; kept once. */
  keepVersion(version: CatalogueVersion): Promise<void>;
  catalogueVersion(hash: string): Promise<CatalogueVersion | null>;
  /** Newest first. */
  catalogueVersions(limit: number): Promise<CatalogueVersion[]>;
  /** A change on its way, where it still stands at `expected` (0 for a new one). */
  saveEdit(edit: Omit<CatalogueEdit, 'version'>, expected: number): Promise<{ kind: 'saved'; version: number } | { kind: 'stale' }>;
  edit(id: string): Promise<CatalogueEdit | null>;
  /** Newest first. */
  edits(limit: number): Promise<CatalogueEdit[]>;

  /** Files that may not be opened, until they are cleared or for good. What is harmful stays so. */
  holdFile(sha256: string, at: string): Promise<void>;
  clearFile(sha256: string): Promise<void>;
  markHarmful(sha256: string, finding: string, at: string): Promise<void>;
  fileChecks(files: readonly string[]): Promise<{ sha256: string; state: FileCheck }[]>;

  /** Every case id from `after`, in order, for the audit. */
  caseIds(after: string, limit: number): Promise<string[]>;
  close(): Promise<void>;
}
