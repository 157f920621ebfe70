/** Says now and then that the page is open, and shows who else has it open. A page in the background says nothing. */
const place = document.querySelector<HTMLElement>('[data-here]');

if (place) {
  const { here, every } = place.dataset;
  const tell = async () => {
    if (document.hidden) return;
    const answer = await fetch(here!, { method: 'POST' }).catch(() => null);
    const words = answer?.ok ? await answer.text() : null;
    // Said again to a screen reader only when it has changed.
    if (words !== null && words !== place.textContent) place.textContent = words;
  };
  setInterval(tell, Number(every) * 1000);
  document.addEventListener('visibilitychange', tell);
  addEventListener('pagehide', () => navigator.sendBeacon(`${here}?left=yes`));
}

export {};
