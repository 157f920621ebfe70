/** A phrase is put where one was writing last, or into its own field; what stands there stays. Without a script its link fills an empty page. */
let last: HTMLTextAreaElement | HTMLInputElement | null = null;
const isText = (e: unknown): e is HTMLTextAreaElement | HTMLInputElement => e instanceof HTMLTextAreaElement || (e instanceof HTMLInputElement && e.type === 'text');

document.addEventListener('focusin', (e) => {
  if (isText(e.target)) last = e.target;
});
document.addEventListener('click', (e) => {
  const link = (e.target as Element).closest<HTMLAnchorElement>('a[data-says]');
  if (!link || e.ctrlKey || e.metaKey) return;
  const field = last ?? document.getElementById(link.dataset.into ?? '');
  if (!isText(field)) return;
  e.preventDefault();
  const gap = field.value && !/\s$/.test(field.value) ? (field instanceof HTMLTextAreaElement ? '\n' : ' ') : '';
  field.setRangeText(gap + link.dataset.says!, field.value.length, field.value.length, 'end');
  field.focus();
});

export {};
