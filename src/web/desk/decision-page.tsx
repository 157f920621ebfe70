/** The frame of a decision: what it is, what it sets going – said before the form – and the way back. */
import type { Child } from '../html/jsx-runtime';
import type { Consequences } from '../../app/consequences';
import type { DeskStep } from '../../app/desk';
import { labels, say } from '../text';
import { Button, ErrorSummary, type FormError, type ButtonKind } from '../ui';
import type { Visit } from '../visit';
import { StampFields } from './stamp-fields';
import type { Stamp } from './form';
import { stepHref } from './kept';
import { pathOf } from './paths';

export type Decision = { v: Visit; found: DeskStep; stamp: Stamp; errors: readonly FormError[]; phrases?: Child /** What comes ticked, by what it is about. */; tick?: readonly string[] };

export const errorAt = (errors: readonly FormError[], field: string): string | undefined => errors.find((e) => e.field === field)?.message;

export const DecisionPage = (p: Decision & { action: keyof typeof pathOf; title: string; lead?: Child; kind: ButtonKind; button: string; children?: Child }) => {
  const { t } = p.v;
  const { number } = p.found.open.state;
  const step = p.found.step.filed.id;
  return (
    <>
      <ErrorSummary t={t} errors={p.errors} />
      <h1 class="desk-title">{p.title}</h1>
      <p class="muted">{`${say(t, p.found.name)} · ${p.found.open.state.applicant.name} · ${number}`}</p>
      {p.lead}
      {p.phrases}
      <form method="post" action={stepHref(p.v, number, step, pathOf[p.action])} novalidate data-key="f">
        <StampFields stamp={p.stamp} />
        {p.children}
        <div class="row">
          <Button kind={p.kind} dataKey="z">
            {p.button}
          </Button>
          <a href={stepHref(p.v, number, step)} data-key="h">
            {t.desk.back}
          </a>
        </div>
      </form>
    </>
  );
};

export const ConsequenceList = ({ v, then, granting }: { v: Visit; then: Consequences | null; granting?: boolean }) => {
  const { t } = v;
  const { consequence } = t.desk;
  if (!then) return null;
  const lines = [
    then.moot.length > 0 && consequence.moot(labels(t, then.moot)),
    then.released.length > 0 && consequence.released(labels(t, then.released)),
    then.decided.length > 0 && consequence.decided(labels(t, then.decided)),
    then.moot.length + then.released.length + then.decided.length === 0 && consequence.none,
    !granting && then.goOn.length > 0 && consequence.goOn(labels(t, then.goOn)),
    then.closes && consequence.closes[then.closes],
    granting ? consequence.toldGrant : consequence.told,
  ].filter((x) => typeof x === 'string');
  return (
    <section class={`notice consequences ${granting ? 'plain' : 'warning'}`} aria-labelledby="consequences">
      <div>
        <h2 id="consequences" class="notice-title">
          {t.desk.consequences}
        </h2>
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
};

/** Ticked before a decision against the applicant. */
export const Understood = ({ v, errors, ticked }: { v: Visit; errors: readonly FormError[]; ticked: boolean }) => (
  <Tick id="understood" label={v.t.desk.understood} ticked={ticked} error={errorAt(errors, 'understood')} />
);

export const Tick = ({ id, label, ticked, error }: { id: string; label: string; ticked: boolean; error: string | undefined }) => (
  <div class={error ? 'field wrong' : 'field'}>
    {error && (
      <p class="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
    <div class="option">
      <input type="checkbox" id={id} name={id} value="yes" checked={ticked} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? `${id}-error` : undefined} />
      <label for={id}>{label}</label>
    </div>
  </div>
);
