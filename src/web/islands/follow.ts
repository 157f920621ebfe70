/** Keeps the tracking page as it is now: the server tells that something changed, the page fetches itself and takes the new part. */
const standing = document.querySelector<HTMLElement>('#standing[data-follow]');

if (standing) {
  let shown = standing;
  const said = Object.assign(document.createElement('p'), { className: 'visually-hidden' });
  said.setAttribute('role', 'status');
  document.querySelector('main')?.append(said);

  const source = new EventSource(standing.dataset.follow!);
  let fetching = false;
  let again = false;

  async function refresh(): Promise<void> {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    const response = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(() => null);
    if (response?.ok) take(new DOMParser().parseFromString(await response.text(), 'text/html'));
    fetching = false;
    if (again) {
      again = false;
      await refresh();
    }
  }

  function take(page: Document): void {
    const fresh = page.querySelector<HTMLElement>('#standing');
    if (!fresh || fresh.dataset.version === shown.dataset.version) return;
    const open = [...shown.querySelectorAll('details')].map((d) => d.open);
    for (const [i, details] of [...fresh.querySelectorAll('details')].entries()) details.open = open[i] ?? false;
    shown.replaceWith(fresh);
    shown = fresh;
    // What she is typing stays hers.
    const need = document.querySelector('#need');
    const now = page.querySelector('#need');
    if (need && now && !need.querySelector('form')) need.replaceWith(now);
    said.textContent = fresh.dataset.changed ?? '';
    if (!fresh.dataset.follow) source.close();
  }

  source.addEventListener('version', (event) => {
    if (event.data !== shown.dataset.version) void refresh();
  });
  source.addEventListener('changed', () => void refresh());
  addEventListener('pagehide', () => source.close());
}
