/** The list of keys of a page, and the switch that turns single keys off (WCAG 2.1.4). */
import type { Text } from '../text';

/** `key` as it is written on the keyboard. */
export type KeyLine = { key: string; does: string };

/** Opened by the island; without it there is nothing to open. */
export const KeysBox = ({ t, lines }: { t: Text; lines: readonly KeyLine[] }) => (
  <>
    <button type="button" id="desk-keys-open" class="button plain note" hidden>
      {t.desk.keysHint}
    </button>
    <dialog id="desk-keys" class="keys-box" aria-labelledby="desk-keys-title">
      <h2 id="desk-keys-title">{t.desk.keysTitle}</h2>
      <p class="note">{t.desk.keysNoAct}</p>
      <dl>
        {lines.map((l) => (
          <div>
            <dt>
              <kbd>{l.key}</kbd>
            </dt>
            <dd>{l.does}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label>
          <input type="checkbox" /> {t.desk.keysOff}
        </label>
      </p>
      <form method="dialog">
        <button class="button" type="submit">
          {t.desk.close}
        </button>
      </form>
    </dialog>
  </>
);
