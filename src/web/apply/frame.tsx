/** What stands around every page of an application: the way back, where she is, and that everything is saved. */
import type { Child } from '../html/jsx-runtime';
import type { OpenDraft } from '../../app/draft';
import { moment } from '../text';
import { safeHref, Steps } from '../ui';
import { Icon } from '../ui';
import type { Visit } from '../visit';
import { JoinOffer } from './join';
import { draftHref } from './next';
import { basketName } from '../basket/asked';

/** `part` 0 questions, 1 documents, 2 check. */
export const Above = ({ v, draft, part, back, note }: { v: Visit; draft: OpenDraft; part: 0 | 1 | 2; back: string; note?: Child }) => (
  <div class="apply-head">
    <p class="apply-back">
      <a href={safeHref(back)}>
        <Icon name="back" />
        {v.t.ui.back}
      </a>
      <a class="muted" href={draftHref(draft, 'overview')}>
        {basketName(v, draft.body.basket)}
      </a>
    </p>
    <Steps t={v.t} steps={v.t.apply.parts} current={part} />
    {note && <p class="muted">{note}</p>}
    <Applicant v={v} draft={draft} />
    <JoinOffer v={v} draft={draft} other={new URLSearchParams(v.here.split('?')[1] ?? '').get('join') ?? undefined} />
  </div>
);

/** Whose it is, when somebody else fills it in. */
export const Applicant = ({ v: { t, law }, draft }: { v: Visit; draft: OpenDraft }) =>
  draft.actor.id === draft.person.id ? null : (
    <p class="note">
      <strong>{t.company.forCompany(draft.person.name)}</strong> {draft.until && draft.actor.capacity === 'agent' && t.handOn.acting(draft.person.name, moment(t, draft.until, law.city.zone))}
    </p>
  );

export const Foot = ({ v, draft }: { v: Visit; draft: OpenDraft }) => (
  <p class="note muted apply-foot">
    {v.t.apply.saved} <a href={draftHref(draft, 'overview')}>{v.t.apply.pause}</a>
  </p>
);
