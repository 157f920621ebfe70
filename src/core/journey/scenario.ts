/** A scenario as input to the compiler: unanswered choices take their default, and what a used register supplies comes from the register. */
import type { Values } from '../case/event';
import type { InForce, Journey } from '../catalogue';
import { choiceId } from '../catalogue';
import { prepare } from './basket';
import type { KnownFacts } from './plan';
import { parseAnswers, type Refused } from './values';

export function scenarioInput(law: InForce, journeyId: string, scenarioId: string, registers: ReadonlySet<string>): { answers: Values; known: KnownFacts; refused: Refused[] } | null {
  const journey = law.journeys.get(journeyId);
  const scenario = journey?.scenarios[scenarioId];
  if (!journey || !scenario) return null;
  const prepared = prepare(law, { journey: journeyId });
  const said = parseAnswers(prepared, { ...defaults(journey), ...scenario.answers });
  const outputs = parseAnswers(prepared, scenario.outputs ?? {});
  const answers: Values = {};
  const values: Values = {};
  for (const [concept, value] of Object.entries(said.values)) {
    const datum = prepared.datum(concept)?.datum;
    const supplied = datum?.reuse !== 'always-ask' && datum?.suppliedBy?.some((s) => registers.has(s.register));
    (supplied &&
    !keyIsCreated(
      prepared,
      concept,
      datum!.suppliedBy!.map((s) => s.key),
    )
      ? values
      : answers)[concept] = value;
  }
  // Outputs of steps become known only when the step is granted; a scenario states them for tests that go that far.
  return { answers, known: { registers, values, unavailable: new Set(), signIn: {}, outputs: {}, onFile: new Set(), preferred: new Set() }, refused: [...said.refused, ...outputs.refused] };
}

/** A register keyed by something this basket creates supplies nothing before that step. */
function keyIsCreated(prepared: ReturnType<typeof prepare>, concept: string, keys: string[]): boolean {
  const subject = concept.slice(0, concept.indexOf('.'));
  return keys.every((key) => prepared.steps.some((s) => s.outputs.some((o) => o.item.kind === 'concept' && o.item.id === `${subject}.${key}`)));
}

export function defaults(journey: Journey): { [choice: string]: string | boolean } {
  const out: { [choice: string]: string | boolean } = {};
  for (const item of journey.services) {
    if ('oneOf' in item) {
      if (item.ask && item.default !== undefined) out[choiceId(item)] = item.default;
    } else if (item.optional) out[`choice.${item.as ?? item.use}`] = item.optional.default ?? false;
  }
  return out;
}
