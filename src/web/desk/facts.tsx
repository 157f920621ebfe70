/** What a step may see: each fact with where it comes from, by subject; lists as tables. */
import { conceptLabel, type Fact } from '../../app/case-view';
import type { Provenance, Row, StepState } from '../../core/case';
import { lawOfCase, preparedCase, shown, stepName } from '../../app/case-view';
import type { DeskStep } from '../../app/desk';
import { say, type Text } from '../text';
import { SummaryList, Table } from '../ui';
import type { Visit } from '../visit';
import { registerLabel } from './names';

export const StepFacts = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  if (found.facts.length === 0) return <p class="muted">{t.desk.noFacts}</p>;
  const subjects = [...new Set(found.facts.map(subjectOf))];
  return (
    <>
      {subjects.map((subject) => {
        const facts = found.facts.filter((f) => subjectOf(f) === subject);
        const label = facts[0]!.subject;
        return (
          <section>
            {label && <h3>{say(t, label)}</h3>}
            <SummaryList
              t={t}
              rows={facts.filter((f) => !Array.isArray(f.value)).map((f) => ({ label: say(t, f.label), name: say(t, f.label), value: say(t, f.shown), from: sourceOf(v, found, f.provenance) }))}
            />
            {facts
              .filter((f) => Array.isArray(f.value))
              .map((f) => (
                <FactRows v={v} found={found} fact={f} />
              ))}
          </section>
        );
      })}
    </>
  );
};

const subjectOf = (f: Fact) => f.concept.slice(0, Math.max(0, f.concept.indexOf('.'))) || f.concept;

const FactRows = ({ v, found, fact }: { v: Visit; found: DeskStep; fact: Fact }) => {
  const { t } = v;
  const rows = fact.value as Row[];
  const law = lawOfCase(v.product, found.open.state);
  const prepared = preparedCase(law, found.open.state);
  const columns = [...new Set(rows.flatMap((r) => Object.keys(r)))];
  const concept = (column: string) => `${fact.concept}.${column}`;
  return (
    <Table
      id={`rows-${fact.concept}`}
      caption={`${say(t, fact.label)} · ${sourceOf(v, found, fact.provenance)}`}
      columns={columns.map((c) => ({ label: say(t, conceptLabel(prepared, concept(c)).label) }))}
      rows={rows.map((r) => columns.map((c) => say(t, shown(law, prepared, concept(c), r[c] ?? null))))}
    />
  );
};

export function sourceOf(v: Visit, { open: { state } }: DeskStep, p: Provenance | null): string {
  const words: Text['desk']['from'] = v.t.desk.from;
  if (p === null) return words.none;
  switch (p.from) {
    case 'applicant':
      return words.applicant;
    case 'sign-in':
      return words.signIn;
    case 'earlier-case':
      return words.earlier;
    case 'register':
      return words.register(p.register ? say(v.t, registerLabel(v.law, p.register)) : '', p.asOf?.slice(0, 10) ?? null);
    case 'step': {
      const step: StepState | undefined = p.step === undefined ? undefined : state.steps.get(p.step);
      return words.step(step ? say(v.t, stepName(lawOfCase(v.product, state), step)) : (p.step ?? ''));
    }
  }
}
