/** The catalogue as files: browse, change with live findings and a preview, hand in, and – as a second person – publish. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { checked, decideEdit, editable, effects, saveEdit } from '../../app/catalogue/edits';
import type { CatalogueEdit } from '../../app/ports/store';
import type { InForce, Label } from '../../core/catalogue';
import { compileLaw, scenarioInput } from '../../core/journey';
import { formOf } from '../apply/form';
import { notFound } from '../errors';
import type { Room } from '../room';
import { only } from '../sign-in/only-for';
import { moment, say } from '../text';
import { Button, Disclosure, LinkButton, Notice, page, Table, Tag, TextField, to } from '../ui';
import type { Env, Visit } from '../visit';
import { Difference, EditPage, Effects, editHref, Findings, type EditForm } from './edit-page';
import { JourneyGraph } from './graph';

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : 'other');

/** What a file is about, by its own label. */
function nameOf(law: InForce, file: string): Label | null {
  const id = file.replace(/^[^/]*\//, '').replace(/\.yaml$/, '');
  switch (folderOf(file)) {
    case 'services':
      return law.services.get(id)?.name ?? null;
    case 'journeys':
      return law.journeys.get(id)?.name ?? null;
    case 'evidence':
      return law.evidence.get(id)?.label ?? null;
    case 'registers':
      return law.registers.get(id)?.name ?? null;
    case 'sources':
      return law.sources.get(id)?.title ?? null;
    default:
      return null;
  }
}

export const catalogueRoutes: Room = (product) => {
  const app = new Hono<Env>();
  const trail = (v: Visit) => [{ href: '/designer/catalogue', label: v.t.editor.title }];

  app.get('/designer/catalogue', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const v = c.var.visit;
    const store = await product.store();
    return page(c, { title: v.t.editor.title, width: 'wide', trail: [] }, <Browser v={v} query={c.req.query('q') ?? ''} edits={await store.edits(20)} wrongName={c.req.query('bad') !== undefined} />);
  });

  app.get('/designer/journeys/:id', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const v = c.var.visit;
    const journey = v.law.journeys.get(c.req.param('id'));
    const input = journey && scenarioInput(v.law, journey.id, 'typical', product.connected);
    if (!journey || !input) return notFound(c);
    const { plan } = compileLaw(v.law, { journey: journey.id }, input.answers, input.known, v.today);
    return page(
      c,
      { title: say(v.t, journey.name), width: 'wide', trail: trail(v) },
      <>
        <h1>{say(v.t, journey.name)}</h1>
        <p class="row">
          <LinkButton href={`/journeys/${journey.id}`}>{v.t.editor.facts}</LinkButton>
          <LinkButton href={editHref(`journeys/${journey.id}.yaml`)}>{v.t.editor.edit}</LinkButton>
        </p>
        <JourneyGraph v={v} plan={plan} />
      </>,
    );
  });

  const show = async (c: Context<Env>, form: EditForm, error?: string, status: 200 | 409 | 422 = 200, withCheck = true) => {
    const v = c.var.visit;
    const loaded = withCheck ? checked(product, form.file, form.body) : null;
    const found = loaded && { findings: loaded.findings, effects: loaded.findings.length ? [] : effects(product, loaded) };
    const published = product.versions.current.files.get(form.file) ?? '';
    return page(
      c,
      { title: form.file, width: 'wide', trail: trail(v), wrong: error !== undefined, islands: ['catalogue-check'] },
      <EditPage v={v} form={form} published={published} checked={found} error={error} />,
      status,
    );
  };

  app.get('/designer/edit', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const file = (c.req.query('file') ?? '').trim();
    if (!editable.test(file)) return c.redirect(to('/designer/catalogue', undefined, { bad: '1' }), 303);
    const id = c.req.query('id');
    const edit = id ? await (await product.store()).edit(id) : null;
    const text = edit?.body ?? product.versions.current.files.get(file) ?? '';
    return show(c, { id: edit?.id ?? null, file, body: text, note: edit?.note ?? '', version: edit?.version ?? 0 }, undefined, 200, edit !== null);
  });

  /** Live findings: the island asks for them while somebody types. */
  app.post('/designer/check', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return c.text('', 403);
    const form = await formOf(c);
    const file = form.text('file');
    if (!editable.test(file)) return c.text('', 400);
    const { findings } = checked(product, file, bodyOf(form.text('body')));
    return c.html(<Findings v={c.var.visit} file={file} findings={findings} />);
  });

  app.post('/designer/edit', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const posted = await formOf(c);
    const form: EditForm = {
      id: posted.text('id') || null,
      file: posted.text('file'),
      body: bodyOf(posted.text('body')),
      note: posted.text('note').slice(0, 500),
      version: Number(posted.text('version')) || 0,
    };
    if (!editable.test(form.file)) return c.redirect(to('/designer/catalogue', undefined, { bad: '1' }), 303);
    const act = posted.text('do');
    if (act !== 'save' && act !== 'propose') return show(c, form);
    const saved = await saveEdit(product, who, { ...form, propose: act === 'propose' });
    if ('refused' in saved) return show(c, form, c.var.visit.t.editor.refused[saved.refused], saved.refused === 'stale' ? 409 : 422);
    return c.redirect(to(`/designer/changes/${saved.id}`, undefined, { done: act }), 303);
  });

  app.get('/designer/changes/:id', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const edit = await (await product.store()).edit(c.req.param('id'));
    if (!edit) return notFound(c);
    const v = c.var.visit;
    return page(c, { title: v.t.editor.decideTitle, width: 'wide', trail: trail(v) }, <Change v={v} edit={edit} mine={edit.maker === who.id} done={c.req.query('done') ?? ''} error={undefined} />);
  });

  app.post('/designer/changes/:id', async (c) => {
    const who = await only(c, 'clerk');
    if (who instanceof Response) return who;
    const form = await formOf(c);
    const id = c.req.param('id');
    const done = await decideEdit(product, who, id, form.text('do') === 'publish' ? 'publish' : 'return', form.text('note').slice(0, 500));
    if (!('refused' in done)) return c.redirect(to(`/designer/changes/${id}`, undefined, { done: done.state }), 303);
    const edit = await (await product.store()).edit(id);
    if (!edit) return notFound(c);
    const v = c.var.visit;
    return page(
      c,
      { title: v.t.editor.decideTitle, width: 'wide', trail: trail(v), wrong: true },
      <Change v={v} edit={edit} mine={edit.maker === who.id} done="" error={v.t.editor.refused[done.refused]} findings={done.findings} />,
      422,
    );
  });

  /** Browsers send CR LF; the folder has LF and ends with it. */
  const bodyOf = (text: string) => {
    const plain = text.replace(/\r\n?/g, '\n');
    return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
  };

  const Change = ({
    v,
    edit,
    mine,
    done,
    error,
    findings = [],
  }: {
    v: Visit;
    edit: CatalogueEdit;
    mine: boolean;
    done: string;
    error: string | undefined;
    findings?: Parameters<typeof Findings>[0]['findings'] | undefined;
  }) => {
    const { t } = v;
    const said = { save: t.editor.saved, propose: t.editor.proposed, published: t.editor.published, returned: t.editor.returned }[done];
    const open = edit.state === 'draft' || edit.state === 'proposed' || edit.state === 'returned';
    const loaded = open ? checked(product, edit.file, edit.body) : null;
    return (
      <>
        {said && (
          <Notice tone="good" live>
            <p>{said}</p>
          </Notice>
        )}
        {error && (
          <Notice tone="bad" live>
            <p>{error}</p>
          </Notice>
        )}
        {findings.length > 0 && <Findings v={v} file={edit.file} findings={findings} />}
        <h1>{edit.file}</h1>
        <p>
          <Tag tone={edit.state === 'published' ? 'good' : edit.state === 'returned' ? 'bad' : 'info'}>{t.editor.states[edit.state]}</Tag>{' '}
          {t.editor.by(edit.makerName, moment(t, edit.at, v.law.city.zone))}
        </p>
        {edit.note && <p class="lead">{edit.note}</p>}
        {open && (
          <p>
            <LinkButton href={editHref(edit.file, edit.id)}>{t.editor.edit}</LinkButton>
          </p>
        )}
        {open && edit.base !== product.catalogue.hash && (
          <Notice tone="warning">
            <p>{t.editor.stale}</p>
          </Notice>
        )}
        {loaded && (
          <>
            <Findings v={v} file={edit.file} findings={loaded.findings} />
            <h2>{t.editor.diff}</h2>
            <Difference v={v} before={product.versions.current.files.get(edit.file) ?? ''} after={edit.body} />
            {loaded.findings.length === 0 && <Effects v={v} effects={effects(product, loaded)} />}
          </>
        )}
        {edit.state === 'proposed' &&
          (mine ? (
            <Notice tone="plain">
              <p>{t.editor.own}</p>
            </Notice>
          ) : (
            <form method="post" action={`/designer/changes/${edit.id}`}>
              <p>{t.editor.publishSays}</p>
              <TextField t={t} id="note" name="note" label={t.editor.giveBackNote} lines={2} maxlength={500} optional />
              <p class="row">
                <Button kind="primary" name="do" value="publish">
                  {t.editor.publish}
                </Button>
                <Button kind="danger" name="do" value="return">
                  {t.editor.giveBack}
                </Button>
              </p>
            </form>
          ))}
      </>
    );
  };

  const Browser = ({ v, query, edits, wrongName }: { v: Visit; query: string; edits: readonly CatalogueEdit[]; wrongName: boolean }) => {
    const { t, law } = v;
    const wanted = query.trim().toLowerCase();
    const files = [...product.versions.current.files].filter(([file]) => editable.test(file)).map(([file, body]) => ({ file, name: nameOf(law, file), lines: body.split('\n').length - 1 }));
    const hits = files.filter((f) => wanted === '' || `${f.file} ${f.name?.zh ?? ''} ${f.name?.en ?? ''}`.toLowerCase().includes(wanted));
    const folders = [...new Set(hits.map((f) => folderOf(f.file)))].sort((a, b) => order(a) - order(b));
    return (
      <>
        <h1>{t.editor.title}</h1>
        <p class="lead">{t.editor.lead}</p>
        <form method="get" action="/designer/catalogue">
          <TextField t={t} id="q" name="q" label={t.editor.filter} hint={t.editor.filterHint} value={query} width="medium" />
          <Button>{t.editor.filter}</Button>
        </form>
        <h2>{t.editor.changes}</h2>
        {edits.length === 0 ? (
          <p>{t.editor.noChanges}</p>
        ) : (
          <ul class="bullets">
            {edits.map((e) => (
              <li>
                <a href={`/designer/changes/${e.id}`}>{e.file}</a> <Tag tone={e.state === 'proposed' ? 'warning' : 'plain'}>{t.editor.states[e.state]}</Tag>{' '}
                <span class="muted">{t.editor.by(e.makerName, moment(t, e.at, law.city.zone))}</span>
              </li>
            ))}
          </ul>
        )}
        {hits.length === 0 && <p role="status">{t.editor.nothing}</p>}
        {folders.map((folder) => (
          <Disclosure title={`${t.editor.folders[folder] ?? folder} · ${hits.filter((f) => folderOf(f.file) === folder).length}`} open={wanted !== ''}>
            <Table
              id={`folder-${folder}`}
              caption={t.editor.folders[folder] ?? folder}
              hideCaption
              columns={[{ label: t.editor.file }, { label: t.editor.name }, { label: t.editor.size, number: true }]}
              rows={hits
                .filter((f) => folderOf(f.file) === folder)
                .map((f) => [
                  <a href={editHref(f.file)}>{f.file}</a>,
                  folder === 'journeys' && f.name ? (
                    <a href={`/designer/journeys/${f.file.slice(9, -5)}`}>{say(t, f.name)}</a>
                  ) : folder === 'services' && f.name ? (
                    <a href={`/services/${f.file.slice(9, -5)}`}>{say(t, f.name)}</a>
                  ) : f.name ? (
                    say(t, f.name)
                  ) : (
                    ''
                  ),
                  f.lines,
                ])}
            />
          </Disclosure>
        ))}
        <h2>{t.editor.newFile}</h2>
        <form method="get" action="/designer/edit">
          <TextField t={t} id="file" name="file" label={t.editor.file} hint={t.editor.newFileHint} width="medium" error={wrongName ? t.editor.newFileBad : undefined} />
          <Button>{t.editor.open}</Button>
        </form>
      </>
    );
  };
  const order = (folder: string) => ['journeys', 'services', 'evidence', 'concepts', 'rules', 'codes', 'registers', 'sources', 'other'].indexOf(folder);

  return app;
};
