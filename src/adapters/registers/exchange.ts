/** One question to a register over HTTP, one readable answer. Redirects are not followed, and no more is read than an answer can have. */
import * as v from 'valibot';
import { Unreachable, Unreadable } from './policy';

/** `headers` is for what a real register asks of its readers, such as a client id. */
export type Endpoint = { url: string; token: string; headers?: { [name: string]: string } };

const mostBytes = 512 * 1024;

/** @throws Unreachable on transport, time, 429 and 5xx; Unreadable on any other status and on what the schema does not allow */
export async function exchange<T>(endpoint: Endpoint, path: string, body: unknown, schema: v.GenericSchema<unknown, T>, signal: AbortSignal): Promise<T> {
  const response = await fetch(address(endpoint.url, path), {
    method: 'POST',
    redirect: 'error',
    headers: { ...endpoint.headers, authorization: `Bearer ${endpoint.token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal,
  }).catch((e: unknown) => {
    throw new Unreachable('no connection', { cause: e });
  });
  if (response.status !== 200) {
    await response.body?.cancel().catch(() => undefined);
    throw response.status >= 500 || response.status === 429 ? new Unreachable(`status ${response.status}`) : new Unreadable(`status ${response.status}`);
  }
  const answer = v.safeParse(schema, parsed(await text(response)));
  if (!answer.success) throw new Unreadable('not an answer of this protocol');
  return answer.output;
}

/** Numbers of people never travel in the clear beyond this machine. @throws Error for http to another host: a mistake in the set-up */
function address(base: string, path: string): URL {
  const url = new URL(path, base.endsWith('/') ? base : `${base}/`);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) throw new Error(`register at ${url.origin}: https is required`);
  return url;
}

async function text(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let all = '';
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const chunk = await reader.read().catch((e: unknown) => {
      throw new Unreachable('connection lost', { cause: e });
    });
    if (chunk.done) break;
    bytes += chunk.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel().catch(() => undefined);
      throw new Unreadable('longer than an answer can be');
    }
    all += decoder.decode(chunk.value, { stream: true });
  }
  return all + decoder.decode();
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Unreadable('not JSON');
  }
}
