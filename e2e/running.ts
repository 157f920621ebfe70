/** The product as a person starts it and the machine's browser, for the checks of one `describe`: there before the first, gone after the last. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser';
import { removeData, serve, type Served } from './serve';

export function running(): { readonly url: string; readonly browser: Browser } {
  let server: Served | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(), launch()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (server) removeData(server.data);
  });
  return {
    get url() {
      return server!.url;
    },
    get browser() {
      return browser!;
    },
  };
}
