/** Answering what residents say: tickets ("cannot be done", 办不成事) and ratings (好差评). The answers are part of the record and stand on the applicant's page. */
import { type Actor, answerRating, answerTicket, type Outcome, type Rating, reviewRating, type Ticket } from '../core/case';
import { clocksOf } from './clocks';
import { carryOut, type Carried, type OpenCase, openCase } from './open-case';
import type { OpenVoice } from './ports/desk-store';
import type { Clerk } from './ports/identity';
import type { Product } from './product';

/** Ratings are for the lead alone: those who handle a case do not learn who rated it. */
export const owedAnswers = async (product: Product, clerk: Clerk): Promise<OpenVoice[]> =>
  (await (await product.store()).openVoices(clerk.authority, 200)).filter((x) => x.kind === 'ticket' || clerk.lead === true);

export type Voice = { open: OpenCase } & ({ kind: 'ticket'; ticket: Ticket } | { kind: 'rating'; rating: Rating });
export type VoiceRef = { number: string; kind: 'ticket' | 'rating'; ref: string };

/** Null where it is not hers to answer: a rating for the lead alone, a ticket for anybody; of the authority whose step it is about, the first step's where it is about the whole. */
export async function voiceAt(product: Product, clerk: Clerk, { number, kind, ref }: VoiceRef): Promise<Voice | null> {
  const open = kind === 'rating' && !clerk.lead ? null : await openCase(product, number, clerk.authority);
  if (!open) return null;
  const { state } = open;
  const found: Voice | null =
    kind === 'ticket'
      ? withIt(
          state.tickets.find((t) => t.ticket === ref),
          (ticket) => ({ open, kind, ticket }),
        )
      : withIt(
          state.ratings.find((r) => `${r.rating}` === ref),
          (rating) => ({ open, kind, rating }),
        );
  if (!found) return null;
  const about = found.kind === 'ticket' ? found.ticket.step : found.rating.step;
  const step = about === null ? [...state.steps.values()][0] : state.steps.get(about);
  return step?.authority === clerk.authority ? found : null;
}

const withIt = <T, R>(x: T | undefined, make: (x: T) => R): R | null => (x === undefined ? null : make(x));

export type VoiceAnswer =
  /** `settled`: the matter is solved, the fault mended; without it the answer stands and the date runs on. */
  | { act: 'answer'; says: string; settled: boolean }
  /** A rating given by mistake or in bad faith: it stays, marked as not counted, with the reason beside it. */
  | { act: 'review'; says: string; counts: boolean };

export async function answerVoice(product: Product, clerk: Clerk, at: VoiceRef, key: string, answer: VoiceAnswer): Promise<Carried | { kind: 'not-found' }> {
  const voice = await voiceAt(product, clerk, at);
  if (!voice || (answer.act === 'review' && voice.kind !== 'rating')) return { kind: 'not-found' };
  const actor: Actor = { id: clerk.id, name: clerk.name, capacity: 'officer', authority: clerk.authority };
  return carryOut(product, voice.open, actor, `voice:${at.kind}:${at.ref}:${key}`, (now): Outcome => {
    const h = { state: voice.open.state, at: now, actor, clocks: clocksOf(product.calendar()) };
    if (voice.kind === 'ticket') return answer.act === 'answer' ? answerTicket(h, at.ref, answer.says, answer.settled) : { refused: 'no-such-rating' };
    return answer.act === 'answer' ? answerRating(h, voice.rating.rating, answer.says, answer.settled) : reviewRating(h, voice.rating.rating, answer.counts, answer.says);
  });
}
