/** The station's service worker: keeps the shell, the bundle and the city's law of one version, and answers from them. Nothing of anybody passes through its cache. */
/** Written before this script by the server: what to keep. */
declare const files: string[];
type Waiting = Event & { waitUntil(done: Promise<unknown>): void };
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void };
declare const self: {
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const prefix = 'yijian-station ';
const cacheName = prefix + files.join(' ');

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});
self.addEventListener('activate', (event) => {
  const old = (name: string) => name.startsWith(prefix) && name !== cacheName;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});
// A page with an application open decides when it changes to the new version.
self.addEventListener('message', (event) => {
  if (event.data === 'use') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const path = event.request.mode === 'navigate' && url.pathname === '/station' ? '/station' : url.pathname;
  if (event.request.method !== 'GET' || url.origin !== location.origin || !files.includes(path)) return;
  event.respondWith(caches.match(path, { cacheName }).then((kept) => kept ?? fetch(event.request)));
});

export {};
