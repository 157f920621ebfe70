/**
 * The chain of one case, checked event by event over the stored bytes: number, hash, link, and that the text says what its row says. The hash is taken
 * over the very bytes the database keeps, and the text is only read into values when the rows are to be compared with them.
 */
import { hash as digest } from 'node:crypto';
import type { StoredEvent } from '../../app/ports/store';
import { isText } from '../../core/case/canonical-bytes';
import { genesis } from '../../core/case/chain';
import { noPlaces, readSealed } from '../../core/case/sealed';
import type { EventRows } from './event-rows';
import type { Problem } from './verify-log';

const sha256 = Buffer.from('sha256');
const start2000 = Date.UTC(2000, 0, 1);
const beginning = Buffer.from(genesis, 'hex');
const hex = Buffer.from('0123456789abcdef');
const places = noPlaces();

export class Chain {
  /** The last event whose number was right. */
  n = 0;
  broken: { n: number; problem: Problem } | null = null;
  /** Filled when asked for, as long as nothing is broken. */
  readonly said: StoredEvent[] = [];
  readonly caseId: string;
  readonly #rows: EventRows;
  readonly #keep: boolean;
  readonly #digits: Buffer;
  #first: number;
  #headFrom = -1;

  /** Begins at the row `rows` stands at. `keep`: the events are wanted as values too. */
  constructor(rows: EventRows, keep: boolean) {
    this.#rows = rows;
    this.#keep = keep;
    this.caseId = rows.caseId;
    this.#digits = Buffer.from(this.caseId);
    this.#first = rows.caseAt;
  }

  /** Whether the row belongs to this case. */
  holds(): boolean {
    return same(this.#rows.bytes, this.#first, this.#rows.caseAt, 8);
  }

  add(): void {
    if (this.broken) return;
    const problem = this.#problem();
    if (problem) {
      this.broken = { n: this.n + 1, problem };
      return;
    }
    const { bytes, bodyFrom, bodyTo, hashFrom, hashTo } = this.#rows;
    this.n++;
    this.#headFrom = hashFrom;
    if (!this.#keep) return;
    const said = JSON.parse(bytes.toString('utf8', bodyFrom, bodyTo)) as StoredEvent;
    said.hash = bytes.toString('hex', hashFrom, hashTo);
    this.said.push(said);
  }

  /** The hash of the last event. */
  head(): string {
    return this.#headFrom < 0 ? genesis : this.#rows.bytes.toString('hex', this.#headFrom, this.#headFrom + 32);
  }

  #problem(): Problem | null {
    const { bytes: b, n, algFrom, algTo, prevFrom, prevTo, hashFrom, hashTo, bodyFrom, bodyTo } = this.#rows;
    if (n !== this.n + 1) return 'gap';
    // As text of one letter per byte: of the forms crypto.hash can answer in, the cheapest.
    if (!isText(b, algFrom, algTo, sha256) || digest('sha256', b.subarray(bodyFrom, bodyTo), 'binary') !== b.toString('binary', hashFrom, hashTo)) return 'hash';
    const follows = this.#headFrom < 0 ? isText(b, prevFrom, prevTo, beginning) : prevTo - prevFrom === 32 && same(b, this.#headFrom, prevFrom, 32);
    if (!follows) return 'link';
    return readSealed(b, bodyFrom, bodyTo, places) && this.#agrees() ? null : 'text';
  }

  /** The text says case, number, instant, type and predecessor of its row. */
  #agrees(): boolean {
    const { bytes: b, n, at, typeFrom, typeTo, prevFrom } = this.#rows;
    const p = places;
    return (
      isText(b, p.caseFrom, p.caseTo, this.#digits) &&
      p.typeTo - p.typeFrom === typeTo - typeFrom &&
      same(b, p.typeFrom, typeFrom, typeTo - typeFrom) &&
      isHexOf(b, p.prevFrom, p.prevTo, prevFrom) &&
      b.toString('latin1', p.nFrom, p.nTo) === `${n}` &&
      (Date.parse(b.toString('latin1', p.atFrom, p.atTo)) - start2000) * 1000 === at
    );
  }
}

function same(b: Buffer, i: number, j: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (b[i + k] !== b[j + k]) return false;
  return true;
}

/** Letters `from` to `to` are the 32 bytes at `at`, as lower-case hex. */
function isHexOf(b: Buffer, from: number, to: number, at: number): boolean {
  if (to - from !== 64) return false;
  for (let k = 0; k < 32; k++) {
    const byte = b[at + k]!;
    if (b[from + 2 * k] !== hex[byte >> 4] || b[from + 2 * k + 1] !== hex[byte & 15]) return false;
  }
  return true;
}
