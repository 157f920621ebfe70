/** The place by choice: county-level divisions, then towns with their villages and committees, folded. One button each, one form. */
import type { Division } from '../../core/catalogue';
import { say } from '../text';
import { Button, Disclosure } from '../ui';
import type { Visit } from '../visit';

export const Divisions = ({ v, back }: { v: Visit; back: string }) => {
  const { t, law } = v;
  const all = [...law.divisions.values()];
  const of = (kind: Division['kind'], under: string) => all.filter((d) => d.kind === kind && d.code.startsWith(under));
  const counties = all.filter((d) => d.kind === 'county');
  const choice = (d: Division) => (
    <li>
      <Button kind={d.code === v.division ? 'primary' : 'secondary'} small name="division" value={d.code}>
        {say(t, d.name)}
      </Button>
    </li>
  );
  return (
    <>
      <h1>{t.home.changePlace}</h1>
      <p class="lead">{t.home.placeNow(placeName(v))}</p>
      <form method="post" action="/settings">
        <input type="hidden" name="back" value={back} />
        <h2>{t.home.counties}</h2>
        <ul class="chips">{counties.map(choice)}</ul>
        {counties
          .filter((county) => of('town', county.code).length > 0)
          .map((county) => (
            <section>
              <h2>{t.home.townsOf(say(t, county.name))}</h2>
              {of('town', county.code).map((town) => (
                <Disclosure title={say(t, town.name)} open={v.division.startsWith(town.code)}>
                  <ul class="chips">{[town, ...all.filter((d) => d.code.length === 12 && d.code.startsWith(town.code))].map(choice)}</ul>
                </Disclosure>
              ))}
            </section>
          ))}
      </form>
    </>
  );
};

/** 渌口区朱亭镇高伏村: the chain from the county down. */
export function placeName(v: Visit, code = v.division): string {
  const chain = [6, 9, 12].filter((n) => n <= code.length).map((n) => v.law.divisions.get(code.slice(0, n)));
  const names = chain.flatMap((d) => (d ? [say(v.t, d.name)] : []));
  return v.t.lang === 'zh' ? names.join('') : names.reverse().join(', ');
}
