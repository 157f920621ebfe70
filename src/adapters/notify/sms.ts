/**
 * Short messages through a gateway over HTTP: POST {key, to, text} with a bearer token; any 2xx means taken. The key is also sent as Idempotency-Key. A
 * provider that speaks otherwise gets a small bridge of its own, or a gateway beside this one.
 */
import type { Gateway } from '../../app/ports/gateway';

export type SmsOptions = { url: string; token?: string };

const patience = 20_000;
/** What is not the message's fault. */
const passing = new Set([401, 403, 404, 408, 425, 429]);

export const smsGateway = ({ url, token }: SmsOptions): Gateway => ({
  give: async ({ key, to, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': encodeURIComponent(key), ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ key, to, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => ({ unreached: String((error as { cause?: unknown }).cause ?? error) }));
    if ('unreached' in answer) return { refused: answer.unreached, again: true };
    await answer.body?.cancel();
    return answer.ok ? 'sent' : { refused: `HTTP ${answer.status}`, again: answer.status >= 500 || passing.has(answer.status) };
  },
});
