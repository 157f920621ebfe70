/** Cases made up for tests: steps by a short notation, clocks of 24-hour days, and commands played on a folded state. */
import type { Actor, CaseEvent, FiledStep, Recorded } from '../event';
import { apply, fold } from '../fold';
import { type Clocks, type Handling, type Outcome, receive } from '../handling';
import type { CaseState } from '../state';

const day = 86_400_000;
export const start = '2026-03-02T09:00:00+08:00';
export const later = (days: number): string => new Date(Date.parse(start) + days * day).toISOString().replace('Z', '+00:00');

/** Every unit is a day of 24 hours; a pause adds its whole length. */
export const clocks: Clocks = {
  due: (length, from, pauses) => {
    const paused = pauses.reduce((sum, p) => sum + Date.parse(p.to) - Date.parse(p.from), 0);
    return { due: new Date(Date.parse(from) + (Object.values(length)[0] ?? 0) * day + paused).toISOString().replace('Z', '+00:00') };
  },
};

export const officer: Actor = { id: 'o-1', name: '易家俭', capacity: 'officer', authority: 'a' };
export const applicant: Actor = { id: 'p-1', name: '欧阳·阿依古丽', capacity: 'self' };

export type Step = { id: string; first?: string[]; afterwards?: string[]; decidedBy?: string; gives?: string[]; delivery?: string[]; extra?: Partial<FiledStep> };

/** `first`: its first stage waits for these; `afterwards`: a later stage needs these; it gives one document and its `gives`. */
export const filed = ({ id, first = [], afterwards = [], decidedBy, gives = [], delivery = ['electronic'], extra = {} }: Step): FiledStep => ({
  id,
  service: id,
  authority: 'a',
  initiator: 'applicant',
  waitsFor: first,
  inputs: [
    ...first.map((step) => ({ step, stage: 'accept', because: `paper-${step}`, kind: 'evidence' as const })),
    ...afterwards.map((step) => ({ step, stage: 'decide', because: `paper-${step}`, kind: 'evidence' as const })),
  ],
  facts: [],
  evidence: [],
  outputs: { evidence: [`paper-${id}`], concepts: gives },
  clock: { statutory: { wd: 20 }, promised: { wd: 10 } },
  delivery,
  finish: 7,
  clerkDecides: [],
  state: decidedBy === undefined ? 'in' : 'later',
  ...(decidedBy !== undefined && { decidedBy }),
  ...extra,
});

export const submitted = (steps: readonly FiledStep[]): CaseEvent => ({
  type: 'submitted',
  number: '430212-0000-0000-00000-0',
  division: '430212',
  journey: null,
  basket: steps.map((s) => s.service),
  catalogue: 'test',
  lawOf: '2026-03-02',
  applicant: { id: applicant.id, name: applicant.name, kind: 'person' },
  answers: {},
  provenance: {},
  documents: [],
  steps: [...steps],
});

export const recordedFrom = (n: number, events: readonly CaseEvent[], at: string, actor: Actor): Recorded[] => events.map((event, i) => ({ n: n + i + 1, at, actor, event }));

/** A case as it stands right after filing. */
export function opened(...steps: Step[]): CaseState {
  const state = fold(recordedFrom(0, [submitted(steps.map(filed))], start, applicant))!;
  return play(state, receive(handling(state, start)), start);
}

export const handling = (state: CaseState, at: string = start): Handling => ({ state, at, actor: officer, clocks });

export const play = (state: CaseState, events: readonly CaseEvent[], at: string = start): CaseState =>
  recordedFrom(state.version, events, at, officer).reduce<CaseState>((s, e) => apply(s, e)!, state);

/** Carries a command out, which must not be refused. */
export function done(state: CaseState, command: (h: Handling) => Outcome, at: string = start): CaseState {
  const outcome = command(handling(state, at));
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
  return play(state, outcome.events, at);
}

export const paper = (id: string) => [{ evidence: `paper-${id}`, number: `№ ${id}` }];
export const statusesOf = (state: CaseState): { [id: string]: string } => Object.fromEntries([...state.steps].map(([id, s]) => [id, s.status]));
