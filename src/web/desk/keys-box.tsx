/** The list of keys in the queue. */
import type { Text } from '../text';

/** Opened by the island; without it there is nothing to open. */
export const KeysBox = ({ t }: { t: Text }) => (
  <>
    <button type="button" id="queue-keys-open" class="button plain note" hidden>
      {t.desk.keysHint}
    </button>
    <dialog id="queue-keys" class="keys-box" aria-labelledby="queue-keys-title">
      <h2 id="queue-keys-title">{t.desk.keysTitle}</h2>
      <ul>
        {[...Object.values(t.desk.keysList), ...Object.values(t.staff.keys)].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
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
