/** On a shared computer every page says how long it waits and has the way out; without JavaScript the page leaves by itself. */
import type { Visit } from '../visit';
import { Button } from './button';

export const sharedSeconds = 300;

export const LeavesAfter = () => (
  <noscript>
    <meta http-equiv="refresh" content={`${sharedSeconds};url=/shared/end`} />
  </noscript>
);

export const SharedStrip = ({ v: { t } }: { v: Visit }) => (
  <form class="strip shared-strip no-print" method="post" action="/shared/end" data-shared={`${sharedSeconds}`} data-soon={t.shared.soon(60)}>
    <span role="status" data-says>
      {t.shared.strip}
    </span>{' '}
    <Button small>{t.shared.leave}</Button>
  </form>
);
