/** The search box: a plain GET form; the island `suggest` adds suggestions while typing. */
import type { Text } from '../text';
import { Icon } from './icon';

export const SearchBox = (p: { t: Text; label: string; hint?: string; value?: string; large?: boolean }) => (
  <search>
    <form class={p.large ? 'search large' : 'search'} action="/search" method="get">
      <label for="q">{p.label}</label>
      {p.hint && (
        <p class="hint" id="q-hint">
          {p.hint}
        </p>
      )}
      <div class="search-row">
        <input class="input" type="search" id="q" name="q" value={p.value ?? ''} maxlength={100} autocomplete="off" list="q-list" aria-describedby={p.hint ? 'q-hint' : undefined} />
        <datalist id="q-list" />
        <button class="button primary" type="submit">
          <Icon name="search" />
          {p.t.ui.search}
        </button>
      </div>
    </form>
  </search>
);
