/** One request as the pages see it: who, in which language and mode, from which place, under which law. Made once per request; cheap. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { instantOf } from '../app/clocks';
import type { Principal } from '../app/ports/identity';
import type { Product } from '../app/product';
import type { InForce } from '../core/catalogue';
import { listIn } from './basket/list-cookie';
import { languageOf, languagesWith, textIn, type Text } from './text';

export type Visit = {
  product: Product;
  law: InForce;
  /** Civil date in the city's zone. */
  today: string;
  /** The instant at which it was asked, with the city's offset. */
  now: string;
  t: Text;
  /** Large mode (长辈版). */
  care: boolean;
  /** More contrast than the device asks for. */
  contrast: 'high' | undefined;
  /** Light or dark whatever the device says. */
  colours: 'light' | 'dark' | undefined;
  /** A computer many people use one after another: five minutes, and nothing stays. */
  shared: boolean;
  /** Code of the division the visitor chose, else the city's home. */
  division: string;
  /** Journeys and services put in the list. */
  list: readonly string[];
  /** Path and query, for coming back to. */
  here: string;
  /** The session's token, if the browser sent one. */
  token: string | null;
  /** Who is signed in; asks the store, and only when there is a session cookie. */
  who(): Promise<Principal | null>;
  /** Messages she has not read; 0 for those who get none. Asked for once, as soon as a page knows who she is: beside what the page itself reads, not after it. */
  unread(): Promise<number>;
};
export type Env = { Variables: { visit: Visit } };

export const cookies = { language: 'yj-lang', mode: 'yj-mode', contrast: 'yj-contrast', colours: 'yj-colours', division: 'yj-place', shared: 'yj-shared' } as const;
export const colours = ['light', 'dark'] as const;

export function visitOf(c: Context, product: Product): Visit {
  const law = product.law();
  const url = new URL(c.req.url);
  const token = product.sessions.tokenIn(c.req.header('cookie'));
  const division = getCookie(c, cookies.division) ?? '';
  const tags = languagesWith(product.languages).map((l) => l.tag);
  let asked: Promise<Principal | null> | undefined;
  let counted: Promise<number> | undefined;
  const count = async (p: Principal | null) => (p?.kind === 'person' ? (await product.store()).unread(p.id) : 0);
  const known = (p: Principal | null) => {
    if (c.req.method === 'GET') (counted ??= count(p)).catch(() => {}); // whoever waits for it is told
    return p;
  };
  const who = () => (asked ??= token === null ? Promise.resolve(null) : product.sessions.who(token).then(known));
  return {
    product,
    law,
    today: product.today(),
    now: instantOf(product),
    t: textIn(languageOf(tags, url.searchParams.get('lang') ?? undefined, getCookie(c, cookies.language), c.req.header('accept-language')), product.languages),
    care: getCookie(c, cookies.mode) === 'care',
    contrast: getCookie(c, cookies.contrast) === 'high' ? 'high' : undefined,
    colours: colours.find((x) => x === getCookie(c, cookies.colours)),
    shared: getCookie(c, cookies.shared) === 'on',
    division: law.divisions.has(division) ? division : law.city.home,
    list: listIn(c, law),
    here: url.pathname + url.search,
    token,
    who,
    unread: async () => {
      const p = await who();
      return (counted ??= count(p));
    },
  };
}

/** How the header greets: by name if the store answers at once, else only that somebody is signed in. Never holds a page up. */
export type Account = { kind: Principal['kind'] | 'unknown'; name: string; unread: number } | null;
const patience = 60;

export async function accountOf(v: Visit): Promise<Account> {
  if (v.token === null) return null;
  const unknown: Account = { kind: 'unknown', name: '', unread: 0 };
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<Account>((resolve) => {
    timer = setTimeout(() => resolve(unknown), patience);
  });
  const answered = named(v).catch(() => unknown);
  return Promise.race([answered, waited]).finally(() => clearTimeout(timer));
}

async function named(v: Visit): Promise<Account> {
  const p = await v.who();
  return p && { kind: p.kind, name: p.name, unread: await v.unread() };
}
