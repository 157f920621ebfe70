/** A shared computer: the warning, the end after five minutes, and nothing of the person before – not by Back, not in a cache; without JavaScript the session ends all the same. */
import { describe, expect, test } from 'vitest';
import { available, open, overflow, violations } from './browser';
import { signInAs } from './robot';
import { running } from './running';

describe.runIf(available)('a shared computer', () => {
  const here = running();

  for (const script of [true, false])
    test(`leaves nothing behind, ${script ? 'with' : 'without'} JavaScript`, { timeout: 90_000 }, async () => {
      const context = await open(here.browser, { script });
      const page = await context.newPage();
      await page.goto(`${here.url}/shared`);
      await Promise.all([page.waitForNavigation(), page.locator('main form button').click()]);
      await page.goto(`${here.url}/sign-in?to=${encodeURIComponent('/mine')}`);
      const sample = (await page.locator('button[name="sample"][value^="sample:person:"]').first().getAttribute('value'))!;
      await signInAs(page, here.url, sample, '/mine');
      // The header names her only when the store answers at once.
      for (let n = 0; n < 10 && !(await page.locator('.site-header .who').count()); n++) await page.reload();
      const name = (await page.locator('.site-header .who').innerText()).trim();
      expect(name.length).toBeGreaterThan(1);
      expect(await page.locator('.shared-strip').count()).toBe(1);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect((await page.reload())!.headers()['cache-control']).toBe('no-store');
      if (script) {
        expect(await violations(page)).toEqual([]);
        // From here on the test moves the browser's clock.
        await page.clock.install();
        await page.reload();
        await page.clock.runFor('04:10');
        expect(await page.locator('.shared-strip.soon').count()).toBe(1);
        // Somebody is there: it starts over.
        await page.keyboard.press('Shift');
        expect(await page.locator('.shared-strip.soon').count()).toBe(0);
        await Promise.all([page.waitForURL('**/shared/end'), page.clock.runFor('05:05')]);
      } else await Promise.all([page.waitForNavigation(), page.locator('.shared-strip button').click()]);
      expect(new URL(page.url()).pathname).toBe('/shared/end');
      expect(await page.content()).not.toContain(name);
      await page.goBack().catch(() => null);
      expect(await page.content()).not.toContain(name);
      await page.goto(`${here.url}/mine`);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await context.close();
    });
});
