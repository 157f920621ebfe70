/** May a person leave? The clause binds everyone present; an exemption from staying at home is none from this. */
import type { Millis } from '../calendar/instant';
import { allowed, needsDocument, refused, undetermined, type Verdict } from './answer';
import { lies } from './area';
import type { LeaveAreaClause } from './order';
import type { Person, Test } from './question';
import type { Reason } from './reasons';

/** @param area the area the clause holds in; @param from the place the question is about leaving. */
export function leave(clause: LeaveAreaClause, area: string, from: string, person: Person, at: Millis): Verdict {
  const present = person.presentIn === undefined ? null : lies(person.presentIn, area);
  if (present === 'elsewhere') return allowed('not-present');
  const verdict = conditions(clause, person, at);
  if (verdict.answer === 'allowed') return verdict;
  const where = lies(from, area);
  if (where === 'inside') return undetermined('area-inside');
  if (where === 'around' && present !== 'same' && present !== 'inside') return undetermined('area-too-wide');
  return verdict;
}

function conditions(clause: LeaveAreaClause, { reason, test }: Person, at: Millis): Verdict {
  const { source } = clause.unless;
  if (reason === false) return refused('no-reason', source);
  if (test === null) return refused('no-test', source);
  if (test === undefined) return needsDocument('test-needed', source);
  const fault = faultOf(clause, test, at);
  if (fault) return refused(fault, fault === 'test-too-old' ? clause.unless.test.source : source);
  if (reason === undefined) return undetermined('need-reason', source);
  const gap = gapIn(test);
  return gap ? undetermined(gap, source) : allowed('document-valid', clause.unless.test.source);
}

/** What is certainly wrong with a test, whatever else may be true of it. */
function faultOf({ unless, maxAge }: LeaveAreaClause, test: Test, at: Millis): Reason | null {
  if (test.own === false) return 'test-not-own';
  if (test.kind !== undefined && test.kind !== unless.test.kind) return 'test-not-nucleic-acid';
  if (test.result === 'positive') return 'test-positive';
  if (test.result === 'pending') return 'test-pending';
  if (test.sampledAt === undefined) return null;
  const age = at - test.sampledAt;
  if (age < 0) return 'test-in-future';
  return age > maxAge || (age === maxAge && unless.test.edge === 'excluded') ? 'test-too-old' : null;
}

const gapIn = (test: Test): Reason | null =>
  test.kind === undefined ? 'need-test-kind' : test.result === undefined ? 'need-test-result' : test.sampledAt === undefined ? 'need-test-time' : test.own === undefined ? 'need-test-owner' : null;
