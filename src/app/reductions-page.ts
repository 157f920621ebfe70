/** `docs/reductions.md`: the reductions of every journey, with what others published beside them. Every figure comes from the compiler or from docs/published-reductions.yaml. */
import { most, type AimKey, type Count, type Judged, type Numbers, type Staying } from '../core/journey';
import type { Publication, PublishedFigure } from './published-reductions';
import { worlds, type JourneyReductions, type Reductions, type Spread } from './reductions';

type Row = readonly (string | number)[];

export function reductionsPage(all: Reductions, published: readonly Publication[]): string {
  const general = published.filter((p) => p.journey === undefined);
  return [
    '# The reductions',
    '',
    ...intro(all),
    '',
    '## All journeys',
    '',
    ...table(
      ['journey', 'acts', 'documents', 'counters', 'visits', 'days as published', 'days', 'aims'],
      all.journeys.map((j) => [
        `[${j.name.en}](#${anchor(j.name.en)})`,
        ...(['acts', 'documents', 'counters', 'visits'] as const).map((key) => walk(j.typical.all[key])),
        pair(j),
        walk(j.typical.all.days),
        standing(j),
      ]),
    ),
    '',
    ...tally(all),
    '',
    '## Published elsewhere, of no single journey',
    '',
    'Restated from what we read; none of them says how it counted. The entries are in [published-reductions.yaml](published-reductions.yaml).',
    '',
    ...publicationTable(general),
    ...all.journeys.flatMap((j) =>
      journeySection(
        all,
        j,
        published.filter((p) => p.journey === j.id),
      ),
    ),
    '',
  ].join('\n');
}

function intro(all: Reductions): string[] {
  return [
    'Generated: `npx yijian reductions --write` compiles every journey again and writes this page; a test in CI does the same and compares. No figure here is typed by hand.',
    '',
    `The rule is that of [docs/numbers.md](numbers.md). **Before**: each service on its own, one after another, no register, nothing reused. **Joined**: one application, no register. **After**: with registers. **Floor**: what law forbids to drop, and the one submission. Authorities' own times are the same before and after. Law of ${all.day}, scenario \`typical\`. ° rests on a line that is only illustrative.`,
    '',
    'Aims against one-after-another: acts −70 %, documents −60 %, counters −75 % (where four or more before), visits −90 %, days −80 %. The aim for days is held on *days as published* – statutory periods added up before, promised clocks on the critical path after –, the pair the press uses; the structural days stand beside. An aim is **met** by its per cent, or at the **floor** with the law that makes it; else it is **missed**, with what stays.',
    '',
    `Below each journey: ${all.people.toLocaleString('en')} people drawn. Each answers the deciding questions as the interview asks them, every cell of a question being equally likely – so this is the breadth of the rules and not a census –, and is counted with no register, with those connected today, and with all. Those for whom a number is 0 before are left out of its row. *Worst tenth* is the cut that nine in ten reach or pass.`,
  ];
}

function tally(all: Reductions): string[] {
  const judged = all.journeys.flatMap((j) => j.judged).filter((x) => x.verdict !== 'not-set');
  const n = (verdict: Judged['verdict']) => judged.filter((x) => x.verdict === verdict).length;
  return [`Before → joined → after with every register. ${all.journeys.length} journeys, ${judged.length} aims: ${n('aim')} met, ${n('floor')} at the floor of the law, ${n('missed')} missed.`];
}

function journeySection(all: Reductions, j: JourneyReductions, published: readonly Publication[]): string[] {
  return [
    '',
    `## ${j.name.en}`,
    '',
    `${j.name.zh} · \`npx yijian compile cities/zhuzhou --journey ${j.id} --scenario typical --registers all --at ${all.day}\``,
    '',
    ...table(['number', 'before: one after another', 'before: all at once', 'joined', 'after, connected', 'after, all', 'floor', 'cut', 'aim'], numberRows(j)),
    ...reasons(all, j),
    ...(published.length > 0 ? ['', `Published elsewhere${published.some((p) => p.source.seen === 'copy') ? ' (² a copy, the original not seen)' : ''}:`, '', ...publicationTable(published)] : []),
    '',
    `${all.people.toLocaleString('en')} people drawn – cut at the median / for the worst tenth, and the share for whom the aim is met:`,
    '',
    ...table(
      ['number', 'registers none', 'connected', 'all', 'people'],
      aimKeys(j).map((key) => [words[key], ...worlds.map((w) => spread(spreadOf(j, w, key))), spreadOf(j, 'all', key).people]),
    ),
  ];
}

const words: { [key in AimKey | 'fields' | 'structural']: string } = {
  acts: 'acts',
  documents: 'documents',
  fields: 'fields',
  visits: 'visits',
  counters: 'counters',
  days: 'days as published',
  structural: 'days',
};
const aimKeys = (j: JourneyReductions): AimKey[] => j.judged.map((x) => x.aim.key);
const spreadOf = (j: JourneyReductions, world: (typeof worlds)[number], key: AimKey): Spread => j.sampled[world].find((s) => s.aim === key)!;
const spread = (s: Spread) => (s.people === 0 ? '–' : `${less(s.median)} / ${less(s.worstTenth)}, ${Math.floor((100 * s.met) / s.people)} %`);

