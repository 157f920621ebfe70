import type { Html } from '../html/jsx-runtime';
import { ActionButton, Contents, writtenOnce } from '../ui';
import { labels, list, say } from '../text';
import type { Visit } from '../visit';
import { beforeOf } from '../before/figures';
import { BeforeSection } from '../before/section';
import { Background } from './background';
import { DocumentsSection } from './documents';
import { AddToList } from '../basket/add';
import { Figures } from './savings';
import { HereSection } from './here';
import { JoinsSection } from './joins';
import { NumbersSection } from './numbers';
import { ScenariosSection, scenarioTitle } from './scenarios';
import { ScheduleSection } from './schedule';
import type { Shown } from './shown';

/** Journeys that people put together are without number; they are written for the one who asks. */
const forAll = ({ v, journey, compiled }: Shown, part: string, write: () => Html) => (journey.id.includes('~') ? write() : writtenOnce(compiled, v.t, part, write));

export const JourneyPage = (s: Shown) => {
  const { v, journey } = s;
  const { t } = v;
  const parts = [
    { id: 'before', title: t.before.title },
    { id: 'joins', title: t.journey.joinsTitle },
    { id: 'when', title: t.journey.whenTitle },
    { id: 'documents', title: t.journey.documentsTitle },
    { id: 'here', title: t.journey.hereTitle },
    { id: 'numbers', title: t.journey.numbersTitle },
    { id: 'scenarios', title: t.journey.scenariosTitle },
    { id: 'sources', title: t.journey.sourcesTitle },
  ];
  return (
    <div class="guide">
      <header class="guide-head">
        <h1>{say(t, journey.name)}</h1>
        {journey.description && <p class="lead">{say(t, journey.description)}</p>}
        <Figures t={t} numbers={s.compiled.plan.numbers} />
        <p class="note">
          {t.journey.forScenario(scenarioTitle(s, s.scenario))} <a href="#scenarios">{t.journey.another}</a>
        </p>
      </header>
      <aside class="guide-side">
        <ActionButton kind="primary" action="/apply" fields={{ journey: journey.id }} icon="next">
          {t.journey.start}
        </ActionButton>
        <p class="note">{t.journey.startHint}</p>
        {!journey.id.includes('~') && <AddToList v={v} id={journey.id} name={say(t, journey.name)} told />}
        <Contents title={t.journey.contents} parts={parts} />
      </aside>
      <div class="guide-body">
        <BeforeSection v={v} basket={{ journey: journey.id }} before={beforeOf(v, s.compiled)} scenario={s.scenario} />
        {forAll(s, 'joins', () => (
          <>
            <JoinsSection {...s} />
            <ScheduleSection {...s} />
            <DocumentsSection {...s} />
          </>
        ))}
        <HereSection {...s} />
        {forAll(s, 'numbers', () => (
          <>
            <NumbersSection {...s} />
            <ScenariosSection {...s} />
            <Background {...s} />
          </>
        ))}
        {t.lang === 'zh' && journey.aliases && <p class="muted">{t.journey.also(list(t, journey.aliases))}</p>}
      </div>
    </div>
  );
};

export const authorityNames = (v: Visit, ids: readonly string[]): string =>
  labels(
    v.t,
    [...new Set(ids)].flatMap((id) => v.law.authorities.get(id)?.name ?? []),
  );
