// Counts again, by the published rule, from the definitions above and nothing else, and prints its numbers beside the plan's.
const { steps, rows, hoursPerDay } = definitions;
const mine = steps.filter((s) => s.initiator === 'applicant');
const sum = (list, f) => list.reduce((n, x) => n + f(x), 0);
const most = (list, f) => Math.max(0, ...list.map(f));
const days = (hours) => Math.ceil((hours * 10) / hoursPerDay) / 10;
// Acts: what has one name is one act, all submitting is one, and each grant after which more is asked is one. A visit is an act at a counter.
const merged = (acts) => acts.filter((a, i) => acts.findIndex((b) => b.one === a.one) === i);
const alone = mine.flatMap((s) => merged(s.acts.filter((a) => a.alone)));
const together = merged(mine.flatMap((s) => s.acts.filter((a) => a.together)));
const visits = (acts) => acts.filter((a) => a.counter && ['submit', 'collect', 'appear'].includes(a.kind));
const counters = (acts) => new Set(visits(acts).map((a) => a.counter)).size;
const grant = (q) => steps.find((s) => q.neededBy.some((id) => (steps.find((x) => x.id === id).decidedBy ?? id) === s.id)).id;
const later = (way) => new Set(questions[way].filter((q) => q.when === 'later').map(grant)).size;
const actsIn = (way) => together.filter((a) => a.kind !== 'submit').length + (mine.length > 0 ? 1 : 0) + (mine.length > 0 ? later(way) : 0);
// Documents: of every requirement one list; a piece counts its largest number of copies, and paper that is kept adds up.
const ofPiece = (uses, p) => most(uses, (u) => (u.piece === p && !u.kept ? u.copies : 0)) + sum(uses, (u) => (u.piece === p && u.kept ? u.copies : 0));
const copies = (uses) => sum([...new Set(uses.map((u) => u.piece))], (p) => ofPiece(uses, p));
function fewest(list, isFree) {
  const wanted = list.flatMap((s) => s.evidence.map((e) => e.lists.map((l) => l.filter((u) => !isFree(u, e)))).filter((lists) => lists.every((l) => l.length > 0)));
  let best = Number.POSITIVE_INFINITY;
  (function choose(i, uses) {
    if (copies(uses) >= best) return;
    if (i === wanted.length) best = copies(uses);
    else for (const l of wanted[i]) choose(i + 1, [...uses, ...l]);
  })(0, []);
  return best;
}
// Days: alone, whole services follow each other; in the plan a stage starts when the one before it and all it waits for are done.
const own = (s) => sum(s.stages, (g) => g.hours);
const firstFor = (s) => steps.filter((o) => s.waitsForServices.includes(o.id));
const waitedFor = (s, seen = new Set()) => (seen.has(s) ? seen : firstFor(s).reduce((all, o) => waitedFor(o, all), seen.add(s)));
const longest = (s, behind = []) => (behind.includes(s) ? 0 : own(s) + most(firstFor(s), (o) => longest(o, [...behind, s])));
function path(way, kept = () => true) {
  const nodes = steps.flatMap((s) => s.stages.filter(kept).map((g) => ({ ...g, s, start: 0 })));
  const of = (id) => nodes.filter((n) => n.s.id === id);
  const ended = (id, at) => of(id).findLast((n) => n.place <= at) ?? of(id)[0];
  const begun = (id, at) => of(id).find((n) => n.place >= at) ?? of(id).at(-1);
  const pairs = steps.flatMap((s) => [...of(s.id).flatMap((n, i, all) => (i > 0 ? [[all[i - 1], n]] : [])), ...s.waits[way].map((w) => [ended(w.for, w.at), begun(s.id, w.stage)])]);
  for (let moved = true; moved; ) {
    moved = false;
    const notBefore = (n, time) => time > n.start && ([n.start, moved] = [time, true]);
    for (const [a, b] of pairs) if (a && b && a !== b) notBefore(b, a.start + a.hours);
    for (const a of nodes) for (const b of nodes) if (a.joins && a.joins === b.joins) notBefore(b, a.start);
  }
  return most(nodes, (n) => (n.s.initiator === 'applicant' ? n.start + n.hours : 0));
}
// Fields: alone, all a service lists or reads; in the plan its questions – and none may be missing that nobody supplies.
const times = (concepts) => sum(concepts, (c) => rows[c] ?? 1);
const asked = (way) => questions[way].map((q) => q.concept);
const missing = (way) => mine.flatMap((s) => s.needs.filter((n) => n.from[way] === null && !asked(way).includes(n.concept)).map((n) => `${n.concept}: wanted, not asked (${way})`));
const inPath = [...mine.reduce((all, s) => waitedFor(s, all), new Set())];
const bring = sum(mine, (s) => fewest([s], (u, e) => u.form && !e.listedForm));
const before = { acts: alone.length, documents: bring, fields: sum(mine, (s) => times(s.reads)), days: days(sum(inPath, own)), visits: visits(alone).length, counters: counters(alone) };
const atOnce = { ...before, days: days(most(mine, (s) => longest(s))), visits: new Set(visits(alone).map((a) => `${a.kind} ${a.hall}`)).size };
const counted = { visits: visits(together).length, counters: counters(together) };
const planned = (way) => ({ ...counted, acts: actsIn(way), documents: fewest(mine, (u) => u.from[way] !== null), fields: times(asked(way)), days: days(path(way)) });
const [joined, after] = [planned('joined'), planned('after')];
const law = {
  acts: together.filter((a) => a.irreducible),
  pieces: mine.flatMap((s) => s.evidence.flatMap((e) => (e.irreducible ? e.lists.flat() : []))).map((u) => u.piece),
  fields: mine.flatMap((s) => s.needs.flatMap((n) => (n.irreducible ? [n.concept] : []))),
};
const kept = plan.documents.pieces.filter((p) => law.pieces.includes(`${p.evidence}@${p.subject}`));
const least = { acts: (mine.length > 0 ? 1 : 0) + law.acts.length, documents: sum(kept, (p) => p.copies), fields: times(asked('after').filter((c) => law.fields.includes(c))) };
const floor = { ...least, days: days(path('after', (g) => g.irreducible)), visits: visits(law.acts).length, counters: counters(law.acts) };
const wrong = [...missing('joined'), ...missing('after')];
if (sum(plan.documents.pieces, (p) => p.copies) !== after.documents) wrong.push("the plan's documents are not the fewest");
for (const [key, n] of Object.entries(plan.numbers).filter(([, n]) => 'joined' in n)) {
  const mineNow = [before[key], atOnce[key], joined[key], after[key], Math.min(floor[key], after[key])];
  const told = [n.before.oneAfterAnother, n.before.allAtOnce, n.joined, n.after, n.floor];
  if (mineNow.join() !== told.join()) wrong.push(`${key}: counted ${mineNow.join(' ')}, the plan says ${told.join(' ')}`);
  console.log(`${key.padEnd(10)} before ${mineNow[0]}, all at once ${mineNow[1]} → joined ${mineNow[2]} → after ${mineNow[3]} · floor ${mineNow[4]}   plan: ${told.join(' ')}`);
}
console.log(wrong.length > 0 ? wrong.join('\n') : 'Counted again: every number agrees. 重新数过：每个数都相符。');
if (wrong.length > 0) process.exitCode = 1;
