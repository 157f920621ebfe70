/**
 * A notice of the outbox becomes messages: what happened, whether it is one of the kinds, and whom it concerns – the person whose case it is. Somebody
 * who acts for her sees it on the case; she is told of every act done in her place.
 */
import type { Recorded } from '../../core/case';
import { authorityName, journeyName, lawOfCase, stepName } from '../case-view';
import type { Went } from '../jobs/work';
import { type OpenCase, openCase } from '../open-case';
import type { TakenJob } from '../ports/jobs';
import type { Message, OutsideWay, Says } from '../ports/messages';
import type { Product } from '../product';
import { choiceOf } from './choice';
import { acts, capacities, forYou, type Kind, kinds, someAct } from './kinds';
import { mayGoFrom } from './quiet';

/** `n`: the event the notice is about; a notice without one carries its fields itself. */
export type NoticeBody = { number: string; n?: number; step?: string } & { [field: string]: unknown };
type Notice = { topic: string; key: string; body: NoticeBody };

/** Topics that become messages; of those of a case, all: a helper may do anything. */
export const toldTopics = (topics: readonly string[]): string[] => [...new Set([...kinds.map((k) => k.on), ...topics])];

export async function tell(product: Product, job: TakenJob): Promise<Went> {
  const notice = job.body as Notice;
  const open = await openCase(product, notice.body.number);
  if (!open) return { failed: 'no such case' };
  const about = open.events.find((e) => e.n === notice.body.n) ?? null;
  const kind = kindOf(notice, about, open);
  if (!kind) return 'done';
  const recipient = principalOf(open);
  const message: Message = {
    key: `${notice.topic} ${notice.key} ${recipient}`,
    recipient,
    kind: kind.id,
    caseNumber: open.state.number,
    says: saysOf(product, open, notice, about, kind),
    at: about?.at ?? product.now().toISOString(),
  };
  await (await product.store()).tell([{ ...message, ways: await waysOf(product, open, recipient) }], mayGoFrom(product));
  return 'done';
}

function kindOf(notice: Notice, about: Recorded | null, open: OpenCase): Kind | null {
  if (about && isForHer(about, open)) return forYou;
  const fields: { [field: string]: unknown } = { ...(about?.event ?? notice.body) };
  const among = (wanted: NonNullable<Kind['if']>) => Object.entries(wanted).every(([field, values]) => values.includes((fields[field] ?? null) as string | null));
  return kinds.find((k) => k.on === notice.topic && (!k.if || among(k.if)) && !(k.unless && among(k.unless))) ?? null;
}

/** Done in the applicant's place by somebody else. */
const isForHer = ({ actor }: Recorded, open: OpenCase): boolean => actor.capacity in capacities && actor.id !== principalOf(open);

/** The person the case is about; for an organisation, whoever filed it. */
const principalOf = ({ row, state }: OpenCase): string => (state.applicant.kind === 'organisation' ? row.actorId : row.applicantId);

function saysOf(product: Product, open: OpenCase, notice: Notice, about: Recorded | null, kind: Kind): Says {
  const law = lawOfCase(product, open.state);
  const id = notice.body.step ?? (about && 'step' in about.event ? about.event.step : undefined);
  const step = id === undefined ? undefined : open.state.steps.get(id);
  const fields: { [field: string]: unknown } = { ...notice.body, ...about?.event };
  const day = kind.day === undefined ? undefined : fields[kind.day];
  return {
    what: step ? stepName(law, step) : journeyName(law, open.state),
    ...(step && { who: authorityName(law, step.authority) }),
    ...(typeof day === 'string' && { day: dayOf(day, day === fields['slot'] || day === fields['session']) }),
    ...(about && kind === forYou && { how: capacities[about.actor.capacity]!, did: acts[about.event.type] ?? someAct }),
  };
}

/** A date, with its hour where somebody has to be there; instants of the record carry the city's offset. */
const dayOf = (instant: string, hour: boolean): string => `${instant.slice(0, 10)}${hour && instant.length > 10 ? ` ${instant.slice(11, 16)}` : ''}`;

/** More than so many short messages a day tell nobody anything; the rest is in the product. */
const mostADay = 10;

async function waysOf(product: Product, open: OpenCase, recipient: string): Promise<OutsideWay[]> {
  const choice = await choiceOf(product, recipient);
  const phone = choice.phone ?? open.state.applicant.contact;
  const since = new Date(product.now().getTime() - 86_400_000).toISOString();
  const ways: OutsideWay[] = [];
  if (product.gateways.sms && choice.sms && phone && (await (await product.store()).sentSince(recipient, 'sms', since)) < mostADay) ways.push('sms');
  if (product.gateways.email && choice.email && choice.address) ways.push('email');
  return ways;
}
