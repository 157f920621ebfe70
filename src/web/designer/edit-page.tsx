/** One file of the city folder: its text, what is wrong with it, how it differs from the version in use, and what it does to every journey. */
import { diffLines } from 'diff';
import type { Effect } from '../../app/catalogue/edits';
import type { Finding } from '../../core/catalogue';
import type { Numbers } from '../../core/journey';
import { count, say } from '../text';
import { Button, ErrorSummary, Notice, Table, TextField, to } from '../ui';
import type { Visit } from '../visit';

export type EditForm = { id: string | null; file: string; body: string; note: string; version: number };
export type Checked = { findings: Finding[]; effects: Effect[] };

export const editHref = (file: string, id?: string) => to('/designer/edit', undefined, { file, ...(id && { id }) });

export const EditPage = ({ v, form, published, checked, error }: { v: Visit; form: EditForm; published: string; checked: Checked | null; error?: string | undefined }) => {
  const { t } = v;
  return (
    <>
      <ErrorSummary t={t} errors={error ? [{ field: 'body', message: error }] : []} />
      <h1>{form.file}</h1>
      <form method="post" action="/designer/edit">
        <input type="hidden" name="file" value={form.file} />
        <input type="hidden" name="id" value={form.id ?? ''} />
        <input type="hidden" name="version" value={`${form.version}`} />
        <div class="field">
          <label class="label" for="body">
            {t.editor.text}
          </label>
          <textarea
            class="input code"
            id="body"
            name="body"
            rows={Math.min(40, Math.max(16, form.body.split('\n').length + 2))}
            spellcheck={false}
            data-check="/designer/check"
            data-file={form.file}
            wrap="off"
          >
            {form.body}
          </textarea>
        </div>
        <div id="checked" aria-live="polite">
          {checked && <Findings v={v} file={form.file} findings={checked.findings} />}
        </div>
        <TextField t={t} id="note" name="note" label={t.editor.note} hint={t.editor.noteHint} lines={2} maxlength={500} value={form.note} optional />
        <p class="row">
          <Button kind="primary" name="do" value="check">
            {t.editor.check}
          </Button>
          <Button name="do" value="save">
            {t.editor.save}
          </Button>
          <Button name="do" value="propose">
            {t.editor.propose}
          </Button>
        </p>
        <p class="note muted">{t.editor.proposeSays}</p>
      </form>
      <h2>{t.editor.diff}</h2>
      <Difference v={v} before={published} after={form.body} />
      {checked && checked.findings.length === 0 && <Effects v={v} effects={checked.effects} />}
    </>
  );
};

export const Findings = ({ v: { t }, file, findings }: { v: Visit; file: string; findings: readonly Finding[] }) =>
  findings.length === 0 ? (
    <Notice tone="good">
      <p>{t.editor.noFindings}</p>
    </Notice>
  ) : (
    <Notice tone="warning" title={t.editor.findings}>
      <ul>
        {findings.slice(0, 50).map((f) => (
          <li>
            <strong>{f.file === file ? t.editor.at(f.line, f.column) : t.editor.elsewhere(f.file, f.line)}</strong> {f.message[t.lang]} <span class="muted">{f.code}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );

/** Lines that went and came, with a little around them. */
export const Difference = ({ v: { t }, before, after }: { v: Visit; before: string; after: string }) => {
  if (before === after) return <p>{t.editor.same}</p>;
  return (
    <pre class="diff">
      {diffLines(before, after).map((part) => {
        const lines = part.value.replace(/\n$/, '').split('\n');
        const shown = part.added || part.removed || lines.length <= 6 ? lines : [...lines.slice(0, 3), '⋯', ...lines.slice(-3)];
        const mark = part.added ? '+ ' : part.removed ? '− ' : '  ';
        const text = shown.map((l) => `${mark}${l}\n`).join('');
        return part.added ? <ins>{text}</ins> : part.removed ? <del>{text}</del> : <span>{text}</span>;
      })}
    </pre>
  );
};

const keys = ['acts', 'documents', 'fields', 'days', 'visits', 'counters'] as const;

export const Effects = ({ v, effects }: { v: Visit; effects: readonly Effect[] }) => {
  const { t } = v;
  // Both sides, so that a change that only the way before feels, or only the clocks, is not called none.
  const shown = (n: Numbers, key: (typeof keys)[number] | 'daysAsPublished') => {
    const before = key === 'daysAsPublished' ? n.daysAsPublished.before : n[key].before.oneAfterAnother;
    return `${count(before)} → ${count(n[key].after)}`;
  };
  const rows = effects.flatMap((e) => {
    const name = say(t, v.law.journeys.get(e.journey)?.name ?? { zh: e.journey, en: e.journey });
    if (!e.before || !e.after) return [[name, e.before ? t.editor.gone : t.editor.new, '', '']];
    const [now, then] = [e.before, e.after];
    return ([...keys, 'daysAsPublished'] as const).filter((k) => shown(now, k) !== shown(then, k)).map((k) => [name, t.editor.whats[k], shown(now, k), shown(then, k)]);
  });
  const { effectColumns: c } = t.editor;
  return (
    <>
      <h2>{t.editor.effects}</h2>
      {rows.length === 0 ? (
        <p>{t.editor.noEffects}</p>
      ) : (
        <Table
          id="effects"
          caption={t.editor.effects}
          hideCaption
          columns={[{ label: c.journey }, { label: c.what }, { label: c.before, number: true }, { label: c.after, number: true }]}
          rows={rows}
        />
      )}
    </>
  );
};
