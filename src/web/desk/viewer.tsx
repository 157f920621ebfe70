/** A picture handed over, as large and as turned as one needs it. Every view has an address, so it works without a script; the island only spares the reload. */
import { Hono } from 'hono';
import type { DeskDocument, DeskStep } from '../../app/desk';
import type { Product } from '../../app/product';
import { notFound } from '../errors';
import { evidenceName } from '../text';
import type { Env, Visit } from '../visit';
import { atStep, trailTo } from './at-step';
import { sizeOf } from './documents';
import { isPicture, isSha256 } from './files';
import { stepHref } from './kept';
import { viewerKeys } from './keys';
import { onScreen } from './screen';

/** Widths of the picture: the screen's, and enlarged. */
const largest = 4;
const turns = [0, 90, 180, 270] as const;
type View = { zoom: number; turn: number };

const viewOf = (read: (name: string) => string | undefined): View => ({
  zoom: /^[0-4]$/.test(read('zoom') ?? '') ? Number(read('zoom')) : 0,
  turn: turns.find((x) => `${x}` === read('turn')) ?? 0,
});

export function viewerRoutes(product: Product): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/desk/:number/:step/view/:sha256', async (c) => {
    const { sha256 } = c.req.param();
    if (!isSha256(sha256)) return notFound(c);
    const at = await atStep(c, product);
    if (at instanceof Response) return at;
    const { clerk, found, here } = at;
    const piece = found.documents.find((d) => d.file?.sha256 === sha256);
    if (!piece || piece.check) return notFound(c);
    const v = c.var.visit;
    return onScreen(
      c,
      product,
      clerk,
      { title: v.t.desk.viewerTitle, ...here, trail: trailTo(c, at), islands: ['viewer'], keys: viewerKeys(v.t) },
      <Viewer v={v} found={found} piece={piece} view={viewOf((n) => c.req.query(n))} />,
    );
  });

  return app;
}

type Piece = DeskDocument;

const Viewer = ({ v, found, piece, view }: { v: Visit; found: DeskStep; piece: Piece; view: View }) => {
  const { t } = v;
  const file = piece.file!;
  const name = evidenceName(t, v.law, piece.evidence, piece.subject);
  const { number } = found.open.state;
  const step = found.step.filed.id;
  const alone = stepHref(v, number, step, `files/${file.sha256}`);
  return (
    <>
      <h1 class="desk-title">{name}</h1>
      <p class="muted">{`${file.name} · ${sizeOf(file.size)} · ${found.open.state.applicant.name} · ${number}`}</p>
      {isPicture(file.type) ? (
        <>
          <Bar v={v} at={(change) => stepHref(v, number, step, `view/${file.sha256}`, queryOf({ ...view, ...change }))} view={view} />
          <section class="viewer" tabindex={0} aria-label={t.desk.viewerArea}>
            <img id="evidence" class={`turn-${view.turn} zoom-${view.zoom}`} src={alone} alt={name} data-zoom={view.zoom} data-turn={view.turn} />
          </section>
        </>
      ) : (
        <p>{t.desk.notPicture}</p>
      )}
      <p class="row">
        <a href={alone} target="_blank" rel="noopener">
          {t.desk.openAlone}
        </a>
        <a href={stepHref(v, number, step)} data-key="h">
          {t.desk.back}
        </a>
      </p>
      <Others v={v} found={found} piece={piece} />
    </>
  );
};

const queryOf = ({ zoom, turn }: View) => ({ zoom: zoom ? `${zoom}` : undefined, turn: turn ? `${turn}` : undefined });

const Bar = ({ v: { t }, at, view }: { v: Visit; at: (change: Partial<View>) => string; view: View }) => {
  const moves = [
    { key: '+', label: t.desk.zoomIn, zoom: 1, turn: 0, href: at({ zoom: Math.min(largest, view.zoom + 1) }) },
    { key: '-', label: t.desk.zoomOut, zoom: -1, turn: 0, href: at({ zoom: Math.max(0, view.zoom - 1) }) },
    { key: '[', label: t.desk.turnLeft, zoom: 0, turn: -90, href: at({ turn: (view.turn + 270) % 360 }) },
    { key: ']', label: t.desk.turnRight, zoom: 0, turn: 90, href: at({ turn: (view.turn + 90) % 360 }) },
  ];
  return (
    <nav class="viewer-bar" id="viewer-bar" aria-label={t.desk.viewerBar}>
      {moves.map((m) => (
        <a class="button small" href={m.href} data-key={m.key} data-zoom={m.zoom} data-turn={m.turn}>
          {m.label}
        </a>
      ))}
      <a class="button small" href={at({ zoom: 0, turn: 0 })} data-key="0" data-fit="yes">
        {t.desk.fit}
      </a>
    </nav>
  );
};

const Others = ({ v, found, piece }: { v: Visit; found: DeskStep; piece: Piece }) => {
  const { t } = v;
  const all = found.documents.filter((d) => d.file && !d.check);
  const now = all.indexOf(piece);
  const others = [...all.slice(now + 1), ...all.slice(0, now)];
  if (others.length === 0) return null;
  return (
    <>
      <h2>{t.desk.otherPieces}</h2>
      <ul>
        {others.map((d, i) => (
          <li>
            <a href={stepHref(v, found.open.state.number, found.step.filed.id, `view/${d.file!.sha256}`)} data-key={i === 0 ? 'e' : undefined}>
              {evidenceName(t, v.law, d.evidence, d.subject)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
