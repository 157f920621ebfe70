/**
 * @module web/station/client – the village station in the browser: its own little site of screens, each a function from what is known to a page, with forms that answer
 * here. It opens with a passphrase, locks by itself, and goes on where it was.
 */
import type { Packed } from '../../../app/station/pack';
import type { Form } from '../../apply/form';
import type { Language } from '../../text';
import { stationName } from './names';
import { type Rules, rulesFrom } from './rules';
import { sendAll } from './send';
import { clear, keepLock, lockIn, openCupboard, type Cupboard, type Shelf, shelfOver } from './shelf';
import { leastStrength, makeVault, openVault, passingVault, strength, type Vault } from './vault';
import { call, Ended, NoConnection, openHere, type Profile } from './wire';
import { wordsOf } from './words';
import { isCounter, type Screen, type Shown, type World } from './world';
import { atEntry } from './screens/at-entry';
import { chooseScreen } from './screens/choose';
import { conflictScreen } from './screens/conflict';
import { documentsScreen } from './screens/documents';
import { ChoosePassphrase, Frame, Locked, SignInFirst } from './screens/gate';
import { againScreen, homeScreen, removeScreen, reopenScreen } from './screens/home';
import { manageScreen } from './screens/manage';
import { questionScreen } from './screens/question';
import { formScreen, receiptScreen } from './screens/receipt';
import { reviewScreen } from './screens/review';
import { signScreen } from './screens/sign';
import { whoScreen } from './screens/who';

const lockAfter = 5 * 60_000;
const ofEntry: { readonly [part: string]: Screen } = {
  who: atEntry(whoScreen),
  q: atEntry(questionScreen),
  documents: atEntry(documentsScreen),
  review: atEntry(reviewScreen),
  sign: atEntry(signScreen),
  form: atEntry(formScreen),
  receipt: atEntry(receiptScreen),
  conflict: atEntry(conflictScreen),
  again: atEntry(againScreen),
  remove: atEntry(removeScreen),
};

const root = document.getElementById('station')!;
const data = root.dataset;
let language: Language = localStorage.getItem('yj-station-language') === 'en' || (!localStorage.getItem('yj-station-language') && document.documentElement.lang === 'en') ? 'en' : 'zh';
let cupboard: Cupboard;
let rules: Rules;
/** Everything an open station knows; null while it is locked. */
let world: World | null = null;
/** Signed in, and still without a passphrase. */
let fresh: Profile | null = null;
let registration: ServiceWorkerRegistration | undefined;
let lastTouch = Date.now();
let wrongTries = 0;
let online = navigator.onLine;
let retry: ReturnType<typeof setTimeout> | undefined;
let pause = 1000;

const words = () => wordsOf(language);

async function start(): Promise<void> {
  registration = await navigator.serviceWorker?.register('/station/worker.js', { scope: '/station' }).catch(() => undefined);
  registration?.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', newVersion));
  void navigator.storage?.persist?.();
  rules = rulesFrom((await (await fetch(data.pack!)).json()) as Packed);
  cupboard = await openCupboard('yijian-station');
  listen();
  if (await lockIn(cupboard)) return locked(null);
  await first();
}

/** Nothing is on this device yet: whoever is signed in opens it. */
async function first(): Promise<void> {
  try {
    const opened = await openHere();
    if (typeof opened === 'string') return put(<SignInFirst t={words()} why={opened} />, words().station.openTitle);
    online = true;
    if (opened.worker.capacity === 'counter-clerk') return atCounter(opened);
    fresh = opened;
    choose(null);
  } catch (e) {
    if (!(e instanceof NoConnection)) throw e;
    put(<SignInFirst t={words()} why="offline" />, words().station.openTitle);
  }
}

const choose = (error: { field: string; message: string } | null) =>
  put(
    <ChoosePassphrase t={words()} who={words().station.signedInAs(fresh!.worker.name, stationName(words(), rules.lawOn(rules.made), fresh!.worker.station))} error={error} />,
    words().station.openTitle,
  );

/** A counter keeps nothing: the key lives as long as the page, and what was left by another is cleared. */
async function atCounter(me: Profile): Promise<void> {
  cupboard = await openCupboard('yijian-counter');
  await clear(cupboard);
  opened(me, shelfOver(cupboard, await passingVault()));
}

function opened(me: Profile, shelf: Shelf): void {
  world = { t: words(), rules, shelf, me, online, newer: registration?.waiting != null, demonstration: data.demonstration !== undefined, sending: null, said: null, ended: false };
  lastTouch = Date.now();
  void render();
  if (!isCounter(world)) void send();
}

