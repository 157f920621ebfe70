/**
 * One message on one way out. It is given over with a key that is the same each time: the program may die after the carrier has it and before that is
 * written down, and then it is given over again. A gateway that keeps keys drops the second; a mail server cannot, so the letter may come twice, with one
 * Message-ID, which mail programs show as one. Never is it lost, and in the product it stands once.
 */
import { masked } from '../jobs/reason';
import type { Went } from '../jobs/work';
import { openCase } from '../open-case';
import type { TakenJob } from '../ports/jobs';
import type { OutsideWay, ToldChoice, ToldMessage } from '../ports/messages';
import type { Product } from '../product';
import { choiceOf } from './choice';
import { mayGoFrom } from './quiet';
import { outside } from './words';

type Sending = { key: string; channel: OutsideWay };

export async function send(product: Product, job: TakenJob): Promise<Went> {
  const { key, channel } = job.body as Sending;
  const store = await product.store();
  const message = await store.message(key);
  if (!message || message.sendings.find((s) => s.channel === channel)?.state === 'sent') return 'done';
  const from = mayGoFrom(product);
  if (Date.parse(from) > product.now().getTime()) return { later: from };
  const mark = (state: 'sent' | 'off' | 'no-address' | 'refused') => store.sending(key, channel, state, product.now().toISOString());
  const choice = await choiceOf(product, message.recipient);
  const gateway = product.gateways[channel];
  if (!gateway || !choice[channel]) return mark('off').then(() => 'done');
  const to = await addressOf(product, message, channel, choice);
  if (!to) return mark('no-address').then(() => 'done');
  const given = await gateway.give({ key: job.key, to, ...outside(message, choice.language, product.law().city.name) });
  if (given === 'sent') return mark('sent').then(() => 'done');
  if (given.again) return { failed: masked(given.refused) };
  return mark('refused').then(() => 'done');
}

/** Given up after many tries: the case says so. */
export async function gaveUp(product: Product, job: TakenJob): Promise<void> {
  const { key, channel } = job.body as Sending;
  await (await product.store()).sending(key, channel, 'failed', product.now().toISOString());
}

async function addressOf(product: Product, m: ToldMessage, channel: OutsideWay, choice: ToldChoice): Promise<string | null> {
  if (channel === 'email') return choice.address;
  if (choice.phone || m.caseNumber === null) return choice.phone;
  return (await openCase(product, m.caseNumber))?.state.applicant.contact ?? null;
}
