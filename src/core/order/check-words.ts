/** The words of one order: divisions, kinds of work and of venue that exist, each said once, and an issuer competent for the place. */
import { finding, type Finding, type InForce } from '../catalogue';
import { nearest } from '../rules';
import { lies } from './area';
import type { VenueClosure } from './declare/venue-closure';
import type { Draft } from './draft';
import { lineage, venueKindOf, venueKinds, workOf, works } from './words';

const ids = (words: readonly { id: string }[]) => words.map((w) => w.id);
const perhaps = (word: string, known: string[]) => {
  const near = nearest(word, known);
  return near ? { zh: `；是不是 ${near}？`, en: `; did you mean ${near}?` } : { zh: `；有 ${known.join('、')}`, en: `; there are ${known.join(', ')}` };
};

export function checkWords(draft: Draft, law: InForce): Finding[] {
  const { declared, at } = draft;
  const out: Finding[] = [];
  if (!law.divisions.has(declared.area)) out.push(finding('YJ763', at('area'), `没有区划 ${declared.area}；查 divisions.yaml`, `there is no division ${declared.area}; look in divisions.yaml`));
  else if (lies(declared.area, declared.issuer.area) !== 'same' && lies(declared.area, declared.issuer.area) !== 'inside')
    out.push(
      finding(
        'YJ762',
        at('issuer', 'area'),
        `发布机关管不到 ${declared.area}；改正 area 或发布机关的区划`,
        `the issuer has no authority over ${declared.area}; correct the area or the issuer's division`,
      ),
    );
  twice(
    declared.clauses.map((c) => c.id),
    (i) => at('clauses', i, 'id'),
    out,
  );
  declared.clauses.forEach((c, i) => {
    if (c.kind === 'stay-home') {
      c.exempt.forEach((e, k) => {
        const hint = perhaps(e.work, ids(works));
        if (workOf(e.work)?.id !== e.work) out.push(finding('YJ764', at('clauses', i, 'exempt', k, 'work'), `没有工作种类“${e.work}”${hint.zh}`, `there is no kind of work "${e.work}"${hint.en}`));
      });
      twice(
        c.exempt.map((e) => e.work),
        (k) => at('clauses', i, 'exempt', k, 'work'),
        out,
      );
    }
    if (c.kind === 'venue-closure') checkVenues(draft, c, i, out);
    if (c.kind === 'leave-area' && !c.unless.reason)
      out.push(finding('YJ780', at('clauses', i, 'unless', 'reason'), '“确需离开”要有理由；写 reason: true', 'whoever must leave has a reason; write reason: true'));
  });
  (declared.readings ?? []).forEach((r, i) => {
    if (!declared.clauses.some((c) => c.id === r.clause))
      out.push(
        finding(
          'YJ778',
          at('readings', i, 'clause'),
          `这个公共令没有条款“${r.clause}”；有 ${declared.clauses.map((c) => c.id).join('、')}`,
          `this order has no clause "${r.clause}"; it has ${declared.clauses.map((c) => c.id).join(', ')}`,
        ),
      );
  });
  return out;
}

const openEnd = /^(others?|etc|and-others|other-.*|crowd.*|gathering.*|places-where-people-gather)$/;

function checkVenues({ at }: Draft, c: VenueClosure, i: number, out: Finding[]): void {
  c.closed.forEach((x, k) => {
    const place = at('clauses', i, 'closed', k, 'venue');
    if (openEnd.test(x.venue))
      out.push(finding('YJ768', place, `“${x.venue}”不是一种场所，是没有列完的“等”；写进 others`, `"${x.venue}" is no kind of venue but the open end of the list; write it under "others"`));
    else unknownVenue(x.venue, place, out);
  });
  twice(
    c.closed.map((x) => `${x.venue} ${JSON.stringify(x.when ?? {})}`),
    (k) => at('clauses', i, 'closed', k, 'venue'),
    out,
  );
  c.others?.notMeant?.venues.forEach((id, k) => {
    const place = at('clauses', i, 'others', 'notMeant', 'venues', k);
    const kind = venueKindOf(id);
    unknownVenue(id, place, out);
    if (kind && c.closed.some((x) => lineage(kind).includes(x.venue)))
      out.push(finding('YJ768', place, `“${id}”已列为关闭，不能又说不在其内；删去一处`, `"${id}" is on the closed list and cannot be outside it as well; remove one`));
  });
}

function unknownVenue(id: string, place: ReturnType<Draft['at']>, out: Finding[]): void {
  const hint = perhaps(id, ids(venueKinds));
  if (venueKindOf(id)?.id !== id) out.push(finding('YJ767', place, `没有场所种类“${id}”${hint.zh}`, `there is no kind of venue "${id}"${hint.en}`));
}

function twice(values: string[], place: (i: number) => ReturnType<Draft['at']>, out: Finding[]): void {
  values.forEach((x, i) => {
    if (values.indexOf(x) < i) out.push(finding('YJ765', place(i), `“${x.split(' ')[0]}”写了两次；留下一处`, `"${x.split(' ')[0]}" is said twice; keep one`));
  });
}
