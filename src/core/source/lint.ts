/** What must hold of a city's sources: facts are told apart, stand under a story, and lead to something that exists and says the same. */
import { finding, inOrder, read, type Finding, type InForce } from '../catalogue';
import { nearest } from '../rules';
import { compareWithin } from './compare';
import { articlesOf, factsOf } from './facts';
import { citesFact, offers, useOf, usesIn } from './uses';

type Findings = { errors: Finding[]; warnings: Finding[] };

/** Rooms that cite the newspaper fact by fact; a journey carries a demand without citing it line by line. */
const citing: ReadonlySet<string> = new Set(['orders', 'agreements', 'requests', 'targets', 'statistics', 'index']);

/** @param files the whole city folder: what `usedBy` names may lie in any room. */
export function lintSources(law: InForce, files: ReadonlyMap<string, string>): Findings {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const uses = usesIn(files.keys());
  for (const source of law.sources.values()) {
    if (!source.facts) continue;
    const at = (path: (string | number)[]) => law.place(`sources/${source.id}.yaml`, path);
    const stories = new Set((source.stories ?? []).map((s) => s.id));
    const seen = new Set<string>();
    const missing = new Set<string>();
    source.facts.forEach((f, i) => {
      if (seen.has(f.id)) errors.push(finding('YJ608', at(['facts', i, 'id']), `事实“${f.id}”写了两次；改名或合并`, `the fact "${f.id}" is written twice; rename or merge`));
      seen.add(f.id);
      if (stories.size > 0 && !stories.has(f.story))
        errors.push(
          finding('YJ607', at(['facts', i, 'story']), `没有“${f.story}”这篇；在 stories 里补上，或改成已有的`, `there is no story "${f.story}"; add it to stories, or name one that is there`),
        );
      f.usedBy?.forEach((use, k) => {
        const named = useOf(use);
        if (uses.has(use)) {
          if (named && citing.has(named.kind) && !citesFact(files, named, `${source.id}#${f.id}`))
            warnings.push(
              finding(
                'YJ620',
                at(['facts', i, 'usedBy', k]),
                `“${use}”里没有引用这条事实；在那里写 source，或从 usedBy 删去`,
                `"${use}" does not cite this fact; cite it there, or take it out of usedBy`,
              ),
            );
          return;
        }
        const kind = named?.kind;
        const near = nearest(use, uses);
        const said = finding(
          'YJ602',
          at(['facts', i, 'usedBy', k]),
          `usedBy 指向的“${use}”不存在；${near ? `是不是 ${near}？` : '先建它，或写 notModelled'}`,
          `usedBy names "${use}", which is not there; ${near ? `did you mean ${near}?` : 'make it first, or give notModelled'}`,
        );
        // A whole room may still be missing, which is said once; a single thing missing in a room that is there is a mistake.
        if (!kind || kind === 'divisions' || offers(uses, kind)) errors.push(said);
        else if (!missing.has(use)) warnings.push(said);
        missing.add(use);
      });
    });
    source.articles?.forEach((a, i) => {
      if (!source.facts!.some((f) => articlesOf({ ...source, articles: [a] }, f).length > 0))
        errors.push(finding('YJ609', at(['articles', i, 'holds']), `“${a.id}”里一条事实也没有；检查 holds`, `"${a.id}" holds no fact; check holds`));
    });
  }
  const facts = factsOf(law.sources);
  const cites = new Set([...facts.keys()].map((k) => `${k.slice(0, k.indexOf('#'))}#`));
  for (const [path, text] of files) {
    if (!path.endsWith('.yaml') || path.startsWith('sources/') || ![...cites].some((c) => text.includes(c))) continue;
    const { tree } = read(path, text);
    if (tree) errors.push(...compareWithin(tree, facts));
  }
  return { errors: inOrder(errors), warnings: inOrder(warnings) };
}
