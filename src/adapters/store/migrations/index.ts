/** The schema, step by step. A new step is a new file and a line here; a step that was released is never edited: its checksum is kept in every store. */
import { createHash } from 'node:crypto';
import cases from './0001-cases.sql';
import turns from './0002-turns.sql';
import searches from './0003-searches.sql';
import catalogue from './0004-catalogue.sql';
import guards from './0005-guards.sql';
import desk from './0006-desk.sql';
import jobs from './0007-jobs.sql';
import together from './0008-together.sql';
import checkout from './0009-checkout.sql';
import station from './0010-station.sql';
import entrustment from './0011-entrustment.sql';
import fileChecks from './0012-file-checks.sql';
import deskCase from './0013-desk-case.sql';
import paymentCase from './0014-payment-case.sql';
import undated from './0015-undated.sql';

export type Migration = { n: number; name: string; sql: string; checksum: string };

const migration = (n: number, name: string, sql: string): Migration => ({ n, name, sql, checksum: createHash('sha256').update(sql).digest('hex') });

export const migrations: readonly Migration[] = [
  migration(1, 'cases', cases),
  migration(2, 'turns', turns),
  migration(3, 'searches', searches),
  migration(4, 'catalogue', catalogue),
  migration(5, 'guards', guards),
  migration(6, 'desk', desk),
  migration(7, 'jobs', jobs),
  migration(8, 'together', together),
  migration(9, 'checkout', checkout),
  migration(10, 'station', station),
  migration(11, 'entrustment', entrustment),
  migration(12, 'file-checks', fileChecks),
  migration(13, 'desk-case', deskCase),
  migration(14, 'payment-case', paymentCase),
  migration(15, 'undated', undated),
];

/** Stands for the whole schema. */
export const schemaChecksum = (all: readonly Migration[]): string =>
  createHash('sha256')
    .update(all.map((m) => `${m.n} ${m.checksum}`).join())
    .digest('hex');
