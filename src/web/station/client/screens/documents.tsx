/** `#/f/ID/documents`: every piece once, by photo, scan, or on paper later. */
import type { Piece } from '../../../../core/journey';
import { evidenceName } from '../../../text';
import { Button, LinkButton } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import type { Document, Entry } from '../entry';
import { shelved } from '../photo';
import { compiled } from '../rules';
import { dayFor, lawFor, type Shown, type World } from '../world';
import { Above, type EntryScreen } from './at-entry';

const keyOf = (p: { evidence: string; subject: string }) => `${p.evidence}@${p.subject}`;

function page(w: World, e: Entry, error: { field: string; message: string } | null = null): Shown {
  const { t } = w;
  const law = lawFor(w, e);
  const { documents } = compiled(law, e, dayFor(w, e)).plan;
  const have = new Map(e.documents.map((d) => [keyOf(d), d]));
  const missing = documents.pieces.filter((p) => !have.has(keyOf(p))).length;
  return {
    title: t.station.documentsTitle,
    wrong: error !== null,
    body: (
      <>
        <Above w={w} e={e} back={`#/f/${e.id}/q`} />
        <ErrorSummary t={t} errors={error ? [error] : []} />
        <h1>{t.station.documentsTitle}</h1>
        <p class="lead">{t.station.documentsLead}</p>
        {[...documents.pieces.map((p) => ({ p, optional: false })), ...documents.optional.map((p) => ({ p, optional: true }))].map(({ p, optional }) => (
          <PieceForm w={w} law={law} piece={p} optional={optional} given={have.get(keyOf(p))} error={error?.field === keyOf(p) ? error.message : undefined} />
        ))}
        <p class="row">
          {missing > 0 ? (
            <span class="muted">{t.station.documentsMissing(missing)}</span>
          ) : (
            <LinkButton kind="primary" href={`#/f/${e.id}/review`}>
              {t.station.enough}
            </LinkButton>
          )}
        </p>
      </>
    ),
  };
}

const PieceForm = (p: { w: World; law: ReturnType<typeof lawFor>; piece: Piece; optional: boolean; given: Document | undefined; error: string | undefined }) => {
  const { t } = p.w;
  const key = keyOf(p.piece);
  const name = (id: string) => evidenceName(t, p.law, id, p.piece.subject);
  const title = name(p.piece.evidence);
  return (
    <form class="piece" data-post novalidate aria-label={title}>
      <input type="hidden" name="piece" value={key} />
      <h2 class="piece-title">
        {title} {p.optional && <span class="muted">{t.station.optional}</span>}
      </h2>
      {p.given ? (
        <p class="row">
          <span class="tag good">{p.given.form === 'file' ? t.station.taken : t.station.asPaper}</span>
          <Button small name="do" value="again" label={`${t.station.again}: ${title}`}>
            {t.station.again}
          </Button>
        </p>
      ) : (
        <>
          {p.piece.form !== 'paper' && (
            <div class={p.error ? 'field wrong' : 'field'}>
              <label class="label" for={key}>
                {t.station.photo}
              </label>
              {p.error && (
                <p class="field-error" id={`${key}-error`}>
                  {p.error}
                </p>
              )}
              <input class="input file" type="file" id={key} name="file" accept="image/*,application/pdf" capture="environment" aria-describedby={p.error ? `${key}-error` : undefined} />
            </div>
          )}
          <p class="row">
            {p.piece.form !== 'paper' && (
              <Button small kind="primary" name="do" value="photo" label={`${t.station.savePhoto}: ${title}`}>
                {t.station.savePhoto}
              </Button>
            )}
            <Button small name="do" value="paper" label={`${t.station.paperLater}: ${title}`}>
              {t.station.paperLater}
            </Button>
          </p>
          {p.piece.alternatives.map((list) => (
            <Button small kind="plain" name="instead" value={list.join()}>
              {t.station.instead(list.map(name).join(t.joins.list))}
            </Button>
          ))}
        </>
      )}
    </form>
  );
};

export const documentsScreen: EntryScreen = {
  show: async ({ w, e }) => page(w, e),
  post: async ({ w, e }, form, pressed) => {
    const here = `#/f/${e.id}/documents`;
    const { documents } = compiled(lawFor(w, e), e, dayFor(w, e)).plan;
    const piece = [...documents.pieces, ...documents.optional].find((p) => keyOf(p) === form.text('piece'));
    if (!piece) return here;
    const before = e.documents.find((d) => keyOf(d) === keyOf(piece));
    const others = e.documents.filter((d) => d !== before);
    const base = { evidence: piece.evidence, subject: piece.subject, copies: piece.copies };
    const keep = async (changed: Entry) => {
      await w.shelf.put(changed);
      if (before?.form === 'file') await w.shelf.removePhoto(before.photo.id);
      return here;
    };
    if (pressed.name === 'instead') {
      const list = piece.alternatives.find((l) => l.join() === pressed.value) ?? [];
      return keep({ ...e, documents: others, preferred: [...e.preferred.filter((x) => x !== piece.evidence && !piece.alternatives.flat().includes(x)), ...list] });
    }
    if (pressed.value === 'again') return keep({ ...e, documents: others });
    if (pressed.value === 'paper') return keep({ ...e, documents: [...others, { ...base, form: 'paper' }] });
    const file = form.file('file');
    if (!file || file.size === 0) return page(w, e, { field: keyOf(piece), message: w.t.station.photoNeeded });
    const photo = await shelved(w.shelf, file);
    return photo ? keep({ ...e, documents: [...others, { ...base, form: 'file', photo }] }) : page(w, e, { field: keyOf(piece), message: w.t.station.photoBad });
  },
};
