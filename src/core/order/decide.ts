/**
 * Answers one question from the orders of a city: total, pure, and for two times. What was published after `knownAt` is not seen; what holds
 * nowhere is "no order"; of several clauses the strictest counts.
 */
import type { Millis } from '../calendar/instant';
import { allowed, graver, open, undetermined, type Answer, type Verdict } from './answer';
import { lies } from './area';
import { goOut } from './go-out';
import { inForce, type Held } from './in-force';
import { leave } from './leave-area';
import { clauseName, sourceOf, type ClauseKind, type OrderBook } from './order';
import type { Question } from './question';
import { closure } from './venue';

const clauseKind: { readonly [k in Question['kind']]: ClauseKind } = { 'go-out': 'stay-home', 'leave-area': 'leave-area', venue: 'venue-closure' };

/** @param times `knownAt` defaults to `at`. */
export function decide(book: OrderBook, question: Question, times: { at: Millis; knownAt?: Millis }): Answer {
  const { at, knownAt = at } = times;
  const inCity = lies(question.area, book.area);
  if (inCity !== 'same' && inCity !== 'inside') return uncited(undetermined('area-elsewhere'));
  const held = inForce(book, { at, knownAt }, clauseKind[question.kind]).filter((h) => lies(question.area, h.order.area) !== 'elsewhere');
  const answers = held.map((h) => cited(h, verdict(h, question, at)));
  return answers.sort(graver)[0] ?? uncited(question.kind === 'venue' ? open('no-order') : allowed('no-order'));
}

const uncited = ({ answer, reason }: Verdict): Answer => ({ answer, reason, clause: null, source: null });
const cited = (h: Held, { answer, reason, source }: Verdict): Answer => ({ answer, reason, clause: clauseName(h.order, h.clause), source: source ?? sourceOf(h.order, h.clause) });

function verdict({ order, clause }: Held, question: Question, at: Millis): Verdict {
  switch (clause.kind) {
    case 'stay-home':
      return narrowed(goOut(clause, order.area, question.person ?? {}), question.area, order.area);
    case 'venue-closure':
      return narrowed(closure(clause, question.venue ?? {}), question.area, order.area);
    case 'leave-area':
      return leave(clause, order.area, question.area, question.person ?? {}, at);
  }
}

/** Asked about a place of which the order covers only a part, a restriction is no answer. */
const narrowed = (v: Verdict, asked: string, area: string): Verdict => (lies(asked, area) === 'around' && v.answer !== 'allowed' && v.answer !== 'open' ? undetermined('area-too-wide') : v);
