/** Findings of what a city says of itself: its sources, and its targets and statistics. */
import type { Catalogue, Finding } from '../core/catalogue';
import { loadMeasures } from '../core/index';
import { lintSources } from '../core/source';

/** Read under the latest law; nothing while that does not load. */
export function lintMeasures(files: ReadonlyMap<string, string>, catalogue: Catalogue): { errors: Finding[]; warnings: Finding[] } {
  const { law } = catalogue.inForce(catalogue.changes.at(-1)!);
  if (!law) return { errors: [], warnings: [] };
  const { errors, warnings } = lintSources(law, files);
  return { errors: [...loadMeasures(files, law).findings, ...errors], warnings };
}
