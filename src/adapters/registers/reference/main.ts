/**
 * The reference register as a process of its own. It prints one line of JSON, {port, token}, and ends when whoever started it closes its
 * standard input, so that it never outlives the product. `KEY=FAULT` arguments fix a fault for a key (tests).
 */
import { randomBytes } from 'node:crypto';
import { referenceBooks } from './books';
import { type Fault, isFault } from './faults';
import { listen } from './server';

const faults = new Map<string, Fault>();
for (const argument of process.argv.slice(2)) {
  const [key, fault] = argument.split('=');
  if (!key || !isFault(fault)) {
    process.stderr.write(`expected KEY=FAULT, not ${argument}\n`);
    process.exit(2);
  }
  faults.set(key, fault);
}

const token = randomBytes(32).toString('base64url');
const server = await listen({ books: referenceBooks(), token, now: () => new Date(), faults });
process.stdout.on('error', leave);
process.stdin.on('end', leave).on('close', leave).on('error', leave).resume();
process.stdout.write(`${JSON.stringify({ port: server.port, token })}\n`);

function leave(): void {
  void server.close().then(() => process.exit(0));
}
