/** Texts used again: offered on the pages of decisions as links that fill them in, and kept on a page of their own. */
import type { DeskText } from '../../app/ports/desk-store';
import { Disclosure, to } from '../ui';
import type { Visit } from '../visit';

/** The field of the decision's page into which a phrase goes. */
export const phraseField: { [use in DeskText['use']]: string } = { refuse: 'reason-0', 'not-accept': 'reason', supplement: 'other-0', transfer: 'reason' };

export const Phrases = ({ v, texts, href }: { v: Visit; texts: readonly DeskText[]; href: string }) => (
  <Disclosure title={v.t.staff.textFill}>
    <ul>
      {texts.map((x) => (
        <li>
          <a href={to(href, undefined, { text: x.id })}>{x.title}</a> <span class="muted">{x.says}</span>
        </li>
      ))}
    </ul>
  </Disclosure>
);
