/**
 * Who may enter, and in which groups, by the city's own rules: the `eligible` lines of the person's entry service and the derivations of the two
 * groups. They are read once and then decide any number of people; nothing about the Games is decided here.
 */
import { ruleIn, type Entity, type InForce } from '../catalogue';
import { prepare } from '../journey';
import { closure, type Decide, isRuleError, literal, mapParts, type Expression, type Known, type Row, Slots, type Values } from '../rules';
import type { Games } from './declare/games';

/** `eligible` is null while a fact is missing; `line` is the id of the first line that keeps somebody out. */
export type Verdict = { eligible: boolean | null; line: string | null; ageGroup: string | null; unitGroup: string | null };

/** How a rule is made ready to decide many people: as closures, unless a bench compares them with something else. */
export type Ready = (rule: Expression, slots: Slots, day: string) => Decide;
const asClosures: Ready = (rule, slots, day) => closure(rule, { slots, today: day, remember: true });

/** @param day of entry, YYYY-MM-DD. Rows hold facts under `entrant.…`. */
export function judge(law: InForce, games: Pick<Games, 'entry'>, day: string, readied: Ready = asClosures): (row: Row) => Verdict {
  const { service, eligible } = prepare(law, { journey: games.entry.journey }).steps.find((s) => s.service.id === games.entry.person)!;
  const slots = new Slots();
  const ready = (rule: Expression) => readied(rule, slots, day);
  const lines = eligible.map((line, i) => ({ id: service.eligible?.[i]?.id ?? String(i), holds: ready(line.rule) }));
  const ageGroup = ready(groupRule(law, 'person', 'entrant', 'ageGroup'));
  const unitGroup = ready(groupRule(law, 'person', 'entrant', 'unitGroup'));
  const room: Values = [];
  const text = (x: unknown) => (typeof x === 'string' ? x : null);
  return (row) => {
    const values = slots.fill(row, room);
    let verdict: boolean | null = true;
    let against: string | null = null;
    for (const line of lines) {
      const x = line.holds(values);
      if (x === true) continue;
      if (x === undefined) verdict = null;
      else {
        verdict = false;
        against = line.id;
        break;
      }
    }
    return { eligible: verdict, line: against, ageGroup: text(ageGroup(values)), unitGroup: text(unitGroup(values)) };
  };
}

/** The derivation of a group, reading facts of the subject; absent where the city derives no such group. */
function groupRule(law: InForce, entity: Entity, subject: string, datum: string): Expression {
  const derive = law.data.get(entity)?.get(datum)?.derive;
  const parsed = derive === undefined ? null : ruleIn(law, derive, 'itself');
  if (!parsed || isRuleError(parsed)) return literal(null);
  const about = (e: Expression): Expression => (e.kind === 'concept' ? { ...e, id: `${subject}.${e.id}` } : mapParts(e, about));
  return about(parsed);
}

/** The group the city's derivation gives for a row of facts, or nothing. */
export function groupOf(law: InForce, entity: Entity, subject: string, datum: string): (row: Row) => Known | undefined {
  const slots = new Slots();
  const decide = closure(groupRule(law, entity, subject, datum), { slots, today: '' });
  return (row) => decide(slots.fill(row, []));
}
