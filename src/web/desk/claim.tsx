/** Taking a step and putting it back: tells colleagues who is at it, nothing more. */
import type { Clerk } from '../../app/ports/identity';
import { ActionButton } from '../ui';
import type { Visit } from '../visit';
import { queryOf } from './filters';
import { askedHere } from './kept';
import { nameOf } from './names';
import { deskPath } from './paths';

type Claimed = { number: string; step: string; claimedBy: string | null };

/** `back`: where she stands when it is done. */
export const Claim = ({ v, clerk, item, back, standIns }: { v: Visit; clerk: Clerk; item: Claimed; back: 'queue' | 'step'; standIns: readonly string[] }) => {
  const { t } = v;
  const asked = Object.entries(queryOf(askedHere(v))).filter((e): e is [string, string] => e[1] !== undefined);
  const fields = { from: back, ...Object.fromEntries(asked) };
  const action = deskPath(item.number, item.step, 'claim');
  if (item.claimedBy === null || standIns.includes(item.claimedBy))
    return (
      <ActionButton action={action} fields={{ ...fields, take: 'yes' }} small dataKey="c" does="press" label={t.desk.takeWhat(item.number)}>
        {item.claimedBy === null ? t.desk.take : `${t.desk.take}（${nameOf(v, item.claimedBy)}）`}
      </ActionButton>
    );
  if (item.claimedBy !== clerk.id) return <>{nameOf(v, item.claimedBy)}</>;
  return (
    <span class="claimed">
      {t.desk.mine}
      <ActionButton kind="plain" dataKey="c" does="press" action={action} fields={{ ...fields, take: 'no' }} label={t.desk.layDownWhat(item.number)}>
        {t.desk.layDown}
      </ActionButton>
    </span>
  );
};
