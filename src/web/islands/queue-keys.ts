/**
 * The queue by keyboard: j and k or the arrows go from case to case, Enter opens, x ticks, c takes or puts back, a accepts those ticked, f goes to the
 * filters, n to the next page, ? shows the keys. Single keys can be turned off (WCAG 2.1.4).
 */
const table = document.querySelector<HTMLTableElement>('table.queue');
const rows = [...document.querySelectorAll<HTMLAnchorElement>('a.queue-link')];
const keysBox = document.querySelector<HTMLDialogElement>('#queue-keys');
const off = keysBox?.querySelector<HTMLInputElement>('input[type=checkbox]');
const place = 'yj-keys';

const inField = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, select, textarea, dialog') !== null;

function step(by: 1 | -1): void {
  const now = rows.indexOf(document.activeElement as HTMLAnchorElement);
  const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const row = (): Element | null => document.activeElement?.closest('table.queue tbody tr') ?? null;

/** Presses what a key stands for, where it is there; what it does is said by the button itself. */
function press(selector: string, within: ParentNode | null): void {
  within?.querySelector<HTMLElement>(selector)?.click();
}

function remembered(): boolean {
  try {
    return localStorage.getItem(place) === 'off';
  } catch {
    return false;
  }
}

if (table && keysBox && off) {
  off.checked = remembered();
  off.addEventListener('change', () => {
    try {
      localStorage.setItem(place, off.checked ? 'off' : 'on');
    } catch {
      // Without storage the choice holds for this page.
    }
  });
  const button = document.querySelector<HTMLButtonElement>('#queue-keys-open');
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => keysBox.showModal());
  }
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || inField(e.target)) return;
    const onRow = rows.includes(document.activeElement as HTMLAnchorElement);
    const key = off.checked && e.key.length === 1 ? '' : e.key;
    if (key === 'j' || (key === 'ArrowDown' && onRow)) step(1);
    else if (key === 'k' || (key === 'ArrowUp' && onRow)) step(-1);
    else if (key === 'x') press('.pick input', row());
    else if (key === 'c') press('form.action button', row());
    else if (key === 'a') press('#bulk button', document);
    else if (key === 'f') document.querySelector<HTMLElement>('.queue-filters select')?.focus();
    else if (key === 'n') press('.pagination a:last-child', document);
    else if (key === '?') keysBox.showModal();
    else return;
    e.preventDefault();
  });
}

export {};
