/** `#/manage`: the helper's devices, and clearing this one. */
import { Button } from '../../../ui/button';
import { when } from '../names';
import { call, NoConnection } from '../wire';
import { lawNow, type Screen, type Shown, type World } from '../world';
import { WipeForm } from './wipe-form';

type Device = { id: string; openedAt: string; ended: boolean; here: boolean };

async function page(w: World): Promise<Shown> {
  const { t } = w;
  const law = lawNow(w);
  let devices: Device[] | null = null;
  try {
    const { status, body } = await call('devices', { token: w.me.token });
    if (status === 200) devices = body as Device[];
  } catch (x) {
    if (!(x instanceof NoConnection)) throw x;
  }
  const states = await Promise.all((await w.shelf.ids()).map(async (id) => (await w.shelf.entry(id))?.state));
  const unsent = states.filter((s) => s !== 'filed').length;
  return {
    title: t.station.manage,
    body: (
      <>
        <p class="station-above">
          <a class="back" href="#/">
            {t.station.backToList}
          </a>
        </p>
        <h1>{t.station.devicesTitle}</h1>
        <p class="lead">{t.station.devicesLead}</p>
        {devices === null ? (
          <p class="muted">{t.station.onlyOnline}</p>
        ) : (
          <ul class="entries">
            {devices.map((d) => (
              <li>
                <div>
                  {t.station.openedAt(when(t, law, d.openedAt))} {d.here && <strong>{t.station.thisDevice}</strong>}
                </div>
                {d.ended ? (
                  <span class="muted">{t.station.deviceEnded}</span>
                ) : (
                  <form data-post>
                    <Button small name="end" value={d.id} label={`${t.station.endDevice}: ${when(t, law, d.openedAt)}`}>
                      {t.station.endDevice}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        <h2>{t.station.wipeTitle}</h2>
        <p>{t.station.wipeLead(unsent)}</p>
        <WipeForm t={t} />
      </>
    ),
  };
}

export const manageScreen: Screen = {
  show: (w) => page(w),
  post: async (w, _at, _form, pressed) => {
    await call(`devices/${encodeURIComponent(pressed.value)}/end`, { method: 'POST', token: w.me.token, json: {} });
    return page(w);
  },
};
