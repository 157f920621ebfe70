/** Everything an author should know about a city folder: without a date, in every interval between two changes of law. */
import { boundaryWarnings, calendarEnd, type Catalogue, checkWords, type Finding, type InForce, inOrder, lineFindings, toFillIn } from '../core/catalogue';
import { loadGames } from '../core/games';
import { lintJourneys } from '../core/journey';
import { lintOrders } from '../core/order';
import { checkAgreements } from './agreements';
import { lintMeasures } from './lint-measures';
import { loadCity } from './load-city';

export type Lint = { errors: Finding[]; warnings: Finding[] };

/**
 * @param at lint only the law of this day.
 * @param today warns 60 days before the working calendar ends.
 */
export const lintCity = (dir: string, at?: string, today?: string): Lint => lintFolder(loadCity(dir), at, today);

/** The same for a folder that is not on the disk yet. */
export function lintFolder({ catalogue, findings, files }: { catalogue: Catalogue; findings: Finding[]; files: ReadonlyMap<string, string> }, at?: string, today?: string): Lint {
  if (findings.length) return { errors: inOrder(findings), warnings: [] };
  const errors: Finding[] = [];
  const warnings: Finding[] = toFillIn(files);
  const laws: InForce[] = [];
  for (const day of at ? [at] : catalogue.changes) {
    const { law, findings: found } = catalogue.inForce(day);
    errors.push(...found);
    if (!law) continue;
    const journeys = lintJourneys(law, day === '0000-01-01' ? (catalogue.changes[1] ? law.to : '2026-01-15') : day);
    errors.push(...journeys.errors, ...checkWords(law), ...lineFindings(law));
    warnings.push(...journeys.warnings);
    laws.push(law);
    const orders = lintOrders(files, law);
    errors.push(...orders.errors);
    errors.push(...loadGames(files, law).findings);
    warnings.push(...orders.warnings);
  }
  // The examples of a boundary stand in the intervals on both its sides: one day alone cannot say that one is missing.
  if (!at) warnings.push(...boundaryWarnings(laws));
  const current = today === undefined ? null : catalogue.inForce(today).law;
  if (current && today !== undefined) warnings.push(...calendarEnd(current, today));
  errors.push(...checkAgreements(files, catalogue));
  const measures = lintMeasures(files, catalogue);
  errors.push(...measures.errors);
  warnings.push(...measures.warnings);
  return { errors: inOrder(errors), warnings: inOrder(warnings) };
}
