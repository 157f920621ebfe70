/** Offices at work, for tests of the desk: a town opened once per file, who sits where, and the few things every test asks of a case. */
import { afterAll, beforeEach } from 'vitest';
import { openCase } from '../../../app/open-case';
import type { Person } from '../../../app/ports/identity';
import type { CaseState } from '../../../core/case';
import { openTown } from '../../testing/town';
import { browserOf } from './browser';

const morning = '2026-11-23T09:30:00+08:00';
const certificate = (number: string) => `/desk/${number}/birth-certificate`;

/** The hospital's desk and that of the police, with births that pass over both. Every test begins on the same morning. */
export async function birthDesk() {
  const town = await openTown();
  afterAll(() => town.close());
  beforeEach(() => void (town.clock.now = new Date(morning)));
  const state = async (number: string): Promise<CaseState> => (await openCase(town.product, number))!.state;
  return {
    town,
    hospital: await browserOf(town, await town.clerk('maternity-hospital')),
    police: await browserOf(town, await town.clerk('public-security')),
    state,
    statuses: async (number: string) => Object.fromEntries([...(await state(number)).steps].map(([id, s]) => [id, s.status])),
    born: () => town.file('newborn', 'typical'),
    certificate,
  };
}

/** The hospital's office with its head, and a resident who files there; whoever moves the clock signs all of them in anew. */
export async function hospitalOffice() {
  const town = await openTown();
  afterAll(() => town.close());
  const person = town.product.identity.samples().find((p): p is Person => p.kind === 'person')!;
  const clerkId = town.clerkOf('maternity-hospital').id;
  const signedIn = async () => ({
    clerk: await browserOf(town, await town.clerk('maternity-hospital')),
    lead: await browserOf(town, await town.as(`${clerkId}:lead`)),
    resident: await browserOf(town, await town.as(person.id)),
  });
  /** Sessions run out with the clock, so that these are looked up each time. */
  const who = await signedIn();
  const at = async (instant: string): Promise<void> => {
    town.clock.now = new Date(instant);
    Object.assign(who, await signedIn());
  };
  beforeEach(() => at(morning));
  return {
    town,
    person,
    clerkId,
    who,
    at,
    pass: (seconds: number) => void (town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000)),
    born: () => town.file('newborn', 'smallest'),
    certificate,
    status: async (number: string) => (await openCase(town.product, number))!.state.steps.get('birth-certificate')!.status,
    holder: async (number: string) => (await town.store.caseByNumber(number))!.steps.find((s) => s.step === 'birth-certificate')!.claimedBy,
  };
}