function numberRows(j: JourneyReductions): Row[] {
  const { all, connected } = j.typical;
  const judged = (key: AimKey) => j.judged.find((x) => x.aim.key === key)!;
  const six = (key: Exclude<keyof Numbers, 'daysAsPublished'>): Row => {
    const [n, before] = [all[key], all[key].before];
    const x = key === 'fields' || key === 'days' ? null : judged(key);
    const cut = x ? x.cut : (1 - most(n.after) / most(before.oneAfterAnother)) * 100;
    return [
      `${key}${n.illustrative ? ' °' : ''}`,
      show(before.oneAfterAnother),
      show(before.allAtOnce),
      show(n.joined),
      show(connected[key].after),
      show(n.after),
      show(n.floor),
      less(most(before.oneAfterAnother) === 0 ? null : cut),
      x ? verdict(x) : '',
    ];
  };
  const p = all.daysAsPublished;
  const days = judged('days');
  const published: Row = [
    `days as published${p.illustrative ? ' °' : ''}`,
    show(p.before),
    '',
    show(j.typical.none.daysAsPublished.after),
    show(connected.daysAsPublished.after),
    show(p.after),
    show(days.floor),
    less(days.cut),
    verdict(days),
  ];
  return [six('acts'), six('documents'), six('counters'), six('visits'), published, six('days'), six('fields')];
}

const verdict = (x: Judged) => (x.verdict === 'not-set' ? `fewer than ${x.aim.from} before` : `−${x.aim.cut} %: ${{ aim: 'met', floor: 'at the floor', missed: '**missed**' }[x.verdict]}`);

/** What makes a floor, and what keeps a missed aim from being met; a note of the journey that explains a number stands with it. */
function reasons(all: Reductions, j: JourneyReductions): string[] {
  const lines = j.judged
    .filter((x) => x.stays.length > 0)
    .map((x) => {
      const what = x.aim.key === 'days' ? 'on the longest way' : 'what stays';
      const unit = (s: Staying) => (x.aim.key === 'days' ? ` ${s.amount} wd` : s.amount > 1 ? ` × ${s.amount}` : '');
      const why = j.notes.filter((n) => n.explains === x.aim.key).map((n) => ` ${n.en}`);
      return `- **${words[x.aim.key]}** ${x.verdict === 'floor' ? 'at the floor' : 'missed'} (${show(x.before)} → ${show(x.after)}); ${what}: ${x.stays.map((s) => `${s.name.en}${unit(s)} (${whose(all, s)})`).join('; ')}.${why.join('')}`;
    });
  return lines.length > 0 ? ['', ...lines] : [];
}

function whose(all: Reductions, s: Staying): string {
  const title = (id: string) => {
    const cited = all.citations.get(id);
    return cited ? `${cited.title.en}${cited.section ? ` ${cited.section}` : ''}` : id;
  };
  if (s.law) return `law: ${title(s.law)}`;
  return s.source ? title(s.source) : s.rule ? 'the rule itself' : 'illustrative';
}

const publicationTable = (list: readonly Publication[]): string[] =>
  table(
    ['place', 'year', 'what', 'published', 'source'],
    list.map((p) => [p.place.en, p.year ?? 'not stated', p.what.en, p.figures.map(figure).join(', '), `${p.source.title}${p.source.seen === 'copy' ? ' ²' : ''}`]),
  );

function figure(f: PublishedFigure): string {
  const bound = f.atLeast ? '≥ ' : '';
  if (f.cut !== undefined) return `${f.number} ${bound}−${f.cut} %`;
  if (f.after === undefined) return `${f.number} ${f.before} before`;
  return `${f.number} ${f.before} → ${f.atMost ? '≤ ' : ''}${f.after} (${less(100 * (1 - f.after / f.before!))})`;
}

const show = (n: Count): string => (Array.isArray(n) ? n.join('–') : String(n));
const less = (cut: number | null) => (cut === null ? '–' : cut === 0 ? '0 %' : `${cut > 0 ? '−' : '+'}${Math.abs(Math.round(cut * 10) / 10)} %`);
const walk = (n: Numbers['acts']) => `${show(n.before.oneAfterAnother)} → ${show(n.joined)} → ${show(n.after)}${n.illustrative ? ' °' : ''}`;
const pair = (j: JourneyReductions) => {
  const { before, after, illustrative } = j.typical.all.daysAsPublished;
  return `${show(before)} → ${show(after)}${illustrative ? ' °' : ''}`;
};
function standing(j: JourneyReductions): string {
  const set = j.judged.filter((x) => x.verdict !== 'not-set');
  const missed = set.filter((x) => x.verdict === 'missed').map((x) => words[x.aim.key]);
  return missed.length === 0 ? `${set.length} of ${set.length}` : `${set.length - missed.length} of ${set.length}; missed: ${missed.join(', ')}`;
}
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

const table = (head: Row, rows: readonly Row[]): string[] => [head, head.map(() => '---'), ...rows].map((r) => `| ${r.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |`);
