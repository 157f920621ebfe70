/**
 * Registers over HTTP. Whatever happens on the way becomes one of the answers of the port: the applicant always has a stated way on.
 * A record about someone else than was asked for is `no-match`, raises an alarm, and is thrown away unseen.
 */
import { setMaxListeners } from 'node:events';
import type * as v from 'valibot';
import type { RegisterAnswer, RegisterRequest, Registers } from '../../app/ports/registers';
import { type Endpoint, exchange } from './exchange';
import { type Careful, careful, interactive, type Patience, type Refusal } from './policy';
import { type Key, type ReadAnswer, readAnswer, relatedAnswer, sameKey } from './wire';

/** Nothing about a person is in an alarm. */
export type Alarm = { register: string; what: 'wrong-subject' | Refusal };

export type HttpOptions = {
  /** Where a register is now; null while it is not connected or not running. */
  endpoint: (register: string) => Endpoint | null;
  patience?: Patience;
  alarm?: (alarm: Alarm) => void;
};

export function httpRegisters({ endpoint, patience = interactive, alarm = () => {} }: HttpOptions): Registers {
  const policies = new Map<string, Careful>();
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);

  const policyOf = (register: string): Careful => {
    const policy = policies.get(register) ?? careful(patience);
    policies.set(register, policy);
    return policy;
  };

  /** Null when there is no usable answer. */
  const ask = async <T>(register: string, what: 'read' | 'related', body: unknown, schema: v.GenericSchema<unknown, T>): Promise<T | null> => {
    const at = endpoint(register);
    if (!at || closing.signal.aborted) return null;
    const result = await policyOf(register)((signal) => exchange(at, `${encodeURIComponent(register)}/${what}`, body, schema, signal), closing.signal);
    if ('got' in result) return result.got;
    alarm({ register, what: result.refusal });
    return null;
  };

  const aboutAnother = (register: string): { state: 'no-match' } => {
    alarm({ register, what: 'wrong-subject' });
    return { state: 'no-match' };
  };

  return {
    async read(request) {
      const { register, key, data, evidence, purpose } = request;
      const answer = await ask(register, 'read', { key, data, evidence, purpose }, readAnswer);
      if (answer === null) return { state: 'unavailable' };
      return answer.state === 'found' && !isAbout(key, answer) ? aboutAnother(register) : asked(answer, request);
    },
    async related(register, key, purpose) {
      const answer = await ask(register, 'related', { key, purpose }, relatedAnswer);
      if (answer?.state === 'none') return [];
      if (answer?.state !== 'found') return null;
      if (sameKey(answer.about, key)) return answer.related;
      aboutAnother(register);
      return null;
    },
    async close() {
      closing.abort();
    },
  };
}

/** The record names its own subject twice: as `about`, and often among its data. Both must agree with the question. */
function isAbout(key: Key, answer: ReadAnswer & { state: 'found' }): boolean {
  const own = Object.hasOwn(answer.data, key.datum) ? answer.data[key.datum] : key.value;
  return sameKey(answer.about, key) && own === key.value;
}

/** The answer without what nobody asked for. */
function asked(answer: ReadAnswer, request: RegisterRequest): RegisterAnswer {
  switch (answer.state) {
    case 'found':
      return {
        state: 'found',
        data: Object.fromEntries(request.data.filter((d) => Object.hasOwn(answer.data, d)).map((d) => [d, answer.data[d]!])),
        evidence: answer.evidence.filter((e) => request.evidence.includes(e)),
        asOf: answer.asOf,
      };
    case 'none':
    case 'no-match':
    case 'multiple':
    case 'later':
    case 'denied':
      return answer;
  }
}
