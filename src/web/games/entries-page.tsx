/** Entries being checked: names partly covered, no numbers. */
import type { Entry } from '../../app/games';
import type { Games } from '../../core/games';
import { moment } from '../text';
import { LinkButton, Pagination, Table, to } from '../ui';
import type { Visit } from '../visit';

export const EntriesPage = ({ v: { t }, games, entries, next }: { v: Visit; games: Games; entries: readonly Entry[]; next: string | null }) => {
  const words = t.games;
  return (
    <>
      <h1>{words.entriesTitle}</h1>
      <p class="lead">{words.entriesLead}</p>
      {entries.length === 0 ? (
        <p>{words.noEntries}</p>
      ) : (
        <Table
          id="entries"
          caption={words.entriesTitle}
          hideCaption
          columns={[{ label: words.name }, { label: words.kind }, { label: words.submitted }]}
          rows={entries.map((e) => [e.name, words.kinds[e.kind], moment(t, e.submittedAt)])}
        />
      )}
      {next && <Pagination t={t} next={to('/games/entries', undefined, { after: next })} />}
      <LinkButton href={to('/journeys', games.entry.journey)} kind="primary">
        {words.enter}
      </LinkButton>
    </>
  );
};
