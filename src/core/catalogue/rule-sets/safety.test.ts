/**
 * No rule set of a size that is let in makes loading and linting take two seconds, or crash: `npm run prove safety` tries more of them,
 * together with files that are no rule sets at all (`hostile.test.ts`).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHostileSet, hostileSets } from '../../testing/hostile-rules';
import { sha256, smallCity } from '../../testing/small-city';
import { boundaryWarnings, lineFindings } from '..';
import type { Finding } from '../finding';
import { loadCatalogue } from '../load';

const runs = Number(process.env.YIJIAN_HOSTILE ?? 6);
const bar = 2000;

function lint(text: string): { found: Finding[]; ms: number } {
  // Time of this process, not of the clock on the wall.
  const start = process.cpuUsage();
  const { catalogue, findings } = loadCatalogue(new Map(Object.entries({ ...smallCity, 'rules/r.yaml': text, 'services/s.yaml': user })), sha256);
  const { law, findings: more } = catalogue.inForce('2026-01-15');
  const found = [...findings, ...more, ...(law ? [...lineFindings(law), ...boundaryWarnings([law])] : [])];
  const used = process.cpuUsage(start);
  return { found, ms: (used.user + used.system) / 1000 };
}
/** A service that reads the last of the set's rules, whatever it is. */
const user = `id: s\nname: {zh: 事, en: S}\naliases: [s]\nauthority: health\nsubjects: {person: person, shop: organisation, place: place, employee: person}\neligible: [{when: 'r.a299 or r.a'}]\nstages: [{id: decide, wd: 1}]\n`;
const said = (found: Finding[]) => found.every((f) => /^YJ\d{3}$/.test(f.code) && f.line >= 1 && f.column >= 1 && f.message.zh !== '' && f.message.en !== '');

test.each(Object.keys(hostileSets))('%s', (kind) => {
  const { found, ms } = lint(hostileSets[kind]!(600, 12_345));
  expect(said(found)).toBe(true);
  expect(ms).toBeLessThan(bar);
});

test('hostile sets of any size and any numbers', () => {
  let worst = { ms: 0, kind: '' };
  fc.assert(
    fc.property(anyHostileSet, ({ kind, n, seed }) => {
      const { found, ms } = lint(hostileSets[kind]!(n, seed));
      if (ms > worst.ms) worst = { ms, kind: `${kind} ${n} ${seed}` };
      expect(said(found)).toBe(true);
      expect(ms).toBeLessThan(bar);
    }),
    // The same few every time in CI; the long proof draws new ones.
    { numRuns: runs, endOnFailure: true, ...(process.env.YIJIAN_HOSTILE ? {} : { seed: 20_211_028 }) },
  );
  if (process.env.YIJIAN_HOSTILE) console.log(`rule sets: ${runs} tried, the slowest ${Math.round(worst.ms)} ms of CPU (${worst.kind})`);
}, 600_000);
