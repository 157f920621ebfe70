/** Texts used again: offered on the pages of decisions as links that fill them in, and kept on a page of their own. */
import type { DeskText } from '../../app/ports/desk-store';
import { Disclosure, safeHref } from '../ui';
import type { Visit } from '../visit';

/** The field of the decision's page into which a phrase goes. */
export const phraseField: { [use in DeskText['use']]: string } = { refuse: 'reason-0', 'not-accept': 'reason', supplement: 'other-0', transfer: 'reason', pause: 'reason', extend: 'reason' };

export const Phrases = ({ v, texts, href }: { v: Visit; texts: readonly DeskText[]; href: string }) => (
  <Disclosure title={v.t.staff.textFill} open>
    <ul>
      {texts.map((x, i) => (
        <li>
          <a href={withText(href, x.id)} data-says={x.says} data-into={phraseField[x.use]} data-key={i < 9 ? `${i + 1}` : undefined}>
            {x.title}
          </a>{' '}
          <span class="muted">{x.says}</span>
        </li>
      ))}
    </ul>
  </Disclosure>
);

const withText = (href: string, id: string): string => safeHref(`${href}${href.includes('?') ? '&' : '?'}text=${encodeURIComponent(id)}`);
