/** The rows beside the log say what the fold says, after whatever happened. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { finalStatuses } from '../core/case';
import { life, lived, steps } from '../core/case/testing/lives';
import { caseRow, stepRows } from './rows';

const head = { caseId: '1', head: '00', updatedAt: '2026-03-02T09:00:00+08:00' };

test('rows equal the fold', () =>
  fc.assert(
    fc.property(steps, life, (of, deeds) => {
      for (const { state } of lived(of, deeds)) {
        expect(caseRow(state, head)).toMatchObject({ number: state.number, status: state.status, outcome: state.outcome, version: state.version, applicantName: state.applicant.name });
        const rows = stepRows(state, head, new Map([['a', 'o-1']]));
        expect(rows.map((r) => [r.ord, r.step])).toEqual([...state.steps.keys()].map((id, ord) => [ord, id]));
        for (const r of rows) {
          const s = state.steps.get(r.step)!;
          expect(r).toMatchObject({ status: s.status, authority: s.authority, service: s.filed.service, claimedBy: r.step === 'a' ? 'o-1' : null });
          // No clock runs for what is over, nor while nobody can move.
          const runs = (!finalStatuses.has(s.status) || s.status === 'granted') && s.status !== 'waiting' && s.status !== 'depends' && s.status !== 'paused';
          expect([r.due, r.promised]).toEqual(runs ? [s.due, s.promised] : [null, null]);
        }
      }
    }),
    { numRuns: 200 },
  ));
