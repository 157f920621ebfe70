/** A clerk at a browser without JavaScript: pages as text, and forms sent with the hidden fields they came with. */
import type { Town } from '../../testing/town';

export type Page = { status: number; html: string; text: string; headers: Headers };
export type Fields = { [name: string]: string };

export async function browserOf(town: Town, cookie: string | null) {
  const headers = { ...(cookie !== null && { cookie }) };
  const read = async (r: Response): Promise<Page> => {
    const html = await r.text();
    const main = /<main.*<\/main>/s.exec(html)?.[0] ?? html;
    return { status: r.status, html, text: main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), headers: r.headers };
  };
  const get = async (path: string) => read(await town.app.request(path, { headers }));
  const post = async (path: string, fields: Fields | string, more: { [header: string]: string } = {}) =>
    read(
      await town.app.request(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...more },
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      }),
    );
  return {
    get,
    post,
    /** Opens the page a form stands on and gives its hidden fields. `action` is the end of the form's address. */
    stamp: async (path: string, action: string): Promise<Fields> => stampOf((await get(path)).html, action),
    /** Opens the step, sends a one-button form of it. */
    press: async (step: string, action: string) => post(`${step}/${action}`, stampOf((await get(step)).html, action)),
    /** Opens a decision's page and sends it filled in. */
    fill: async (path: string, fields: Fields) => post(path, { ...stampOf((await get(path)).html, path.slice(path.lastIndexOf('/') + 1)), ...fields }),
  };
}
export type Browser = Awaited<ReturnType<typeof browserOf>>;

export function stampOf(html: string, action: string): Fields {
  const form = html.split('<form').find((f) => f.includes(`/${action}"`) && f.includes('name="key"'));
  if (!form) throw new Error(`no form for ${action}`);
  return Object.fromEntries([...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!]));
}

/** Value of an input as the page shows it. */
export const shownIn = (html: string, name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
