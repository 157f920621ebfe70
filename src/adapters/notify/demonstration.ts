/**
 * The gateway of the demonstration: nothing leaves the machine. What it is given is kept in the store's inbox, each key once – as a good gateway does –
 * and shown on a page marked as a sample.
 */
import type { Gateway } from '../../app/ports/gateway';
import type { OutsideWay } from '../../app/ports/messages';
import type { Store } from '../../app/ports/store';
import { sampleSource } from '../../app/told/samples';

export const demonstrationGateway = (channel: OutsideWay, store: () => Promise<Pick<Store, 'takeIn'>>): Gateway => ({
  give: async ({ key, to, subject, text }) => {
    await (await store()).takeIn(sampleSource(channel), key, { to, subject, text });
    return 'sent';
  },
});
