/** What the applicant settled beside the procedure: fee paid or not, how she gets the result, the time she chose. */
import type { DeskStep } from '../../app/desk';
import { paidState } from '../../core/case';
import { resultsOf } from '../../app/delivery';
import { appointmentsOf } from '../../app/slots';
import { say } from '../text';
import { Notice } from '../ui';
import { bookedAt } from '../shop/times';
import type { Visit } from '../visit';

export const Shop = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t, law } = v;
  const { state } = found.open;
  const { id } = found.step.filed;
  const paid = paidState(state, found.step);
  const result = resultsOf(v.product, state).find((r) => r.step === id && r.said);
  const place = law.halls.get(result?.chosen.place ?? '')?.name;
  const { post } = state.checkout;
  const way =
    result && [t.shop.ways[result.chosen.by], place && say(t, place), result.chosen.by === 'post' && post && `${post.name} ${post.phone} ${post.address}`].filter(Boolean).join(t.joins.comma);
  const lines = [
    ...(paid === 'free' ? [] : [t.shop.deskPaid[paid]]),
    ...(way ? [t.shop.deskWay(way)] : []),
    ...appointmentsOf(v.product, state).flatMap((a) => (a.booking?.steps.includes(id) ? [t.shop.deskTime(bookedAt(v, a.booking))] : [])),
  ];
  if (lines.length === 0) return null;
  return (
    <Notice tone={paid === 'due' ? 'warning' : 'plain'}>
      <ul>
        {lines.map((l) => (
          <li>{l}</li>
        ))}
      </ul>
    </Notice>
  );
};
