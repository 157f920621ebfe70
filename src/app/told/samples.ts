/** What the demonstration's gateways were given, for the page that shows it. */
import { channels, type OutsideWay } from '../ports/messages';
import type { Product } from '../product';

export const sampleSource = (channel: OutsideWay): string => `sample-${channel}`;

export type SampleMessage = { channel: OutsideWay; at: string; to: string; subject: string; text: string };

/** Newest first. */
export async function sampleMessages(product: Product, limit = 50): Promise<SampleMessage[]> {
  const store = await product.store();
  const of = async (channel: OutsideWay) => (await store.takenIn(sampleSource(channel), limit)).map(({ at, body }) => ({ channel, at, ...(body as Pick<SampleMessage, 'to' | 'subject' | 'text'>) }));
  const all = (await Promise.all(channels.map(of))).flat();
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, limit);
}
