/** A browser without JavaScript, as far as a form needs one: cookies, redirects, forms as they stand on the page. */
import type { Hono } from 'hono';

export type Field = { name: string; type: string; value: string; checked: boolean; options: string[] };
export type FormOnPage = { action: string; method: string; multipart: boolean; fields: Field[]; buttons: { name: string; value: string; text: string }[] };
export type Page = { url: string; status: number; html: string; title: string; text: string; forms: FormOnPage[] };
type Values = { [name: string]: string | File | string[] };

export function browse(app: Pick<Hono, 'request'>, cookie: string) {
  async function go(path: string, init: RequestInit = {}): Promise<Page> {
    let url = path;
    let next: RequestInit = init;
    for (let hop = 0; hop < 8; hop++) {
      const response = await app.request(url.replace(/#.*/, ''), { ...next, headers: { cookie, 'accept-language': 'zh-CN', ...(next.headers as Record<string, string>) } });
      const to = response.headers.get('location');
      if (!to || response.status < 300 || response.status > 399) return pageOf(url, response.status, await response.text());
      url = to;
      next = {};
    }
    throw new Error(`too many redirects from ${path}`);
  }
  /** Fills in and sends the form whose button says `words` (or the first whose action fits). */
  async function send(page: Page, words: string | RegExp, values: Values = {}): Promise<Page> {
    const fits = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
    const form = page.forms.find((f) => f.method === 'post' && f.buttons.some((b) => fits(b.text)));
    if (!form) throw new Error(`no form with ${words} on ${page.url} (${page.status}): ${page.text.slice(0, 400)}`);
    const button = form.buttons.find((b) => fits(b.text))!;
    return post(form.action, formData(form, button, values), form.multipart);
  }
  async function post(action: string, data: FormData, multipart = false): Promise<Page> {
    const body = multipart ? data : new URLSearchParams([...data].map(([k, v]) => [k, String(v)] as [string, string]));
    return go(action, { method: 'POST', body });
  }
  return { go, send, post, cookie };
}
export type Browser = ReturnType<typeof browse>;

export function formData(form: FormOnPage, button: FormOnPage['buttons'][number], values: Values): FormData {
  const data = new FormData();
  for (const f of form.fields) {
    if (f.name in values || !f.name) continue;
    if ((f.type === 'radio' || f.type === 'checkbox') && !f.checked) continue;
    if (f.type !== 'file') data.append(f.name, f.value);
  }
  for (const [name, value] of Object.entries(values)) for (const one of Array.isArray(value) ? value : [value]) data.append(name, one as string);
  if (button.name) data.append(button.name, button.value);
  return data;
}

const plain = (html: string) =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found
    ? (found[1] ?? '')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')
        .replace(/&#39;/g, "'")
    : undefined;
};

function pageOf(url: string, status: number, html: string): Page {
  const forms = [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => {
    const open = /<form[^>]*>/.exec(text)![0];
    const inputs = [...text.matchAll(/<input[^>]*>/g)].map(
      ([tag]): Field => ({
        name: attribute(tag, 'name') ?? '',
        type: attribute(tag, 'type') ?? 'text',
        value: attribute(tag, 'value') ?? '',
        checked: attribute(tag, 'checked') !== undefined,
        options: [],
      }),
    );
    const areas = [...text.matchAll(/<textarea[^>]*>([\s\S]*?)<\/textarea>/g)].map(
      ([tag, value]): Field => ({ name: attribute(tag, 'name') ?? '', type: 'textarea', value: plain(value ?? ''), checked: false, options: [] }),
    );
    const selects = [...text.matchAll(/<select[^>]*>[\s\S]*?<\/select>/g)].map(([all]): Field => {
      const options = [...all.matchAll(/<option[^>]*>/g)].map(([o]) => ({ value: attribute(o, 'value') ?? '', selected: attribute(o, 'selected') !== undefined }));
      return { name: attribute(all, 'name') ?? '', type: 'select', value: options.find((o) => o.selected)?.value ?? options[0]?.value ?? '', checked: false, options: options.map((o) => o.value) };
    });
    const buttons = [...text.matchAll(/<button[^>]*>[\s\S]*?<\/button>/g)].map(([b]) => ({ name: attribute(b, 'name') ?? '', value: attribute(b, 'value') ?? '', text: plain(b) }));
    return {
      action: attribute(open, 'action') ?? url,
      method: (attribute(open, 'method') ?? 'get').toLowerCase(),
      multipart: attribute(open, 'enctype') === 'multipart/form-data',
      fields: [...inputs, ...areas, ...selects],
      buttons,
    };
  });
  return { url, status, html, title: plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ''), text: plain(/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html), forms };
}
