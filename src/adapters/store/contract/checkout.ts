/** Payments that wait for an answer, and places of a time: given once, whoever asks at the same moment. */
import { describe, expect, it } from 'vitest';
import type { BookingRow } from '../../../app/ports/checkout-store';
import type { Command } from '../../../app/ports/store';
import { grant, nextId, submission } from '../testing/sample';
import { at, doors, type Ground } from './ground';

export function checkout(ground: () => Ground): void {
  const { store, submit } = doors(ground);
  const booking = (change: Partial<BookingRow>): BookingRow => ({
    slot: 'register:meet',
    resource: 'counter',
    at: '2026-03-05T09:00:00+08:00',
    until: '2026-03-05T09:30:00+08:00',
    seat: 1,
    capacity: 2,
    person: `p-${nextId()}`,
    steps: ['register'],
    hall: null,
    ...change,
  });
  const books = (c: Command, ...booked: BookingRow[]): Command => ({ ...grant(c, 'register', `b-${nextId()}`), checkout: { payments: [], booked, released: [] } });
  const append = async (command: Command) => (await store().append(command)).kind;

  describe('a place at a time', () => {
    it('is given to one of two who ask at the same moment; the other hears that it is taken, and nothing of her command is kept', async () => {
      const resource = `r-${nextId()}`;
      const other = ground().second?.store ?? store();
      const cases = await Promise.all(Array.from({ length: 8 }, () => submit(submission({ caseId: nextId() }))));
      const kinds = await Promise.all(cases.map(async (c, i) => (await (i % 2 ? other : store()).append(books(c, booking({ resource })))).kind));
      expect(kinds.toSorted()).toEqual(['done', ...Array.from({ length: 7 }, () => 'taken')]);
      expect(await store().taken(resource, at(0), '2026-03-09T00:00:00+08:00')).toEqual([{ at: '2026-03-05T09:00:00+08:00', seat: 1, caseId: cases[kinds.indexOf('done')]!.case.caseId }]);
      const loser = cases[kinds.indexOf('taken')]!;
      expect((await store().caseByNumber(loser.case.number))!.case.version).toBe(loser.case.version);
    });

    it('cannot be outside the declared room', async () => {
      const c = await submit(submission());
      await expect(store().append(books(c, booking({ resource: `r-${nextId()}`, seat: 3 })))).rejects.toThrow(/booking_room/);
    });

    it('nobody is in two places at one time', async () => {
      const person = `p-${nextId()}`;
      const [one, two] = [await submit(submission()), await submit(submission())];
      expect(await append(books(one, booking({ resource: `a-${person}`, person })))).toBe('done');
      expect(await append(books(two, booking({ resource: `b-${person}`, person })))).toBe('taken');
      expect((await store().timesOf(person, at(0), '2026-03-09T00:00:00+08:00')).map((t) => t.caseId)).toEqual([one.case.caseId]);
    });

    it('is moved by the same slot, freed, and given on', async () => {
      const resource = `r-${nextId()}`;
      const c = await submit(submission());
      const person = `p-${nextId()}`;
      const first = books(c, booking({ resource, person }));
      expect(await append(first)).toBe('done');
      const moved = books(first, booking({ resource, person, at: '2026-03-06T09:00:00+08:00', until: '2026-03-06T09:30:00+08:00' }));
      expect(await append(moved)).toBe('done');
      expect(await store().taken(resource, at(0), '2026-03-09T00:00:00+08:00')).toEqual([{ at: '2026-03-06T09:00:00+08:00', seat: 1, caseId: c.case.caseId }]);
      expect(await append({ ...grant(moved, 'register', `f-${nextId()}`), checkout: { payments: [], booked: [], released: ['register:meet'] } })).toBe('done');
      expect(await store().taken(resource, at(0), '2026-03-09T00:00:00+08:00')).toEqual([]);
      expect(await append(books(await submit(submission()), booking({ resource, at: '2026-03-06T09:00:00+08:00', until: '2026-03-06T09:30:00+08:00' })))).toBe('done');
    });

    it('an authority sees who comes for its own steps, in order of time', async () => {
      const authority = `office-${nextId()}`;
      const c = await submit(submission({ steps: [{ step: 'register', authority, service: 'licence' }, { step: 'licence' }] }));
      await append(books(c, booking({ resource: `r-${authority}`, steps: ['register', 'licence'], hall: 'lukou-hall' })));
      const seen = await store().visitors(authority, '2026-03-05T00:00:00+08:00', '2026-03-06T00:00:00+08:00');
      expect(seen).toMatchObject([{ number: c.case.number, steps: ['register'], services: ['licence'], hall: 'lukou-hall', at: '2026-03-05T09:00:00+08:00' }]);
      expect(await store().visitors(authority, '2026-03-06T00:00:00+08:00', '2026-03-07T00:00:00+08:00')).toEqual([]);
    });
  });

  it('payments are found until they are answered, and again while something must go back', async () => {
    const c = await submit(submission());
    const id = `${c.case.number}-P1`;
    const pays = (from: Command, state: 'started' | 'paid' | 'owing') => ({
      ...grant(from, 'register', `p-${nextId()}`),
      checkout: { payments: [{ id, state, at: at(0) }], booked: [], released: [] },
    });
    const open = async () => (await store().openPayments(at(1), 10_000)).filter((p) => p.id === id);
    const started = pays(c, 'started');
    await append(started);
    expect(await open()).toEqual([{ id, state: 'started', at: at(0), number: c.case.number }]);
    expect((await store().openPayments(at(0), 10_000)).filter((p) => p.id === id)).toEqual([]);
    const paid = pays(started, 'paid');
    await append(paid);
    expect(await open()).toEqual([]);
    await append(pays(paid, 'owing'));
    expect((await open()).map((p) => p.state)).toEqual(['owing']);
  });
}
