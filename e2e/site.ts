/** The product in this process on a port of its own, with a store, sample people and a clock that stands still; no registers, so that a scenario answers everything. */
import { serve as listen, type ServerType } from '@hono/node-server';
import { openTown, type Town } from '../src/web/testing/town';
import { testProduct } from '../src/web/testing/product';

export type Site = { town: Town; url: string; cookie(id: string): Promise<{ name: string; value: string; url: string }>; close(): Promise<void> };

export async function openSite(): Promise<Site> {
  const town = await openTown();
  const { assets, find } = testProduct();
  Object.assign(town.product, { assets, find });
  let server: ServerType;
  const url = await new Promise<string>((ready) => {
    server = listen({ fetch: town.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => ready(`http://127.0.0.1:${port}`));
  });
  return {
    town,
    url,
    cookie: async (id) => {
      const [name, value] = (await town.as(id)).split('=') as [string, string];
      return { name, value, url };
    },
    close: async () => {
      await new Promise((done) => server.close(done));
      await town.close();
    },
  };
}
