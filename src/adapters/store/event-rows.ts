/**
 * Rows of `event` as COPY's binary format brings them (PostgreSQL manual, COPY, "Binary Format"): nothing is made of a row until somebody asks. The
 * fields of the row it stands at are positions into `bytes`; one reader goes over a page of many thousand rows.
 */
const columns = 'case_id, n, at, type, alg, prev, h, body';

/** `after` and `upto` are 64-bit integers; COPY takes no parameters. */
export const eventsBetween = (after: string, upto: string): string => /* sql */ `select ${columns} from event where case_id > ${BigInt(after)} and case_id <= ${BigInt(upto)} order by case_id, n`;

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

export class EventRows {
  n = 0;
  /** Microseconds since 2000-01-01T00:00:00Z. */
  at = 0;
  typeFrom = 0;
  typeTo = 0;
  algFrom = 0;
  algTo = 0;
  prevFrom = 0;
  prevTo = 0;
  hashFrom = 0;
  hashTo = 0;
  bodyFrom = 0;
  bodyTo = 0;
  #case = 0;
  #next: number;

  constructor(readonly bytes: Buffer) {
    if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('not a binary COPY');
    this.#next = 19 + bytes.readInt32BE(15);
  }

  /** To the next row; false behind the last. */
  next(): boolean {
    const b = this.bytes;
    const fields = b.readInt16BE(this.#next);
    if (fields === -1) return false;
    if (fields !== 8) throw new Error(`${fields} columns of an event`);
    // case_id, n and at have eight, four and eight bytes, each behind its length.
    this.#case = this.#next + 6;
    this.n = b.readInt32BE(this.#case + 12);
    this.at = b.readInt32BE(this.#case + 20) * 4_294_967_296 + b.readUInt32BE(this.#case + 24);
    this.typeFrom = this.#case + 32;
    this.typeTo = this.#end(this.typeFrom);
    this.algFrom = this.typeTo + 4;
    this.algTo = this.#end(this.algFrom);
    this.prevFrom = this.algTo + 4;
    this.prevTo = this.#end(this.prevFrom);
    this.hashFrom = this.prevTo + 4;
    this.hashTo = this.#end(this.hashFrom);
    this.bodyFrom = this.hashTo + 4;
    this.bodyTo = this.#end(this.bodyFrom);
    this.#next = this.bodyTo;
    return true;
  }

  get caseId(): string {
    return this.bytes.readBigInt64BE(this.#case).toString();
  }

  /** Where the id of its case stands, for comparing two rows. */
  get caseAt(): number {
    return this.#case;
  }

  #end(from: number): number {
    return from + this.bytes.readInt32BE(from - 4);
  }
}
