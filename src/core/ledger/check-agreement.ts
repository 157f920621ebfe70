/** What hangs together inside an agreement: its parties, its parts and their number, its commitments, its term, and the agreement above it. */
import type { DeclaredAgreement } from './declare/agreement';
import { ensureParties, type Say, unique } from './say';

export function checkAgreement(a: DeclaredAgreement, say: Say): void {
  const known = ensureParties(a.parties, say);
  unique(a.parties, ['parties'], say);
  unique(a.commitments, ['commitments'], say);
  if (a.commitments.length === 0) say('YJ801', ['commitments'], '协议没有承诺；写明至少一项', 'the agreement commits to nothing; give at least one commitment');
  const { from, to } = a.term ?? {};
  if (from && to && to < from) say('YJ802', ['term', 'to'], `期限起止颠倒：${from} 到 ${to}；改正其中一个日期`, `the term runs backwards, from ${from} to ${to}; correct one of the dates`);
  if (to && to < a.signed)
    say('YJ802', ['term', 'to'], `期限到 ${to} 为止，早于签约日 ${a.signed}；改正其中一个日期`, `the term ends on ${to}, before the signing on ${a.signed}; correct one of the dates`);
  a.commitments.forEach((c, i) => {
    const path = ['commitments', i];
    if (Boolean(c.name) === (c.unnamed ?? false))
      say('YJ803', path, `“${c.id}”要么有名称，要么写 unnamed: true，不能都有或都没有`, `"${c.id}" has either a name or unnamed: true, not both and not neither`);
    if (c.part && !a.parts?.some((p) => p.id === c.part))
      say('YJ804', [...path, 'part'], `没有叫“${c.part}”的部分；在 parts 里写明，或改成已有的`, `there is no part "${c.part}"; declare it in parts, or use one that is there`);
    known(c.owners, [...path, 'owners']);
    unique(c.tasks ?? [], [...path, 'tasks'], say);
  });
  checkParts(a, say);
}

/** “1+5+10” means one, five and ten: the parts are counted, the unnamed ones too. */
function checkParts(a: DeclaredAgreement, say: Say): void {
  unique(a.parts ?? [], ['parts'], say);
  const counts = (a.parts ?? []).map((p) => a.commitments.filter((c) => c.part === p.id).length);
  (a.parts ?? []).forEach((p, i) => {
    if (p.count !== undefined && p.count !== counts[i])
      say(
        'YJ805',
        ['parts', i, 'count'],
        `“${p.id}”应有 ${p.count} 项，写了 ${counts[i]} 项；补上缺的（没有名称的写 unnamed: true），或改正数目`,
        `"${p.id}" has ${counts[i]} commitments where there should be ${p.count}; add what is missing (unnamed: true without a name), or correct the count`,
      );
  });
  if (!a.formula) return;
  const formula = a.formula.text.split('+').map(Number);
  const declared = (a.parts ?? []).map((p) => p.count);
  if (formula.length !== declared.length || formula.some((n, i) => n !== declared[i]))
    say(
      'YJ806',
      ['formula', 'text'],
      `“${a.formula.text}”与各部分的数目 ${declared.map((n) => n ?? '？').join('+')} 不一致；改正其中一处`,
      `"${a.formula.text}" does not agree with the counts of the parts, ${declared.map((n) => n ?? '?').join('+')}; correct one of them`,
    );
  const outside = a.commitments.findIndex((c) => !c.part);
  if (outside >= 0) say('YJ806', ['commitments', outside], `“${a.formula.text}”之外还有一项承诺；写明它属于哪一部分`, `a commitment stands outside "${a.formula.text}"; say which part it belongs to`);
}

/** The agreements above: they exist, they do not run in a circle, they were signed no later. */
export function checkTree(all: ReadonlyMap<string, DeclaredAgreement>, sayIn: (id: string) => Say): void {
  for (const a of all.values()) {
    if (!a.under) continue;
    const say = sayIn(a.id);
    const above = all.get(a.under);
    if (!above) say('YJ807', ['under'], `没有协议“${a.under}”；检查文件名，或先写那一份`, `there is no agreement "${a.under}"; check the file name, or write that one first`);
    else if (rootOf(all, a.id) === null) say('YJ808', ['under'], `协议“${a.id}”绕回了自己；改正 under`, `the agreement "${a.id}" leads back to itself; correct under`);
    else if (a.signed < above.signed)
      say(
        'YJ809',
        ['signed'],
        `${a.signed} 签约，早于它所依据的“${above.id}”（${above.signed}）；改正其中一个日期`,
        `signed on ${a.signed}, before "${above.id}" that it is made under (${above.signed}); correct one of the dates`,
      );
  }
}

/** The id at the top of the tree; null when the way up runs in a circle or leaves the folder. */
export function rootOf(all: ReadonlyMap<string, DeclaredAgreement>, id: string): string | null {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; ) {
    if (seen.has(at)) return null;
    seen.add(at);
    const a: DeclaredAgreement | undefined = all.get(at);
    if (!a) return null;
    if (!a.under) return at;
    at = a.under;
  }
  return null;
}
