/** One document: whose, how many, who needs it, and the ways to hand it over. */
import { pieceId } from '../../app/documents';
import type { OpenDraft } from '../../app/draft';
import type { FileCheck } from '../../app/ports/store';
import type { Piece, PlanStep } from '../../core/journey';
import { evidenceName, list, say, stepName } from '../text';
import { Button, Icon, Tag } from '../ui';
import type { Visit } from '../visit';
import { journeyOf } from './about';
import { draftHref } from './next';

/** Id of the control an error leads to, and of the card to come back to. */
export const fieldOf = (piece: string): string => `piece-${piece.replace(/[^\w.-]/g, '-')}`;

type Props = { v: Visit; draft: OpenDraft; piece: Piece; steps: readonly PlanStep[]; error: string | undefined; level: 2 | 3; checks: ReadonlyMap<string, FileCheck> };

export const PieceCard = (p: Props) => {
  const { v, draft, piece } = p;
  const { t, law } = v;
  const id = pieceId(piece);
  const name = evidenceName(t, law, piece.evidence, piece.subject);
  const hint = law.evidence.get(piece.evidence)?.hint;
  const Heading = `h${p.level}` as 'h2';
  const handed = draft.body.documents.find((d) => pieceId(d) === id);
  const check = handed?.file && p.checks.get(handed.file.sha256);
  const services = [...new Set(piece.neededBy.map((step) => stepName(t, law, journeyOf(draft), step)))];
  return (
    <li class={`card piece${p.error ? ' wrong' : ''}`} id={handed ? fieldOf(id) : undefined}>
      <Heading class="card-title">
        {name} {piece.copies > 1 && <Tag>{t.apply.copies(piece.copies)}</Tag>} {piece.form === 'paper' && <Tag tone="warning">{t.apply.paperOnly}</Tag>}
      </Heading>
      <p class="muted">
        {hint && `${say(t, hint)}${t.lang === 'zh' ? '。' : '. '}`}
        {t.apply.whichServices(list(t, services))}
      </p>
      {handed ? (
        <div class="handed">
          <p>
            <span class="handed-mark">
              <Icon name="done" />
            </span>
            {handed.file ? t.apply.handedFile(handed.file.name, size(handed.file.size)) : t.apply.handedPaper}
            {handed.form === 'paper' && <Where {...p} />}
            {check && <span class="from">{check === 'held' ? t.attachments.heldMine : t.attachments.harmfulMine}</span>}
          </p>
          <Form {...p} multipart={false}>
            <Button small name="do" value="remove" label={t.apply.removeWhat(name)}>
              {handed.file ? t.apply.remove : t.apply.undo}
            </Button>
          </Form>
        </div>
      ) : (
        <Ways {...p} name={name} />
      )}
    </li>
  );
};

const Ways = (p: Props & { name: string }) => {
  const { v, piece } = p;
  const { t, law } = v;
  const id = fieldOf(pieceId(piece));
  return (
    <>
      <div class="ways">
        {piece.form !== 'paper' && (
          <Form {...p} multipart>
            <label class="label" for={id}>
              {t.apply.upload}
              <span class="visually-hidden"> {p.name}</span>
            </label>
            {p.error && (
              <p class="field-error" id={`${id}-error`}>
                <span class="visually-hidden">{t.ui.error}</span>
                {p.error}
              </p>
            )}
            <div class="upload">
              <input class="input file" type="file" id={id} name="file" accept="image/jpeg,image/png,application/pdf" aria-describedby={p.error ? `file-hint ${id}-error` : 'file-hint'} />
              <Button>{t.apply.uploadButton}</Button>
            </div>
          </Form>
        )}
        {piece.form !== 'paper' && <Camera {...p} />}
        <Form {...p} multipart={false} id={piece.form === 'paper' ? id : undefined}>
          <Button kind={piece.form === 'paper' ? 'primary' : 'secondary'} name="do" value="paper">
            {t.apply.toCounter}
            <span class="visually-hidden"> {p.name}</span>
          </Button>
        </Form>
        {piece.alternatives.map((l) => (
          <Form {...p} multipart={false}>
            <Button name="instead" value={l.join()}>
              {t.apply.instead(l.map((e) => evidenceName(t, law, e, piece.subject)).join(t.apply.and))}
            </Button>
          </Form>
        ))}
      </div>
      <p class="note muted">
        <Where {...p} />
      </p>
    </>
  );
};

/** Straight to the camera, on devices that are touched: the other box opens the files. */
const Camera = (p: Props & { name: string }) => {
  const { t } = p.v;
  const id = `${fieldOf(pieceId(p.piece))}-camera`;
  return (
    <div class="camera">
      <Form {...p} multipart>
        <label class="label" for={id}>
          {t.apply.photo}
          <span class="visually-hidden"> {p.name}</span>
        </label>
        <div class="upload">
          <input class="input file" type="file" id={id} name="file" accept="image/*" capture="environment" aria-describedby="file-hint" />
          <Button>{t.apply.uploadButton}</Button>
        </div>
      </Form>
    </div>
  );
};

const Form = ({ draft, piece, multipart, id, v, children }: Props & { multipart: boolean; id?: string | undefined; children?: unknown }) => (
  <form
    method="post"
    action={draftHref(draft, 'documents', { piece: pieceId(piece) })}
    enctype={multipart ? 'multipart/form-data' : undefined}
    id={id}
    data-upload={multipart ? v.t.apply.uploading : undefined}
    data-too-large={multipart ? v.t.apply.fileProblems['too-large'] : undefined}
  >
    <input type="hidden" name="version" value={String(draft.version)} />
    <input type="hidden" name="piece" value={pieceId(piece)} />
    {children as string}
  </form>
);

/** Names of the halls whose counters take it. */
export function hallsFor({ t, law }: Visit, piece: Piece, steps: readonly PlanStep[]): string[] {
  const counters = steps.filter((s) => piece.neededBy.includes(s.id)).flatMap((s) => law.services.get(s.service)?.filing?.counter ?? []);
  return [...new Set(counters.flatMap((c) => law.counters.get(c)?.hall ?? []))].flatMap((h) => law.halls.get(h) ?? []).map((h) => say(t, h.name));
}

const Where = ({ v, piece, steps }: Props) => {
  const halls = hallsFor(v, piece, steps);
  return halls.length > 0 ? <span class="from">{v.t.apply.toCounterAt(list(v.t, halls))}</span> : null;
};

const size = (bytes: number): string => (bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`);
