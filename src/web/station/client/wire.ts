/** What the tablet says to the server. A call answers, or throws `NoConnection`: then nobody knows whether it arrived, and it is sent again. */
import type { Opened, StationWorker } from '../../../app/station/worker';

export class NoConnection extends Error {}
/** The device's permission has ended. */
export class Ended extends Error {}

export type Answer = { status: number; body: unknown };

export async function call(
  path: string,
  init: { method?: string; token?: string | undefined; json?: unknown; bytes?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (init.token) headers.set('authorization', `Bearer ${init.token}`);
  if (init.json !== undefined) headers.set('content-type', 'application/json');
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`/station/api/${path}`, {
      method: init.method ?? 'GET',
      headers,
      body: init.bytes ?? (init.json === undefined ? null : JSON.stringify(init.json)),
      cache: 'no-store',
      signal: AbortSignal.timeout(30_000),
    });
    body = await response.json();
  } catch {
    throw new NoConnection();
  }
  if (response.status === 401 && init.token) throw new Ended();
  // A proxy's page, or a server that is restarting: try again later.
  if (response.status >= 500) throw new NoConnection();
  return { status: response.status, body };
}

export type Profile = Omit<Opened, 'now'> & { worker: StationWorker /** Milliseconds the tablet's clock is ahead of the city's. */; ahead: number };

/** With the sign-in of the browser: a token for this device, or why not. */
export async function openHere(): Promise<Profile | 'sign-in' | 'not-allowed'> {
  const { status, body } = await call('open', { method: 'POST', json: {} });
  if (status === 401) return 'sign-in';
  if (status !== 200) return 'not-allowed';
  const { now, ...opened } = body as Opened;
  return { ...opened, ahead: Date.now() - Date.parse(now) };
}
