/** What must agree between an edition of the Games and the rest of the city: its services and their rules, its code lists, its sources. */
import { finding, type Finding, type InForce, type Names, type Place, ruleIn, type Service, unknownName } from '../catalogue';
import { isRuleError, nearest, parts, type Expression } from '../rules';
import type { Games } from './declare/games';
import { groupOf } from './judge';

type Path = (string | number)[];
type Kit = { games: Games; law: InForce; say(code: string, path: Path, zh: string, en: string): void; named(what: [string, string], id: string, among: Names, path: Path): boolean };

export function check(games: Games, law: InForce, place: (path: Path) => Place): Finding[] {
  const out: Finding[] = [];
  const say: Kit['say'] = (code, path, zh, en) => void out.push(finding(code, place(path), zh, en));
  const named: Kit['named'] = (what, id, among, path) => {
    const unknown = unknownName('YJ850', () => place(path), what, id, among);
    if (unknown) out.push(unknown);
    return !unknown;
  };
  const kit = { games, law, say, named };
  checkSources(kit);
  checkEntry(kit);
  checkGroups(kit);
  checkSamples(kit);
  return out;
}

function checkSources({ games, law, named }: Kit): void {
  const cited = (source: string, path: Path) => void named(['来源', 'source'], source, law.citations, path);
  cited(games.source, ['source']);
  for (const key of ['edition', 'entrants'] as const) cited(games[key].source, [key, 'source']);
  for (const key of ['facts', 'mayEnter', 'ageGroups', 'unitGroups', 'mayField', 'speakers'] as const) for (const [i, x] of games[key].entries()) cited(x.source, [key, i, 'source']);
}

/** Each ground is decided by a line of the person's service, and no line of it decides unseen. */
function checkEntry({ games, law, say, named }: Kit): void {
  const { journey, person, team, authority } = games.entry;
  named(['一件事', 'journey'], journey, law.journeys, ['entry', 'journey']);
  named(['部门', 'authority'], authority, law.authorities, ['entry', 'authority']);
  const uses = new Set((law.journeys.get(journey)?.services ?? []).flatMap((s) => ('oneOf' in s ? s.oneOf.map((u) => u.use) : [s.use])));
  for (const [key, id] of Object.entries({ person, team })) {
    if (!named(['事项', 'service'], id, law.services, ['entry', key])) continue;
    if (uses.size > 0 && !uses.has(id))
      say('YJ851', ['entry', key], `“${journey}”里没有事项“${id}”；加进去，或改正`, `the journey "${journey}" does not use the service "${id}"; add it, or correct it`);
    if (law.services.get(id)!.authority !== authority)
      say(
        'YJ852',
        ['entry', 'authority'],
        `“${id}”归 ${law.services.get(id)!.authority} 管，不归 ${authority}；改成一致`,
        `"${id}" belongs to ${law.services.get(id)!.authority}, not to ${authority}; make them agree`,
      );
  }
  const lines = new Map((law.services.get(person)?.eligible ?? []).flatMap((l) => (l.id ? [[l.id, l] as const] : [])));
  games.mayEnter.forEach((m, i) => {
    if (m.decidedBy === undefined || !law.services.has(person)) return;
    if (!lines.has(m.decidedBy)) {
      const near = nearest(m.decidedBy, lines.keys());
      say(
        'YJ853',
        ['mayEnter', i, 'decidedBy'],
        `“${person}”没有叫“${m.decidedBy}”的条件；${near ? `是不是 ${near}？` : '在事项的 eligible 里补上'}`,
        `"${person}" has no condition "${m.decidedBy}"; ${near ? `did you mean ${near}?` : 'add it to the service under eligible'}`,
      );
    } else if (lines.get(m.decidedBy)!.source !== m.source)
      say(
        'YJ854',
        ['mayEnter', i, 'source'],
        `条件“${m.decidedBy}”的来源是 ${lines.get(m.decidedBy)!.source}，这里是 ${m.source}；改成一致`,
        `the condition "${m.decidedBy}" cites ${lines.get(m.decidedBy)!.source}, here it is ${m.source}; make them agree`,
      );
  });
}

