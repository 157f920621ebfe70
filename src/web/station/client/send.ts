/**
 * Sends what is ready, oldest first: photos in pieces from where the last attempt ended, then the filing under its key. The connection may break anywhere; whatever
 * was not heard of is sent again, and the server makes one case of it.
 */
import type { Arrived } from '../../../app/station/arrive';
import { delivered, type Entry, filingOf, photosOf, type Photo } from './entry';
import type { Shelf } from './shelf';
import { call, NoConnection } from './wire';

const piece = 128 * 1024;

/** `heard`: whether the server answered anything this time. */
export type Sent = { state: 'all' | 'cut'; heard: boolean };

/** @throws Ended when the device's permission is over */
export async function sendAll(shelf: Shelf, token: string, told: (done: number, all: number) => void = () => {}): Promise<Sent> {
  return navigator.locks.request('yijian-outbox', async () => {
    const ready: string[] = [];
    for (const id of await shelf.ids()) if ((await shelf.entry(id))?.state === 'ready') ready.push(id);
    let done = 0;
    const progress = { heard: false };
    for (const id of ready) {
      told(done, ready.length);
      const entry = await shelf.entry(id);
      if (entry?.state !== 'ready') continue;
      try {
        await sendOne(shelf, token, entry, progress);
      } catch (e) {
        if (e instanceof NoConnection) return { state: 'cut', heard: done > 0 || progress.heard };
        throw e;
      }
      done++;
    }
    return { state: 'all', heard: true };
  });
}

async function sendOne(shelf: Shelf, token: string, entry: Entry, progress: { heard: boolean }): Promise<void> {
  const photos = photosOf(entry);
  for (const photo of photos) {
    await sendPhoto(shelf, token, photo, progress);
    progress.heard = true;
  }
  const { status, body } = await call('filings', { method: 'POST', token, json: filingOf(entry) });
  if (status !== 200) return shelf.put({ ...entry, state: 'refused', refusedFor: 'malformed' });
  const arrived = body as Arrived;
  switch (arrived.kind) {
    case 'filed':
      return shelf.putWithout(
        delivered(entry, arrived.number, arrived.because !== 'signed'),
        photos.map((p) => p.id),
      );
    case 'conflicts':
      return shelf.put({ ...entry, state: 'conflict', conflicts: arrived.conflicts });
    case 'refused':
      return shelf.put({ ...entry, state: 'refused', refusedFor: arrived.because, number: arrived.number ?? null });
  }
}

async function sendPhoto(shelf: Shelf, token: string, photo: Photo, progress: { heard: boolean }): Promise<void> {
  const path = `files/${photo.sha256}`;
  let { have, whole } = (await call(path, { token })).body as { have: number; whole: boolean };
  const bytes = whole ? null : await shelf.photo(photo.id);
  for (let misses = 0; bytes && !whole; ) {
    progress.heard = true;
    const next = bytes.slice(have, have + piece);
    const { status, body } = await call(path, { method: 'PUT', token, bytes: next, headers: { 'content-type': 'application/octet-stream', 'x-offset': `${have}`, 'x-size': `${photo.size}` } });
    // Not where the last piece ended, or not what the hash says: from what the server has now.
    if (status !== 200 && ++misses > 5) return;
    ({ have, whole } = status === 200 ? (body as { have: number; whole: boolean }) : ((await call(path, { token })).body as { have: number; whole: boolean }));
  }
}
