/** A resident and a clerk at the browser: they find fields by the concept they ask for, and press what a person would press. */
import type { Locator, Page } from 'playwright-core';

export type Answers = { [concept: string]: string | boolean | null };

/** Where the applicant stands: the last part of the address says it. */
const place = (page: Page) => new URL(page.url()).pathname;

export async function signInAs(page: Page, base: string, sample: string, to = '/'): Promise<void> {
  await page.goto(`${base}/sign-in?to=${encodeURIComponent(to)}`);
  const button = page.locator(`button[name="sample"][value="${sample}"]`);
  if (await button.count()) return void (await Promise.all([page.waitForNavigation(), button.first().click()]));
  // Somebody else is signed in, or the clerk stands in a list.
  const list = page.locator(`select[name="sample"]:has(option[value="${sample}"])`).first();
  await list.selectOption(sample);
  await Promise.all([page.waitForNavigation(), list.locator('xpath=ancestor::form').locator('button').first().click()]);
}

export type Decision = 'grant' | { refuse: string };

/** A clerk empties her queue of one case: accepts, then grants with sample numbers or refuses. Returns the steps she decided. */
export async function workDesk(page: Page, base: string, number: string, decide: (step: string) => Decision): Promise<string[]> {
  const decided: string[] = [];
  for (let round = 0; round < 20; round++) {
    await page.goto(`${base}/desk`);
    const links = await page.locator(`a[href^="/desk/${number}/"]`).evaluateAll((all) => [...new Set(all.map((a) => new URL((a as HTMLAnchorElement).href).pathname))]);
    let moved = false;
    for (const link of links) {
      const did = await decideStep(page, base, link, decide(link.split('/').at(-1)!));
      moved ||= did !== 'nothing';
      if (did === 'decided') decided.push(link.split('/').at(-1)!);
    }
    if (!moved) return decided;
  }
  throw new Error('the queue does not end');
}

/** One step as far as one clerk can take it. @param link `/desk/NUMBER/STEP` */
export async function decideStep(page: Page, base: string, link: string, decision: Decision, look: (page: Page) => Promise<void> = async () => {}): Promise<'decided' | 'moved' | 'nothing'> {
  let did: 'moved' | 'nothing' = 'nothing';
  await page.goto(base + link);
  await look(page);
  if (await press(page, `form[action="${link}/accept"] button`)) {
    did = 'moved';
    await page.goto(base + link);
  }
  if (await page.locator(`a[href="${link}/visit"]`).count()) {
    await page.goto(`${base}${link}/visit`);
    await page.locator('[name="officers"]').fill('示例甲、示例乙');
    await tick(page.locator('[name="passed"][value="yes"]'));
    await page.locator('[name="findings"]').fill('与申报一致（示例）');
    await press(page, `form[action="${link}/visit"] button.primary`);
    await page.goto(base + link);
  }
  if (decision === 'grant') {
    if (!(await page.locator(`a[href^="${link}/grant"]`).count())) return did;
    await page.goto(`${base}${link}/grant?sample=yes`);
    await look(page);
    // A sample number is none of a list's values: the clerk chooses one.
    for (const list of await page.locator('main form select').all()) if ((await list.inputValue()) === '') await list.selectOption({ index: 1 });
    await press(page, `form[action^="${link}/grant"] button.primary`);
  } else {
    if (!(await page.locator(`a[href^="${link}/refuse"]`).count())) return did;
    await page.goto(`${base}${link}/refuse`);
    await look(page);
    await page.locator('[name="reason-0"]').fill(decision.refuse);
    await tick(page.locator('#understood'));
    await press(page, `form[action^="${link}/refuse"] button.danger`);
  }
  if (await page.locator('main .error-summary').count()) throw new Error(`the desk refused at ${link}: ${await page.locator('main .error-summary').innerText()}`);
  return 'decided';
}

async function press(page: Page, selector: string): Promise<boolean> {
  const button = page.locator(selector).first();
  if (!(await button.count())) return false;
  await Promise.all([page.waitForNavigation(), button.click()]);
  return true;
}

