/**
 * The ways a register can misbehave, each reproducible: asked for by the header `x-fault` or fixed for a key. Those that break the exchange itself
 * act on the socket; those that answer wrongly change the answer.
 */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadAnswer, ReadRequest } from '../wire';
import { type Book, someoneElse } from './book';

export const faults = [
  'ok',
  'slow',
  'hang',
  '500',
  'reset',
  'truncated',
  'garbage',
  'misshapen',
  'oversized',
  'wrong-subject',
  'extra',
  'stale',
  'none',
  'multiple',
  'later',
  'denied',
  'flaky',
] as const;
export type Fault = (typeof faults)[number];
export const isFault = (s: string | undefined): s is Fault => (faults as readonly (string | undefined)[]).includes(s);

/** The two ends of one exchange, as node:http gives them. */
export type Wires = { incoming: import('node:http').IncomingMessage; outgoing: import('node:http').ServerResponse };

/** Faults of the exchange. A response to send instead, `gone` when the socket is dealt with, or null when the answer goes its way. */
export async function disturb(fault: Fault, wires: Wires, turn: number, slowMs: number): Promise<Response | 'gone' | null> {
  switch (fault) {
    case 'slow':
      await wait(slowMs);
      return null;
    case 'hang':
      await once(wires.outgoing, 'close');
      return 'gone';
    case '500':
      return new Response('{"error":"internal"}', { status: 500, headers: { 'content-type': 'application/json' } });
    case 'flaky':
      return turn % 2 === 0 ? new Response('try again', { status: 503 }) : null;
    case 'reset':
      wires.incoming.socket.resetAndDestroy();
      return 'gone';
    case 'truncated':
      wires.outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': 400 });
      wires.outgoing.write('{"state":"found","about":{"datum":"id');
      await wait(20);
      wires.incoming.socket.destroy();
      return 'gone';
    case 'garbage':
      return new Response('<!doctype html><title>Gateway</title><p>Please log in', { status: 200, headers: { 'content-type': 'text/html' } });
    case 'misshapen':
      return Response.json({ state: 'found', about: 'someone', data: [1, 2], evidence: null, asOf: 'yesterday' });
    case 'oversized':
      return Response.json({ state: 'found', padding: 'x'.repeat(2_000_000) });
    case 'ok':
    case 'wrong-subject':
    case 'extra':
    case 'stale':
    case 'none':
    case 'multiple':
    case 'later':
    case 'denied':
      return null;
  }
}

/** Faults of the answer. `answer` is the true one. */
export function distort(fault: Fault, answer: ReadAnswer, request: ReadRequest, book: Book, now: Date): ReadAnswer {
  switch (fault) {
    case 'none':
    case 'multiple':
      return { state: fault };
    case 'later':
      return { state: 'later', notBefore: new Date(now.getTime() + 3_600_000).toISOString() };
    case 'denied':
      return { state: 'denied', reason: '本数据不予共享（示例）' };
    case 'wrong-subject': {
      const other = someoneElse(book, request.key);
      return other ? { state: 'found', ...other } : answer;
    }
    case 'extra':
      return answer.state === 'found' ? { ...answer, data: { ...answer.data, bloodType: 'AB', unasked: true }, evidence: [...answer.evidence, 'unasked'] } : answer;
    case 'stale':
      return answer.state === 'found' ? { ...answer, asOf: '2003-01-01T00:00:00+08:00' } : answer;
    case 'ok':
    case 'slow':
    case 'hang':
    case '500':
    case 'reset':
    case 'truncated':
    case 'garbage':
    case 'misshapen':
    case 'oversized':
    case 'flaky':
      return answer;
  }
}
