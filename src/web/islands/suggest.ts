/** Suggestions while typing in the search box: fills the box's own <datalist>. Without it the box is a plain form. */
const box = document.querySelector<HTMLInputElement>('#q');
const list = document.querySelector<HTMLDataListElement>('#q-list');
let waiting: number | undefined;
let latest = 0;

async function suggest(query: string): Promise<void> {
  const mine = ++latest;
  const response = await fetch(`/search/suggest?q=${encodeURIComponent(query)}`, { headers: { accept: 'application/json' } });
  if (!response.ok || mine !== latest) return;
  const names: string[] = await response.json();
  list?.replaceChildren(...names.map((name) => Object.assign(document.createElement('option'), { value: name })));
}

box?.addEventListener('input', (event) => {
  window.clearTimeout(waiting);
  const query = box.value.trim();
  // While an input method composes, the letters are not yet what is meant.
  if (query.length < 1 || (event as InputEvent).isComposing) return;
  waiting = window.setTimeout(() => void suggest(query).catch(() => undefined), 150);
});