async function unlocked(vault: Vault): Promise<void> {
  const shelf = shelfOver(cupboard, vault);
  const me = await shelf.note<Profile>('profile');
  if (me) opened(me, shelf);
}

function locked(error: string | null): void {
  world = null;
  clearTimeout(retry);
  if (registration?.waiting && !error) {
    registration.waiting.postMessage('use');
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  }
  put(<Locked t={words()} error={error} />, words().station.lockedTitle);
}

/** At the counter there is nothing to come back to. */
function lock(): void {
  const counter = world !== null && isCounter(world);
  world = null;
  if (counter) location.replace('/station');
  else locked(null);
}

function newVersion(): void {
  if (!registration?.waiting) return;
  if (world) world.newer = true;
  if (world && here().length === 0) void render();
}

// ——— showing

const here = (): string[] => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);

function screenAt(at: readonly string[]): { screen: Screen; rest: readonly string[] } {
  if (at[0] === 'new') return { screen: chooseScreen, rest: [] };
  if (at[0] === 'manage') return { screen: manageScreen, rest: [] };
  if (at[0] === 'form') return { screen: reopenScreen, rest: at.slice(1) };
  const screen = at[0] === 'f' ? ofEntry[at[2] ?? ''] : undefined;
  return screen ? { screen, rest: at.slice(1) } : { screen: homeScreen, rest: [] };
}

let turn = 0;
async function render(): Promise<void> {
  if (!world) return;
  const mine = ++turn;
  const { screen, rest } = screenAt(here());
  const shown = await screen.show(world, rest);
  if (mine === turn && world) show(shown, true);
}

function show(shown: Shown | string, replace = false): void {
  if (typeof shown !== 'string') put(shown.body, shown.title, shown.wrong);
  else if (location.hash === shown) void render();
  else if (replace) {
    history.replaceState(null, '', shown);
    void render();
  } else location.hash = shown;
}

function put(body: Shown['body'], title: string, wrong = false): void {
  const t = words();
  document.documentElement.lang = t.tag;
  document.title = t.ui.pageTitle(wrong ? t.ui.errorTitle(title) : title);
  const who = world ? `${world.me.worker.name}` : null;
  root.innerHTML = String(
    <Frame t={t} who={who} online={online} demonstration={data.demonstration !== undefined} counter={world !== null && isCounter(world)}>
      {body}
    </Frame>,
  );
  const first = root.querySelector<HTMLElement>('.error-summary') ?? root.querySelector<HTMLElement>('#main');
  first?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

// ——— what people do

function formOf(form: HTMLFormElement): Form {
  const sent = new FormData(form);
  const all = (name: string) => sent.getAll(name).filter((x): x is string => typeof x === 'string');
  const files = (name: string) => sent.getAll(name).filter((x): x is File => typeof x !== 'string');
  return { text: (name) => all(name).at(-1) ?? '', all, files, file: (name) => files(name).at(-1) ?? null, names: [...new Set(sent.keys())], version: Number.NaN };
}

function listen(): void {
  addEventListener('hashchange', () => {
    if (location.hash !== '#main') void render();
  });
  addEventListener('online', () => void send());
  addEventListener('offline', () => connected(false));
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => (lastTouch = Date.now()), { passive: true });
  const late = () => world && Date.now() - lastTouch > lockAfter && lock();
  setInterval(late, 10_000);
  document.addEventListener('visibilitychange', late);
  addEventListener('pageshow', (event) => event.persisted && lock());
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void posted(event.target as HTMLFormElement, event.submitter as HTMLButtonElement | null);
  });
  root.addEventListener('click', (event) => pressed(event));
  root.addEventListener('input', (event) => narrow(event.target as HTMLInputElement));
}

async function posted(form: HTMLFormElement, by: HTMLButtonElement | null): Promise<void> {
  const sent = formOf(form);
  if ('passphrase' in form.dataset) return choosePassphrase(sent);
  if ('unlock' in form.dataset) return unlock(sent.text('passphrase'));
  if ('wipe' in form.dataset) return wipe();
  if (!world) return;
  const { screen, rest } = screenAt(here());
  // Twice pressed is once meant.
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  try {
    show((await screen.post?.(world, rest, sent, { name: by?.name ?? '', value: by?.value ?? '' })) ?? '#/');
  } catch (e) {
    if (!(e instanceof Ended)) throw e;
    world.ended = true;
    show('#/');
  }
  if (here()[2] === 'receipt' || here().length === 0) void send();
}

