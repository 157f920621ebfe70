/** Documents of a step with their form; files open in their own safe page. */
import type { DeskDocument, DeskStep } from '../../app/desk';
import { evidenceName, say } from '../text';
import { Facts } from '../ui';
import type { Visit } from '../visit';
import { registerLabel } from './names';
import { isPicture } from './files';
import { stepHref } from './kept';

export const StepDocuments = ({ v, found }: { v: Visit; found: DeskStep }) => {
  const { t } = v;
  if (found.documents.length === 0) return <p class="muted">{t.desk.noDocuments}</p>;
  return <Facts rows={found.documents.map((d) => ({ label: evidenceName(t, v.law, d.evidence, d.subject), value: <DocumentForm v={v} found={found} d={d} /> }))} />;
};

const DocumentForm = ({ v, found, d }: { v: Visit; found: DeskStep; d: DeskDocument }) => {
  const { forms } = v.t.desk;
  if (d.given) return <>{forms.given(say(v.t, d.given.step), d.given.number)}</>;
  switch (d.form) {
    case 'file':
      if (d.check) return <>{v.t.attachments[d.check]}</>;
      return d.file ? (
        <>
          <FileLink v={v} found={found} file={d.file} first={found.documents.find((x) => x.file)?.file === d.file} />
          <span class="from">{forms.file(sizeOf(d.file.size))}</span>
        </>
      ) : (
        <span>{v.t.ui.unknown}</span>
      );
    case 'paper':
      return <>{forms.paper(d.copies)}</>;
    case 'register':
      return <>{forms.register(d.register ? say(v.t, registerLabel(v.law, d.register)) : '')}</>;
    case 'promise':
      return <>{forms.promise}</>;
  }
};

/** A picture opens in the viewer, beside the queue; anything else in the browser's own. */
const FileLink = ({ v, found, file, first }: { v: Visit; found: DeskStep; file: NonNullable<DeskDocument['file']>; first: boolean }) => {
  const picture = isPicture(file.type);
  const href = stepHref(v, found.open.state.number, found.step.filed.id, `${picture ? 'view' : 'files'}/${file.sha256}`);
  return (
    <a href={href} target={picture ? undefined : '_blank'} rel="noopener" data-key={first ? 'e' : undefined}>
      {picture && <img class="small-picture" src={stepHref(v, found.open.state.number, found.step.filed.id, `files/${file.sha256}/small`)} alt="" loading="lazy" />}
      {v.t.desk.openFile(file.name)}
    </a>
  );
};

export const sizeOf = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`);

/** Evidence the step may see of which nothing was handed over: alternatives, or really missing. Forms are the answers themselves, and what another step makes is not hers to bring. */
export const notHanded = (v: Visit, found: DeskStep): { about: string; name: string }[] => {
  const made = new Set([...found.open.state.steps.values()].flatMap((s) => s.filed.outputs.evidence));
  return found.step.filed.evidence
    .filter((e) => v.law.evidence.get(e.evidence)?.kind !== 'form' && !made.has(e.evidence) && !found.documents.some((d) => d.evidence === e.evidence && (d.subject === e.subject || d.given)))
    .map((e) => ({ about: `${e.evidence}@${e.subject}`, name: evidenceName(v.t, v.law, e.evidence, e.subject) }));
};
