/** The next question and what is decided; the web asks through the same function, and it runs in the browser unchanged. */
import type { Values } from '../case/event';
import type { InForce } from '../catalogue';
import { prepare } from './basket';
import { nothingKnown, type Basket, type KnownFacts, type ServiceState } from './plan';
import { nextQuestion } from './questions';
import { demand } from './demand';
import { situation } from './situation';

export type Interview = { next: string | null; reason: 'deciding' | 'needed' | null; support: string[]; decided: { [step: string]: ServiceState }; undecided: string[] };

/** @param passed concepts shown and left for now; they are not offered again. */
export function interview(law: InForce, basket: Basket, answers: Values, known: KnownFacts = nothingKnown, at: string, passed: ReadonlySet<string> = new Set()): Interview {
  const s = situation(prepare(law, basket), at, answers, known);
  const d = demand(s);
  const next = nextQuestion(s, d, passed);
  const entries = [...s.states];
  return {
    next: next?.concept ?? null,
    reason: next?.reason ?? null,
    support: [...d.deciding.keys()],
    decided: Object.fromEntries(entries.filter(([, x]) => x.state !== 'undecided').map(([id, x]) => [id, x.state])),
    undecided: entries.filter(([, x]) => x.state === 'undecided').map(([id]) => id),
  };
}
