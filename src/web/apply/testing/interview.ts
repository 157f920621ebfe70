/** Answers an application page by page from a scenario, the way a person does: only what the page shows is filled in. */
import type { Value, Values } from '../../../core/case';
import { savedText } from '../field';
import type { Browser, FormOnPage, Page } from './browse';

export type Answers = Values;

/** Walks on while there are registers to look at, questions to answer or papers to hand over; gives the check page and the pages on the way. */
export async function interview(
  browser: Browser,
  first: Page,
  answers: Answers,
  types: (concept: string) => string,
  on: { registers?: 'read' | 'decline' } = {},
): Promise<{ check: Page; seen: Page[] }> {
  const seen: Page[] = [];
  let page = first;
  for (let n = 0; n < 80; n++) {
    if (page.status !== 200) throw new Error(`${page.status} at ${page.url}: ${page.text.slice(0, 500)}`);
    seen.push(page);
    const path = page.url.replace(/[?#].*/, '');
    if (path.endsWith('/check')) return { check: page, seen };
    if (path.includes('/q/')) page = await browser.send(page, '继续', filled(page, answers, types));
    else if (path.endsWith('/registers'))
      page = page.forms.some((f) => f.buttons.some((b) => b.value === 'take'))
        ? await browser.send(page, '按我选的用')
        : page.forms.some((f) => f.buttons.some((b) => b.value === 'read'))
          ? await browser.send(page, on.registers === 'decline' ? '不读' : /^读取/)
          : await browser.go(path.replace(/\/registers$/, ''));
    else if (path.endsWith('/documents'))
      page = page.forms.some((f) => f.buttons.some((b) => b.value === 'paper')) ? await browser.send(page, '到窗口交纸质件') : await browser.go(path.replace(/\/documents$/, '/check'));
    else throw new Error(`lost at ${page.url}: ${page.text.slice(0, 300)}`);
  }
  throw new Error('it does not end');
}

/** The values of the page's questions. */
export function filled(page: Page, answers: Answers, types: (concept: string) => string): { [name: string]: string } {
  const form = page.forms.find((f) => f.action.includes('/q/') && f.buttons.some((b) => b.text.includes('继续')))!;
  const concepts = [...new Set(form.fields.map((f) => f.name.replace(/(~|-year|-month|-day)$/, '')))].filter((n) => n.includes('.'));
  return Object.assign(
    {},
    ...concepts.map((concept) => {
      if (!(concept in answers)) throw new Error(`asked for ${concept}, which the scenario does not answer (${page.url})`);
      return fieldsFor(form, concept, answers[concept]!, types(concept));
    }),
  );
}

function fieldsFor(form: FormOnPage, concept: string, value: Value, type: string): { [name: string]: string } {
  if (type === 'date' && typeof value === 'string') {
    const [year, month, day] = value.split('-');
    return { [`${concept}-year`]: year!, [`${concept}-month`]: month!, [`${concept}-day`]: day! };
  }
  const text = savedText(value, type);
  return text.startsWith('~') && form.fields.some((f) => f.name === `${concept}~`) ? { [`${concept}~`]: text } : { [concept]: text };
}