function pressed(event: Event): void {
  const on = (event.target as Element).closest<HTMLElement>('button[data-print], button[data-lock], button[data-language], button[data-send], button[data-update], button[data-renew], a[data-skip]');
  if (!on) return;
  if ('print' in on.dataset) print();
  else if ('lock' in on.dataset) lock();
  else if ('send' in on.dataset) void send();
  else if ('update' in on.dataset) lock();
  else if ('renew' in on.dataset) void renew();
  else if ('skip' in on.dataset) {
    event.preventDefault();
    root.querySelector<HTMLElement>('#main')?.focus();
  } else {
    language = language === 'zh' ? 'en' : 'zh';
    localStorage.setItem('yj-station-language', language);
    if (world) world.t = words();
    if (world) void render();
    else if (fresh) choose(null);
    else void (async () => ((await lockIn(cupboard)) ? locked(null) : first()))();
  }
}

function narrow(box: HTMLInputElement): void {
  if (!box.dataset.narrow) return;
  const wanted = box.value.trim().toLowerCase();
  const all = [...document.querySelectorAll<HTMLElement>(`#${box.dataset.narrow} [data-words]`)];
  for (const line of all) line.hidden = !line.dataset.words!.includes(wanted);
  document.getElementById('no-choice')!.hidden = all.some((line) => !line.hidden);
}

async function choosePassphrase(sent: Form): Promise<void> {
  const t = words();
  const passphrase = sent.text('passphrase');
  if (strength(passphrase) < leastStrength) return choose({ field: 'passphrase', message: t.station.weak });
  if (passphrase !== sent.text('again')) return choose({ field: 'again', message: t.station.unlike });
  const { lock: made, vault } = await makeVault(passphrase);
  const shelf = shelfOver(cupboard, vault);
  await shelf.keepNote('profile', fresh);
  await keepLock(cupboard, made);
  const me = fresh!;
  fresh = null;
  opened(me, shelf);
}

let waitUntil = 0;
async function unlock(passphrase: string): Promise<void> {
  const wait = Math.ceil((waitUntil - Date.now()) / 1000);
  if (wait > 0) return locked(words().station.wait(wait));
  const kept = await lockIn(cupboard);
  const vault = kept && (await openVault(kept, passphrase));
  if (vault) {
    wrongTries = 0;
    return unlocked(vault);
  }
  // Only slows a hand down; what keeps the tablet shut is the passphrase and the rounds.
  if (++wrongTries >= 5) waitUntil = Date.now() + 1000 * 2 ** Math.min(wrongTries, 10);
  locked(words().station.wrongPassphrase);
}

async function wipe(): Promise<void> {
  if (world) await call(`devices/${encodeURIComponent(world.me.device)}/end`, { method: 'POST', token: world.me.token, json: {} }).catch(() => undefined);
  await clear(cupboard);
  world = null;
  location.replace('/station');
}

/** The permission has ended: with a new sign-in this device gets another, and keeps what it holds. */
async function renew(): Promise<void> {
  if (!world) return;
  const again = await openHere().catch(() => null);
  if (again === 'sign-in' || again === 'not-allowed') return void open('/sign-in?to=%2Fstation', '_blank', 'noopener');
  if (again === null || again.worker.id !== world.me.worker.id) return;
  world.me = again;
  world.ended = false;
  await world.shelf.keepNote('profile', again);
  await render();
  void send();
}

// ——— sending

function connected(is: boolean): void {
  online = is;
  if (world) world.online = is;
  const net = root.querySelector('.net');
  if (net) {
    net.textContent = is ? words().station.online : words().station.offline;
    net.classList.toggle('on', is);
  }
}

/** Goes on until all is sent; after a cut it waits a second, and longer each time nothing got through, a minute at most. */
let going = false;
async function send(): Promise<void> {
  if (!world || going) return;
  going = true;
  clearTimeout(retry);
  const w = world;
  try {
    const sent = await sendAll(w.shelf, w.me.token, (done, all) => {
      w.sending = { done, all };
      const line = root.querySelector('.sending');
      if (line) line.textContent = w.t.station.sending(done, all);
    });
    connected(sent.state === 'all' ? await reachable() : false);
    w.said = sent.state === 'cut' ? w.t.station.sendFailed : null;
    pause = sent.state === 'all' || sent.heard ? 1000 : Math.min(pause * 2, 60_000);
    if (sent.state === 'cut') retry = setTimeout(() => void send(), pause);
  } catch (e) {
    if (!(e instanceof Ended)) throw e;
    w.ended = true;
  } finally {
    going = false;
    w.sending = null;
    if (world === w && (here().length === 0 || here()[2] === 'receipt')) void render();
  }
}

const reachable = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    (r) => r.ok,
    () => false,
  );

void start();
