/** What the evidence bench and its test prove: small invented instances against trying everything, and every shipped scenario proven and replayed. */
import type { InForce } from '../../core/catalogue';
import { chooseDocuments, compileLaw, replay, replayPlan, scenarioInput, select } from '../../core/journey';
import { byTryingEverything, inventedProblem, waysOf } from '../../core/testing/invented-evidence';
import { seeded } from './seeded';

const mostWays = 60_000;

/** @returns how many instances of 1 to 12 requirements were tried, and each that differs in cost, pieces, ids, proof or replay. */
export function againstEverything(instances: number): { tried: number; impossible: number; withOutputs: number; wrong: string[] } {
  const result = { tried: 0, impossible: 0, withOutputs: 0, wrong: [] as string[] };
  for (let seed = 1; result.tried < instances; seed++) {
    const chance = seeded(seed);
    const requirements = 1 + Math.floor(chance() * 12);
    const producers = seed % 3 === 0 ? 0 : 1 + Math.floor(chance() * 4);
    const p = inventedProblem({ requirements, producers, pool: 2 + Math.floor(chance() * 1.2 * requirements), lists: [1, 3], pieces: 3, copies: seed % 2 === 0, optional: seed % 3 === 2 }, chance);
    if (waysOf(p) > mostWays) continue;
    result.tried++;
    if (producers > 0) result.withOutputs++;
    const [found, best] = [select(p), byTryingEverything(p)];
    if (!best) result.impossible++;
    const same =
      found && best ? found.cost === best.cost && found.count === best.count && found.ids.join() === best.ids.join() && found.proof === 'optimal' && replay(p, found).length === 0 : !found && !best;
    if (!same) result.wrong.push(`seed ${seed}`);
  }
  return result;
}

/** Every scenario of every journey, with all registers, the connected ones and none: the documents proven the cheapest, and the plan replayed from nothing. */
export function shippedPlans(law: InForce, day: string): { plans: number; choices: number; proven: number; wrong: string[] } {
  const result = { plans: 0, choices: 0, proven: 0, wrong: [] as string[] };
  const all = [...law.registers.values()];
  for (const journey of law.journeys.values())
    for (const id of Object.keys(journey.scenarios))
      for (const registers of [all.map((r) => r.id), all.filter((r) => r.connected).map((r) => r.id), []]) {
        const input = scenarioInput(law, journey.id, id, new Set(registers))!;
        const { plan, situation: s } = compileLaw(law, { journey: journey.id }, input.answers, input.known, day);
        const { problem, selection } = chooseDocuments(s, s.active, { reuse: true, openCounts: true });
        const faults = [...(selection ? replay(problem, selection) : []), ...replayPlan(s.active, (line) => s.holds(line, true), plan)];
        result.plans++;
        if (selection) result.choices++;
        if (plan.documents.proof === 'optimal') result.proven++;
        if (faults.length) result.wrong.push(`${journey.id}/${id}: ${faults.join('; ')}`);
      }
  return result;
}
