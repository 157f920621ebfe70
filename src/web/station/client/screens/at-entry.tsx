/** Screens of one application: they open it, and go home when it is not there. */
import type { Form } from '../../../apply/form';
import type { Entry } from '../entry';
import { matterName } from '../names';
import { lawFor, type Screen, type Shown, type World } from '../world';

type Open = { w: World; e: Entry; rest: readonly string[] };
export type EntryScreen = {
  show(x: Open): Promise<Shown | string>;
  post?(x: Open, form: Form, pressed: { name: string; value: string }): Promise<Shown | string>;
};

export const atEntry = (screen: EntryScreen): Screen => {
  const open = async (w: World, at: readonly string[]): Promise<Open | null> => {
    const e = await w.shelf.entry(at[0] ?? '');
    return e && { w, e, rest: at.slice(2) };
  };
  return {
    show: async (w, at) => {
      const x = await open(w, at);
      return x ? screen.show(x) : '#/';
    },
    post: async (w, at, form, pressed) => {
      const x = await open(w, at);
      return x && screen.post ? screen.post(x, form, pressed) : '#/';
    },
  };
};

/** What it is and whose, above every page of it. */
export const Above = ({ w, e, back }: { w: World; e: Entry; back?: string }) => (
  <p class="station-above">
    <a class="back" href={back ?? '#/'}>
      {back ? w.t.ui.back : w.t.station.backToList}
    </a>
    <span class="muted">
      {matterName(w.t, lawFor(w, e), e)}
      {e.principal.name && ` · ${e.principal.name}`} · <span class="case-number">{e.provisional}</span>
    </span>
  </p>
);
