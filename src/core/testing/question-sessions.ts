/** What `bench questions` measures, bundled apart from the product: random rule sets beside publicodes, and every shipped journey. */
import { asked, askedByPublicodes, fewest, randomRuleSet, type NewEngine } from './random-questions';

export { sessionsOf, type Sessions } from './question-optimum';
export type RandomSet = { asked: number; optimum: number; vain: number; publicodes: number | null };

export function randomSet(chance: () => number, publicodes: NewEngine | null): RandomSet {
  const set = randomRuleSet(chance);
  const { perSession, vain } = asked(set);
  return { asked: perSession, optimum: fewest(set), vain, publicodes: publicodes && askedByPublicodes(set, publicodes) };
}
