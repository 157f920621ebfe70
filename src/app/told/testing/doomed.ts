/** Runs as a process of its own: sends one message and is killed after the carrier has it and before that is written down. */
import { appendFileSync } from 'node:fs';
import { openStore } from '../../../adapters/store';
import { round } from '../../jobs/run';
import { patient } from '../../jobs/work';
import type { Product } from '../../product';
import { send } from '../send';

const [data, carried] = process.argv.slice(2) as [string, string];
const { store } = await openStore({ data });
const noon = new Date('2026-11-23T12:00:00+08:00');
const product = {
  store: async () => store,
  now: () => noon,
  law: () => ({ city: { offset: '+08:00', name: { zh: '株洲', en: 'Zhuzhou' } } }),
  gateways: {
    sms: {
      give: async ({ key }: { key: string }) => {
        appendFileSync(carried, `${key}\n`);
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => {});
      },
    },
  },
} as unknown as Product;
await round({ works: { send: { ...patient, handle: (job) => send(product, job) } }, topics: [], store: product.store, now: product.now, chance: () => 0, alarm: () => {} });
