/** A helper at the station: opens it, applies for somebody, has it signed. Presses what a person would press. */
import type { Page } from 'playwright-core';
import { signInAs } from './robot';

export const passphrase = '山路竹林稻子河水';

/** Signs in once and sets the passphrase. */
export async function openStation(page: Page, base: string, sample: string): Promise<void> {
  await signInAs(page, base, sample, '/station');
  await page.locator('#passphrase').fill(passphrase);
  await page.locator('#again').fill(passphrase);
  await page.locator('form[data-passphrase] button').click();
  await page.locator('a[href="#/new"]').waitFor();
}

export async function unlock(page: Page, words = passphrase): Promise<void> {
  await page.locator('#passphrase').fill(words);
  await page.locator('form[data-unlock] button').click();
}

const at = (page: Page) => page.evaluate(() => location.hash);
/** Presses, and waits for the next screen. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.evaluate(() => document.querySelector('main')!.setAttribute('data-old', ''));
  await page.locator(selector).first().click();
  await page.waitForFunction(() => !document.querySelector('main[data-old]'));
}

export type Principal = { name: string; idNumber?: string; phone?: string };

/** From the list to the review. `look` is called on every kind of screen once. */
export async function applyFor(page: Page, journey: string, who: Principal, answers: { [concept: string]: string }, look: (screen: string) => Promise<void> = async () => {}): Promise<void> {
  await press(page, 'a[href="#/new"]');
  await look('new');
  await press(page, `.choice:has(input[value="${journey}"]) button`);
  await look('who');
  await page.locator('#name').fill(who.name);
  await page.locator('#idNumber').fill(who.idNumber ?? '');
  await page.locator('#phone').fill(who.phone ?? '');
  await press(page, 'main form button.primary');
  for (let n = 0; n < 80 && /\/q/.test(await at(page)); n++) {
    if (n === 0) await look('question');
    if (await page.locator('.error-summary').count()) throw new Error(await page.locator('.error-summary').innerText());
    const names: string[] = await page
      .locator('main form input[name], main form select[name], main form textarea[name]')
      .evaluateAll((all) => [...new Set((all as HTMLInputElement[]).filter((e) => e.type !== 'hidden').map((e) => e.name.replace(/-(year|month|day)$/, '')))]);
    for (const concept of names.filter((x) => x.includes('.') && !x.endsWith('~'))) await give(page, concept, answers[concept]);
    await press(page, 'main form button.primary');
  }
  await look('documents');
}

async function give(page: Page, concept: string, value: string | undefined): Promise<void> {
  const named = (suffix = '') => page.locator(`main [name="${concept}${suffix}"]`);
  if (await named('-year').count()) {
    const [year, month, day] = (value ?? '2026-11-02').split('-');
    await named('-year').fill(year!);
    await named('-month').fill(String(+month!));
    return named('-day').fill(String(+day!));
  }
  const control = named().first();
  const type = await control.evaluate((e) => (e.tagName === 'SELECT' ? 'select' : (e as HTMLInputElement).type));
  if (type === 'radio') {
    const option = value === undefined ? control : page.locator(`main input[name="${concept}"][value="${value}"]`);
    return page.locator(`label[for="${await option.getAttribute('id')}"]`).click();
  }
  if (type === 'select') return void (await control.selectOption(value === undefined ? { index: 1 } : value));
  await control.fill(value ?? '示例');
}

const picture = (text: string) => ({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(text)]) });

/** The first document by photo, the rest on paper. */
export async function handOver(page: Page, photographed: string): Promise<void> {
  if (await page.locator('main input[type=file]').count()) {
    await page.locator('main input[type=file]').first().setInputFiles(picture(photographed));
    await press(page, 'main button[name="do"][value="photo"]');
  }
  for (let n = 0; n < 40 && (await page.locator('main button[name="do"][value="paper"]').count()); n++) await press(page, 'main button[name="do"][value="paper"]');
}

/** To the receipt, with the signed paper photographed. Returns the provisional number. */
export async function sign(page: Page, photographed: string, look: (screen: string) => Promise<void> = async () => {}): Promise<string> {
  await press(page, 'main a.button.primary');
  await look('review');
  await press(page, 'main a.button.primary');
  await look('sign');
  await press(page, 'main a[href$="/form"]');
  await look('form');
  await press(page, 'main a[href$="/sign"].button');
  await page.locator('#signed').setInputFiles(picture(photographed));
  await press(page, 'main button[value="paper"]');
  await press(page, 'main button[value="finish"]');
  await look('receipt');
  return page.locator('.slip .case-number').innerText();
}
