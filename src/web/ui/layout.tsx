/** The frame of every page. A room calls `page(c, …)`; the frame knows the visitor's language, mode, place and account. */
import type { Context } from 'hono';
import type { Child } from '../html/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { accountOf, type Account, type Env, type Visit } from '../visit';
import { Footer } from './footer';
import { Header } from './header';
import { LeavesAfter, SharedStrip } from './shared-strip';
import { to } from './href';

export type PageProps = {
  title: string;
  /** One sentence for search engines and shared links. */
  description?: string;
  /** The way back up: links, nearest last. The page itself is not named. */
  trail?: readonly { href: string; label: string }[];
  /** Islands this page uses, by file name without `.ts`. */
  islands?: readonly string[];
  /** Style sheets of rooms; without it the one named like the first part of the address. */
  styles?: readonly string[];
  /** The form came back with errors: the title says so. */
  wrong?: boolean;
  /** `reading` (default) one narrow column, `wide` the whole width. */
  width?: 'reading' | 'wide';
};

/** Islands that open a list over the page; large mode has none. */
const popUps = new Set(['suggest']);

const Frame = ({ v, account, p, children }: { v: Visit; account: Account; p: PageProps; children?: Child }) => {
  const { t, product } = v;
  const title = t.ui.pageTitle(p.wrong ? t.ui.errorTitle(p.title) : p.title);
  return (
    <html lang={t.tag} dir={t.direction} data-mode={v.care ? 'care' : undefined} data-contrast={v.contrast} data-colours={v.colours} data-shared={v.shared ? 'yes' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {p.description && <meta name="description" content={p.description} />}
        <meta name="color-scheme" content={v.colours ?? 'light dark'} />
        <link rel="stylesheet" href={product.assets('style.css')?.path} />
        {(p.styles ?? [v.here.split(/[/?]/)[1] ?? '']).map((room) => product.assets(`${room}.css`)).map((a) => a && <link rel="stylesheet" href={a.path} />)}
        <link rel="icon" type="image/svg+xml" href={product.assets('mark.svg')?.path} />
        {v.shared && <LeavesAfter />}
        {[...(p.islands ?? []), ...(v.shared ? ['shared'] : [])]
          .filter((name) => !(v.care && popUps.has(name)))
          .map((name) => product.assets(`${name}.js`))
          .map((a) => a && <script type="module" src={a.path} />)}
      </head>
      <body>
        <a class="skip" href="#main">
          {t.ui.skip}
        </a>
        {v.shared && <SharedStrip v={v} />}
        <Header v={v} account={account} />
        <main id="main" class={p.width ?? 'reading'} tabindex={-1}>
          {p.trail && <Trail label={t.ui.trail} links={[{ href: '/', label: t.ui.home }, ...p.trail]} />}
          {children}
        </main>
        <Footer v={v} />
      </body>
    </html>
  );
};

const Trail = ({ label, links }: { label: string; links: readonly { href: string; label: string }[] }) => (
  <nav class="trail" aria-label={label}>
    <ol>
      {links.map((l) => (
        <li>
          <a href={to(l.href)}>{l.label}</a>
        </li>
      ))}
    </ol>
  </nav>
);

const utf8 = new TextEncoder();

/** Answers with a whole page. */
export async function page(c: Context<Env>, p: PageProps, body: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  const v = c.var.visit;
  const account = await accountOf(v);
  const whole = (
    <Frame v={v} account={account} p={p}>
      {body}
    </Frame>
  );
  // As bytes: handed a String object, the server would wrap it in a stream; handed text, it would count its bytes and then write them.
  return c.body(utf8.encode(`<!doctype html>${whole}`), status, { 'content-type': 'text/html; charset=UTF-8' });
}