/** Goes through registers, questions and documents to the check page. Answers by concept; `*` answers what is not listed by type. */
export async function fillIn(page: Page, answers: Answers, options: { refuse?: string[]; wrong?: string[]; look?: (page: Page) => Promise<void> } = {}): Promise<string[]> {
  const asked: string[] = [];
  for (let pages = 0; pages < 80; pages++) {
    const at = place(page);
    if (await page.locator('main .error-summary').count()) throw new Error(`refused at ${at}: ${await page.locator('main .error-summary').innerText()}`);
    await options.look?.(page);
    if (at.endsWith('/check')) return asked;
    if (at.endsWith('/registers')) await registers(page, options);
    else if (/\/q\//.test(at)) asked.push(...(await questions(page, answers)));
    else if (at.endsWith('/documents')) await documents(page);
    else if (at.endsWith('/overview')) await submitIn(page, 'main a.button.primary');
    else throw new Error(`the applicant does not know this page: ${at}`);
  }
  throw new Error('the application does not end');
}

/** Presses the first of these and waits for the page it leads to. */
export async function submitIn(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
}

async function registers(page: Page, { refuse = [], wrong = [] }: { refuse?: string[]; wrong?: string[] }): Promise<void> {
  for (const [names, value] of [
    [refuse, 'refuse'],
    [wrong, 'wrong'],
  ] as const)
    for (const name of names) {
      const choice = page.locator(`main input[type=radio][name$="${name}"][value="${value}"]`);
      if (await choice.count()) await tick(choice);
    }
  await submitIn(page, 'main form button.primary, main a.button.primary');
}

async function questions(page: Page, answers: Answers): Promise<string[]> {
  const names: string[] = await page
    .locator('main form input[name], main form select[name], main form textarea[name]')
    .evaluateAll((all) => [...new Set((all as HTMLInputElement[]).filter((e) => e.type !== 'hidden').map((e) => e.name.replace(/-(year|month|day)$/, '')))]);
  const concepts = names.filter((n) => n.includes('.') && !n.endsWith('~'));
  for (const concept of concepts) await give(page, concept, concept in answers ? answers[concept]! : undefined);
  await submitIn(page, 'main form button.primary');
  return concepts;
}

async function give(page: Page, concept: string, value: string | boolean | null | undefined): Promise<void> {
  const named = (suffix = '') => page.locator(`main [name="${concept}${suffix}"]`);
  if (await named('-year').count()) {
    const [year, month, day] = String(value ?? '2026-11-02').split('-');
    await named('-year').fill(year!);
    await named('-month').fill(String(+month!));
    await named('-day').fill(String(+day!));
    return;
  }
  const control = named().first();
  const type = await control.evaluate((e) => (e.tagName === 'SELECT' ? 'select' : (e as HTMLInputElement).type));
  if (value === null) {
    const absent = page.locator(`main [name="${concept}"][value="~absent"], main [name="${concept}~"][value="~absent"]`);
    return tick(absent.first());
  }
  if (type === 'radio') {
    const wanted = value === undefined ? page.locator(`main input[name="${concept}"]`).first() : page.locator(`main input[name="${concept}"][value="${value}"]`);
    await tick(wanted);
  } else if (type === 'select') await control.selectOption(value === undefined ? { index: 1 } : String(value));
  else await control.fill(value === undefined ? '示例' : String(value));
}

/** A person taps the words beside a box, not the box. */
async function tick(box: Locator): Promise<void> {
  const id = await box.getAttribute('id');
  const label = box.page().locator(`label[for="${id}"]`);
  await ((await label.count()) ? label.first() : box).click();
}

/** Everything that is wanted is brought on paper. */
async function documents(page: Page): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const paper = page.locator('main button[name="do"][value="paper"]:visible').first();
    if (!(await paper.count())) break;
    await Promise.all([page.waitForNavigation(), paper.click()]);
    if (!place(page).endsWith('/documents')) return;
  }
  if (place(page).endsWith('/documents')) await submitIn(page, 'main a.button.primary');
}
