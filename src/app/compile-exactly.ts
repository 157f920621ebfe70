/** Compiles, and where our own search did not prove the cheapest documents, loads the solver and compiles again with it. */
import { compileLaw, type Compiled, type Solve } from '../core/journey';

type Input = Parameters<typeof compileLaw> extends [...infer Given, unknown?] ? Given : never;

export async function compileExactly(loadSolver: () => Promise<Solve>, ...[law, basket, answers, known, at]: Input): Promise<Compiled> {
  const compiled = compileLaw(law, basket, answers, known, at);
  return compiled.plan.documents.proof === 'optimal' ? compiled : compileLaw(law, basket, answers, known, at, await loadSolver());
}
