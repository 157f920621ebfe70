import { describe, expect, test } from 'vitest';
import { available, open, overflow, phone, violations } from './browser';
import { signInAs, submitIn } from './robot';
import { running } from './running';

describe.runIf(available)('before, together, for each other', () => {
  const here = running();

  for (const script of [true, false])
    test(`from the search to a relative's hands, JavaScript ${script ? 'on' : 'off'}`, { timeout: 120_000 }, async () => {
      const context = await open(here.browser, { viewport: phone, script });
      const page = await context.newPage();
      const fine = async () => {
        expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
        if (script) expect(await violations(page), page.url()).toEqual([]);
      };

      await page.goto(`${here.url}/eligibility?journey=open-guesthouse`);
      await fine();
      for (let i = 0; i < 10 && (await page.locator('input[name="on"]').count()); i++) {
        const on = await page.locator('input[name="on"]').inputValue();
        const first = page.locator(`main [name="${on}"]`).first();
        if ((await first.getAttribute('type')) === 'radio') await page.locator(`label[for="${on === 'applicant.foodBarred' ? `${on}-1` : on}"]`).click();
        else await first.fill('48');
        await submitIn(page, 'main form button.primary');
        expect(new URL(page.url()).search).toBe('');
      }
      expect(await page.locator('main').innerText()).toMatch(/可以办/);
      await fine();

      await page.goto(`${here.url}/search?q=${encodeURIComponent('招牌')}`);
      await submitIn(page, 'form[action="/basket"] button');
      await page.goto(`${here.url}/journeys/open-guesthouse`);
      await submitIn(page, 'form[action="/basket"] button');
      await page.goto(`${here.url}/basket`);
      await fine();
      await submitIn(page, 'ul.people form[action="/basket"] button');
      await submitIn(page, '.notice form button');
      expect(await page.locator('ul.people > li').count()).toBe(2);
      await submitIn(page, 'form[action="/apply"] button.primary');
      // Each run is another person's: she has no application begun.
      await signInAs(page, here.url, `sample:person:${script ? 'deng-haiyan' : 'liu-xiaoman'}`, new URL(page.url()).searchParams.get('to') ?? '/');
      await submitIn(page, 'main form button.primary');
      const draft = /\/apply\/([\w-]{16})/.exec(page.url())![1]!;
      expect(page.url()).toContain('/registers');

      await page.goto(`${here.url}/apply/${draft}/hand-on`);
      await fine();
      await submitIn(page, 'main form button.primary');
      const link = await page.locator('#link').inputValue();
      const other = await open(here.browser, { viewport: phone, script });
      const his = await other.newPage();
      await his.goto(link);
      expect(his.url()).toBe(`${here.url}/continue`);
      await submitIn(his, 'main a.button.primary');
      await signInAs(his, here.url, 'sample:person:zhou-lan', '/continue');
      await submitIn(his, 'main form button.primary');
      expect(his.url()).toContain(`/apply/${draft}/overview`);
      expect(await his.locator('main').innerText()).toContain('您在替');
      await his.goto(link);
      expect(await his.locator('main').innerText()).toContain('用不了了');
      await Promise.all([context.close(), other.close()]);
    });
});
