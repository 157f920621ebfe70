/** `#/f/ID/conflict`: what differs, side by side; nothing is filed before each has been decided. */
import { shown } from '../../../../app/case-view';
import type { Conflict } from '../../../../app/station/conflicts';
import { conceptName, evidenceName, say, stepName, type Text } from '../../../text';
import { Button } from '../../../ui/button';
import { RadioField } from '../../../ui/choice-field';
import { ErrorSummary } from '../../../ui/error-summary';
import type { Entry } from '../entry';
import { journeyOf, when } from '../names';
import { preparedFor } from '../rules';
import { lawFor, type Shown, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

const idOf = (c: Conflict): string => (c.kind === 'register' ? `register:${c.concept}` : c.kind === 'plan' ? 'plan' : `meanwhile:${c.number}`);

function page(w: World, e: Entry, undecided: readonly string[] = []): Shown {
  const { t } = w;
  return {
    title: t.station.conflictTitle,
    wrong: undecided.length > 0,
    body: (
      <>
        <Above w={w} e={e} />
        <ErrorSummary t={t} errors={undecided.map((field) => ({ field, message: t.station.decide }))} />
        <h1>{t.station.conflictTitle}</h1>
        <form data-post novalidate>
          {e.conflicts.map((c) => (
            <section class="way">{part(w, e, c, undecided.includes(idOf(c)) ? t.station.decide : undefined)}</section>
          ))}
          <p class="row">
            <Button kind="primary" name="do" value="settle">
              {t.station.settle}
            </Button>
          </p>
        </form>
      </>
    ),
  };
}

function part(w: World, e: Entry, c: Conflict, error: string | undefined) {
  const { t } = w;
  const law = lawFor(w, e);
  const id = idOf(c);
  const base = { t, id, name: id, error };
  switch (c.kind) {
    case 'register': {
      const words = (value: typeof c.typed) => say(t, shown(law, preparedFor(law, e), c.concept, value));
      const holder = law.registers.get(c.register)?.name;
      const colon = t.joins.colon;
      return (
        <div class="versus">
          <RadioField
            {...base}
            label={`${conceptName(t, law, c.concept)}${colon}${t.station.conflictRegister(holder ? say(t, holder) : c.register)}`}
            options={[
              { value: 'typed', label: `${t.station.typed}${colon}${words(c.typed)}`, hint: t.station.useTyped },
              { value: 'register', label: `${t.station.held}${colon}${words(c.held)}`, hint: `${c.asOf ? `${t.station.asOf(c.asOf.slice(0, 10))} · ` : ''}${t.station.useHeld}` },
            ]}
          />
        </div>
      );
    }
    case 'plan': {
      const more = c.ask.length > 0 || c.bring.length > 0;
      const piece = (key: string) => evidenceName(t, law, key.slice(0, key.indexOf('@')), key.slice(key.indexOf('@') + 1));
      return (
        <>
          <h2>{t.station.conflictPlan}</h2>
          <ul>
            {c.changed.map((x) => (
              <li>
                {stepName(t, law, journeyOf(e), x.step)} – {t.station.wasNow(stateName(t, x.was), stateName(t, x.now))}
              </li>
            ))}
            {c.ask.length > 0 && <li>{t.station.askMore(c.ask.length)}</li>}
            {c.bring.length > 0 && <li>{t.station.bringMore(c.bring.map(piece).join(t.joins.list))}</li>}
          </ul>
          {more ? (
            <p class="row">
              <Button name="do" value="complete">
                {t.station.goAnswer}
              </Button>
              {w.rules.catalogue !== c.catalogue && <span class="muted">{t.station.updateFirst}</span>}
            </p>
          ) : (
            <RadioField {...base} label={t.station.decide} options={[{ value: 'agree', label: t.station.agreePlan }]} />
          )}
        </>
      );
    }
    case 'meanwhile':
      return (
        <>
          <p>{t.station.meanwhileSays(c.number, when(t, law, c.submittedAt))}</p>
          <RadioField
            {...base}
            label={t.station.conflictMeanwhile}
            options={[
              { value: 'anyway', label: t.station.fileAnyway },
              { value: 'drop', label: t.station.dropIt },
            ]}
          />
        </>
      );
  }
}

const stateName = (t: Text, state: string | null): string => (state === null ? '–' : (t.station.states[state] ?? state));

export const conflictScreen: EntryScreen = {
  show: async ({ w, e }) => (e.state === 'conflict' ? page(w, e) : '#/'),
  post: async ({ w, e }, form, pressed) => {
    if (pressed.value === 'complete') {
      await w.shelf.put({ ...e, state: 'draft' });
      return `#/f/${e.id}/q`;
    }
    const undecided = e.conflicts.map(idOf).filter((id) => form.text(id) === '');
    if (undecided.length > 0) return page(w, e, undecided);
    if (e.conflicts.some((c) => form.text(idOf(c)) === 'drop')) return `#/f/${e.id}/remove`;
    const settled = { registers: { ...e.settled.registers }, plan: e.settled.plan, meanwhile: [...e.settled.meanwhile] };
    for (const c of e.conflicts) {
      if (c.kind === 'register') settled.registers[c.concept] = form.text(idOf(c)) as 'typed' | 'register';
      else if (c.kind === 'plan') settled.plan = c.catalogue;
      else settled.meanwhile.push(c.number);
    }
    await w.shelf.put({ ...e, state: 'ready', conflicts: [], settled });
    return '#/';
  },
};
