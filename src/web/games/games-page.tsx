/** One edition of the Games: what the page says, who may enter, the groups, how to enter, and the samples the decision rests on. */
import type { Games } from '../../core/games';
import { day, labels, say } from '../text';
import { Facts, Illustrative, LinkButton, Notice, Table, to } from '../ui';
import type { Visit } from '../visit';
import { FactLink } from '../source-page/fact-link';

type Props = { v: Visit; games: Games };

export const GamesPage = ({ v, games }: Props) => {
  const { t } = v;
  const words = t.games;
  return (
    <>
      <h1>
        {say(t, games.name)} <FactLink v={v} fact={games.source} />
      </h1>
      <p class="lead">
        {words.entrants(games.entrants.count.toLocaleString('en'))} <FactLink v={v} fact={games.entrants.source} />
      </p>
      <p>{words.lead}</p>
      <p class="actions">
        <LinkButton href={to('/journeys', games.entry.journey)} kind="primary">
          {words.enter}
        </LinkButton>{' '}
        <LinkButton href="/games/entries">{words.entries}</LinkButton>
      </p>
      <section aria-labelledby="may-enter">
        <h2 id="may-enter">{words.mayEnter}</h2>
        <p>{words.oneIsEnough}</p>
        <Said v={v} lines={games.mayEnter.filter((m) => m.decidedBy !== undefined)} />
        <Said v={v} lines={games.mayEnter.filter((m) => m.decidedBy === undefined)} />
      </section>
      <section aria-labelledby="how">
        <h2 id="how">
          {words.how} <Illustrative t={t} />
        </h2>
        <ol>
          {words.steps.map((s) => (
            <li>{s}</li>
          ))}
        </ol>
      </section>
      <Groups v={v} games={games} />
      <Samples v={v} games={games} />
      <section aria-labelledby="on-page">
        <h2 id="on-page">{words.onPage}</h2>
        <p>
          {words.edition(String(games.edition.number))} <FactLink v={v} fact={games.edition.source} />
        </p>
        <Said v={v} lines={games.facts} />
        <Facts rows={[{ label: words.speakers, value: <Speakers v={v} games={games} /> }]} />
      </section>
    </>
  );
};

const Said = ({ v, lines }: { v: Visit; lines: readonly Games['facts'][number][] }) => (
  <ul>
    {lines.map((line) => (
      <li>
        {say(v.t, line)} <FactLink v={v} fact={line.source} />
      </li>
    ))}
  </ul>
);

const Groups = ({ v, games }: Props) => {
  const { t } = v;
  const words = t.games;
  const named = (list: Games['ageGroups']) =>
    list.map((g, i) => (
      <>
        {i > 0 && t.joins.list}
        {say(t, g.name)} <FactLink v={v} fact={g.source} />
      </>
    ));
  const groupName = (id: string) => {
    const group = games.unitGroups.find((g) => g.id === id);
    return group ? say(t, group.name) : id;
  };
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{words.groups}</h2>
      <Facts
        rows={[
          { label: words.byAge, value: <>{named(games.ageGroups)}</> },
          { label: words.byUnit, value: <>{named(games.unitGroups)}</> },
        ]}
      />
      <Table
        id="may-field"
        caption={words.mayField}
        columns={[{ label: words.unit }, { label: words.group }]}
        rows={games.mayField.map((u) => [
          <>
            {say(t, u.name)} <FactLink v={v} fact={u.source} />
          </>,
          <>
            {groupName(u.group)} {u.illustrative && <Illustrative t={t} />}
          </>,
        ])}
      />
    </section>
  );
};

const Samples = ({ v: { t }, games: { samples } }: Props) => {
  const words = t.games;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples">
        {words.samples} <Illustrative t={t} />
      </h2>
      <Notice>
        <p>{words.samplesLead}</p>
        <ul>
          {[words.referenceDay(day(t, samples.referenceDay)), words.adultAge(samples.adultAge), words.team(samples.teamMin, samples.teamMax), words.openGroup].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Notice>
    </section>
  );
};

const Speakers = ({ v, games }: Props) => (
  <>
    {labels(
      v.t,
      games.speakers.map((s) => s.name),
    )}{' '}
    {games.speakers.map((s) => (
      <FactLink v={v} fact={s.source} />
    ))}
  </>
);