/** Groups and units are the code lists', none missing, and each unit is in the group the rule gives it. */
function checkGroups({ games, law, say }: Kit): void {
  for (const [key, list] of [
    ['ageGroups', 'age-group'],
    ['unitGroups', 'unit-group'],
    ['mayField', 'unit-kind'],
  ] as const) {
    const codes = (law.codes.get(list)?.values ?? []).map((c) => c.code);
    const here = games[key].map((g) => g.id);
    here.forEach((id, i) => {
      if (here.indexOf(id) < i) say('YJ855', [key, i, 'id'], `“${id}”写了两次；留下一个`, `"${id}" is written twice; keep one`);
      else if (!codes.includes(id))
        say(
          'YJ855',
          [key, i, 'id'],
          `代码表 ${list} 里没有“${id}”；${nearest(id, codes) ? `是不是 ${nearest(id, codes)}？` : '补上，或删去'}`,
          `the code list ${list} has no "${id}"; ${nearest(id, codes) ? `did you mean ${nearest(id, codes)}?` : 'add it, or remove this'}`,
        );
    });
    const missing = codes.filter((c) => !here.includes(c));
    if (missing.length) say('YJ855', [key], `缺 ${missing.join('、')}；代码表 ${list} 里有，这里也要有`, `${missing.join(', ')} missing; the code list ${list} has them, so must this`);
  }
  const group = groupOf(law, 'organisation', 'team', 'unitGroup');
  const alone = groupOf(law, 'person', 'entrant', 'unitGroup');
  games.mayField.forEach((unit, i) => {
    const given = new Set([group({ 'team.unitKind': unit.id }), alone({ 'entrant.represents': unit.id })].filter((g) => typeof g === 'string'));
    if (given.size !== 1 || !given.has(unit.group))
      say(
        'YJ856',
        ['mayField', i, 'group'],
        `规则把“${unit.id}”分到 ${[...given].join('、') || '（没有）'}，这里是 ${unit.group}；改成一致`,
        `the rules put "${unit.id}" into ${[...given].join(', ') || 'no group'}, here it is ${unit.group}; make them agree`,
      );
  });
}

/** The samples are those the rules use, so that what the page shows is what decides. */
function checkSamples({ games, law, say }: Kit): void {
  const { referenceDay, adultAge, teamMin, teamMax } = games.samples;
  const texts = (s: Service | undefined) => (s?.eligible ?? []).map((l) => l.when);
  const person = texts(law.services.get(games.entry.person));
  const age = law.data.get('person')?.get('ageGroup')?.derive ?? '';
  const days = literalsOf(law, [...person, age]).filter((x): x is string => typeof x === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(x));
  const wrong = [...new Set(days)].filter((d) => d !== referenceDay);
  if (wrong.length)
    say('YJ857', ['samples', 'referenceDay'], `规则里用的是 ${wrong.join('、')}，这里是 ${referenceDay}；改成一致`, `the rules use ${wrong.join(', ')}, here it is ${referenceDay}; make them agree`);
  const team = literalsOf(law, texts(law.services.get(games.entry.team)));
  const used = (key: string, value: number, among: readonly unknown[]) => {
    if (!among.includes(value)) say('YJ858', ['samples', key], `规则里没有用 ${value}；改成规则里的数`, `the rules do not use ${value}; write the figure they use`);
  };
  used('adultAge', adultAge, literalsOf(law, [age]));
  used('teamMin', teamMin, team);
  used('teamMax', teamMax, team);
  if (teamMin > teamMax) say('YJ859', ['samples', 'teamMin'], `最少 ${teamMin} 人多于最多 ${teamMax} 人；改正一处`, `at least ${teamMin} is more than at most ${teamMax}; correct one`);
}

function literalsOf(law: InForce, texts: readonly string[]): unknown[] {
  const within = (e: Expression): unknown[] => (e.kind === 'literal' ? [e.value] : parts(e).flatMap(within));
  return texts.flatMap((text) => {
    const parsed = text ? ruleIn(law, text) : null;
    return parsed && !isRuleError(parsed) ? within(parsed) : [];
  });
}
