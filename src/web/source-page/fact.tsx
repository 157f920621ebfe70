/** One fact: what is printed, what we say of it, how strong and by whom, what is doubtful, and what carries it. */
import type { Carrier } from '../../app/source';
import type { Fact } from '../../core/source';
import { useOf } from '../../core/source';
import { say } from '../text';
import type { Visit } from '../visit';
import { useHref } from './use-link';

export const FactItem = ({ v: { t }, fact, carriers }: { v: Visit; fact: Fact; carriers: readonly Carrier[] }) => (
  <li id={fact.id}>
    <p>
      <b>{fact.printed}</b>
      {fact.wording === 'ours' && <span class="muted"> {t.newspaper.ours}</span>} {say(t, fact.says)}
    </p>
    {fact.doubt && (
      <p class="doubt">
        <b>{t.newspaper.doubt}</b>
        {t.newspaper.colon}
        {say(t, fact.doubt)}
      </p>
    )}
    <p class="muted">
      {fact.id}
      {fact.strength && ` · ${t.newspaper.strength}${t.newspaper.colon}${t.govern.strengths[fact.strength]}`}
      {fact.speaker && ` · ${t.newspaper.speaker}${t.newspaper.colon}${say(t, fact.speaker)}`}
      {' · '}
      {fact.notModelled ? t.newspaper.because(say(t, fact.notModelled)) : <Carriers v={{ t }} carriers={carriers} />}
    </p>
  </li>
);

const Carriers = ({ v: { t }, carriers }: { v: Pick<Visit, 't'>; carriers: readonly Carrier[] }) => (
  <>
    {t.newspaper.carriedBy}
    {t.newspaper.colon}
    {carriers.map((c, i) => (
      <>
        {i > 0 && t.joins.list}
        {c.there ? <a href={useHref(c.use)}>{titleOf(t, c)}</a> : t.newspaper.notYet(titleOf(t, c))}
      </>
    ))}
  </>
);

/** 目标：地区生产总值 */
const titleOf = (t: Visit['t'], c: Carrier): string => {
  const kind = useOf(c.use)?.kind;
  return kind === undefined || kind === 'divisions' ? say(t, c.name) : `${t.newspaper.kinds[kind]}${t.newspaper.colon}${say(t, c.name)}`;
};
