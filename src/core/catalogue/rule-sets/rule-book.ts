/** The city's named rules, read, written out and measured. */
import type { Expression } from '../../rules';
import type { Definitions, Measure } from '../../rules/set';

export type Rules = {
  definitions: Definitions;
  /** Each written out; those too large are missing. */
  bodies: ReadonlyMap<string, Expression>;
  /** Of the rules by name and of derived data as `~entity.datum`, derivations included. */
  measures: ReadonlyMap<string, Measure>;
};
export const noRules: Rules = { definitions: new Map(), bodies: new Map(), measures: new Map() };
