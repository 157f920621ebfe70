/** Valid numbers that belong to nobody, for the demonstration: the check digits are right, the rest follows from the case so that a reload shows the same. */
import { createHash } from 'node:crypto';
import type { DeskStep } from '../../app/desk';
import { completeCreditCode, completeIdNumber } from '../../core/catalogue/check-digits';
import type { Output } from './output-field';

export function sampleOutput(found: DeskStep, output: Output): string {
  const n = drawn(found, output.concept);
  switch (output.type) {
    case 'id-number': {
      const said = (datum: string) => found.facts.find((f) => f.concept === `${output.concept.slice(0, output.concept.indexOf('.'))}.${datum}`)?.value;
      const born = String(said('birthDate') ?? '1990-01-01').replaceAll('-', '');
      const order = 100 + (n % 450) * 2 + (said('sex') === 'male' ? 1 : 0);
      // No district has the city's own code, so nobody bears this number.
      return completeIdNumber(`430200${/^\d{8}$/.test(born) ? born : '19900101'}${String(order).slice(-3)}`);
    }
    case 'credit-code':
      return completeCreditCode(`92430200MA${String(n % 1_000_000).padStart(6, '0')}`);
    case 'bool':
      return 'true';
    case 'date':
      return found.open.state.lawOf;
    case 'number':
    case 'money':
    case 'duration':
      return `${(n % 90) + 10}`;
    default:
      return `示例${String(n % 100_000).padStart(5, '0')}`;
  }
}

export const sampleEvidence = (found: DeskStep, evidence: string): string => `示例-${found.open.state.lawOf.slice(0, 4)}-${String(drawn(found, evidence) % 1_000_000).padStart(6, '0')}`;

const drawn = (found: DeskStep, what: string): number => createHash('sha256').update(`${found.open.state.number} ${found.step.filed.id} ${what}`).digest().readUInt32BE(0);
