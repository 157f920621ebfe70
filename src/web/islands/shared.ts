/**
 * A shared computer: a minute before the five are over it says so, and then the screen is cleared and the session ended. Going from page to page leaves no trail to go
 * back on, and a page that comes back from memory is asked for anew.
 */
const strip = document.querySelector<HTMLFormElement>('form[data-shared]');
if (strip) {
  const whole = Number(strip.dataset.shared) * 1000;
  const says = strip.querySelector<HTMLElement>('[data-says]')!;
  const plain = says.textContent!;
  let last = Date.now();
  let told = Date.now();

  const leave = () => {
    document.documentElement.replaceChildren();
    location.replace('/shared/end');
  };
  const here = () => {
    last = Date.now();
    if (says.textContent !== plain) says.textContent = plain;
    strip.classList.remove('soon');
    // The server counts for itself: somebody who writes for long is told to it once a minute.
    if (last - told < 60_000) return;
    told = last;
    void fetch('/shared/here', { method: 'POST', cache: 'no-store' }).catch(() => undefined);
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(kind, here, { passive: true, capture: true });
  setInterval(() => {
    const left = Math.ceil((last + whole - Date.now()) / 1000);
    if (left <= 0) return leave();
    if (left > 60) return;
    strip.classList.add('soon');
    says.textContent = (strip.dataset.soon ?? '').replace('60', String(left));
  }, 1000);

  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || (to.pathname === location.pathname && to.search === location.search)) return;
    event.preventDefault();
    location.replace(to);
  });
  addEventListener('pageshow', (event) => event.persisted && location.reload());
}
