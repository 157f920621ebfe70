/**
 * The desk by keyboard. j and k (or the arrows, on a case) go through the list; every other key goes to what carries it as `data-key` – in the row
 * in focus first, then on the page. Links and what is marked `press` are pressed; anything that posts an act is only brought into focus, so that no
 * single key does something legal. ? shows the keys; single keys can be turned off there (WCAG 2.1.4).
 */
const rows = [...document.querySelectorAll<HTMLAnchorElement>('a.queue-link')];
const box = document.querySelector<HTMLDialogElement>('#desk-keys');
const off = box?.querySelector<HTMLInputElement>('input[type=checkbox]');
const place = 'yj-keys';

const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input:not([type=checkbox], [type=radio]), select, textarea, dialog') !== null;
const focused = () => document.activeElement as HTMLAnchorElement;

function step(by: 1 | -1): void {
  const now = rows.indexOf(focused());
  const start = now < 0 ? rows.findIndex((r) => r.ariaCurrent === 'page') : now;
  const to = start < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, start + by));
  rows[to]?.focus();
  rows[to]?.scrollIntoView({ block: 'nearest' });
}

const shown = (e: HTMLElement): boolean => e.getClientRects().length > 0;

/** What carries the key; what is folded away is unfolded. */
function holder(key: string): HTMLElement | undefined {
  const row = focused()?.closest('table.queue tbody tr');
  const all = [row, document].flatMap((within) => [...(within?.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? [])]);
  const folded = all[0]?.closest('details');
  if (folded && !folded.open) folded.open = true;
  return all.find(shown);
}

/** A form that carries a key leads to its first field. */
function go(e: HTMLElement): void {
  const to = e instanceof HTMLFormElement ? e.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') : e;
  if (e.dataset.does === 'press' || e instanceof HTMLAnchorElement) to?.click();
  else {
    to?.focus();
    to?.scrollIntoView({ block: 'center' });
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(place) === 'off';
  } catch {
    return false;
  }
}

if (box && off) {
  off.checked = remembered();
  off.addEventListener('change', () => {
    try {
      localStorage.setItem(place, off.checked ? 'off' : 'on');
    } catch {
      // Without storage the choice holds for this page.
    }
  });
  const button = document.querySelector<HTMLButtonElement>('#desk-keys-open');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => box.showModal());
  }
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    const onRow = rows.includes(focused());
    if (e.key === 'ArrowDown' && onRow) step(1);
    else if (e.key === 'ArrowUp' && onRow) step(-1);
    else if (off.checked || e.key.length !== 1 || e.key === ' ') return;
    else if (e.key === 'j') step(1);
    else if (e.key === 'k') step(-1);
    else if (e.key === '?') box.showModal();
    else {
      const found = holder(e.key);
      if (!found) return;
      go(found);
    }
    e.preventDefault();
  });
}

export {};
