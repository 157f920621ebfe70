/** May a person go out? A missing fact is unknown, and an answer is given only if every way to fill it in gives the same. */
import { allowed, refused, undetermined, type Verdict } from './answer';
import { lies } from './area';
import type { StayHomeClause } from './order';
import type { Person } from './question';
import { purposeOf, workOf } from './words';

export function goOut(clause: StayHomeClause, area: string, person: Person): Verdict {
  const line = lineOf(clause, person);
  const isExempt = exempt(line !== undefined, person);
  // Whoever is exempt may go out whether or not the clause binds her; so where she lives is not asked.
  if (isExempt === true) return allowed('exempt', line?.source);
  const home = person.residentOf === undefined ? 'around' : lies(person.residentOf, area);
  if (home === 'elsewhere') return undetermined('not-a-resident');
  if (home === 'around') return undetermined('need-residence');
  if (isExempt === false) return line ? refused('exemption-is-for-the-duty', line.source) : refused('stay-home');
  return undetermined(isExempt);
}

/** The line of the clause that exempts this person's work. */
const lineOf = (clause: StayHomeClause, { work }: Person) => (typeof work === 'string' ? clause.exempt.find((e) => e.work === workOf(work)?.id) : undefined);

/** Exempt, not exempt, or the reason why that cannot be said. */
function exempt(isListed: boolean, person: Person): boolean | 'need-work' | 'need-duty' | 'commute' {
  if (person.work !== undefined && !isListed) return false;
  const outing = errand(person);
  if (outing === 'personal') return false;
  if (person.work === undefined) return 'need-work';
  return outing === 'duty' ? true : outing === 'commute' ? 'commute' : 'need-duty';
}

/** What the outing is for: a purpose said in a word we know says it; otherwise being on duty does. */
function errand({ purpose, onDuty }: Person): 'duty' | 'commute' | 'personal' | null {
  const said = purpose === undefined ? null : purposeOf(purpose);
  return said ?? (onDuty === undefined ? null : onDuty ? 'duty' : 'personal');
}
