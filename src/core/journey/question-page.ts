/** The questions of one page: one that decides stands alone; detail of one group stands together, where no answer to one makes another moot. */
import type { Demand } from './demand';
import type { Situation } from './situation';
import { groupOf } from './questions';

export type QuestionPage = { group: string; reason: 'deciding' | 'needed'; concepts: string[] };

const perPage = 6;

/** @param also further questions that may stand on the page. */
export function pageWith(s: Situation, d: Demand, concept: string, reason: QuestionPage['reason'], also: (concept: string) => boolean): QuestionPage {
  const group = groupOf(s.prepared, concept);
  if (reason === 'deciding') return { group, reason, concepts: [concept] };
  // Needed for certain, and read by no condition that is open: no answer on the page can take it away.
  const together = [...d.needed].filter(([c, n]) => groupOf(s.prepared, c) === group && !d.deciding.has(c) && !decides(s, c) && n.mode === 'ask' && (c === concept || also(c))).map(([c]) => c);
  const at = Math.max(0, together.indexOf(concept));
  const page = Math.floor(at / perPage);
  const concepts = together.slice(page * perPage, (page + 1) * perPage);
  return { group, reason, concepts: concepts.length ? concepts : [concept] };
}

/** Whether any condition of a service reads the concept: such a question keeps a page of its own. */
const decides = (s: Situation, concept: string): boolean =>
  s.prepared.steps.some((step) => [...step.gates, ...step.applies, ...step.eligible, ...step.excludes.map((x) => x.line)].some((l) => l.concepts.includes(concept)));
