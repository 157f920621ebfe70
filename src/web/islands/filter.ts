/** A search box above a long list (`select[data-filter]`): only what contains the words stays in it. Without it the list is whole. */
for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-filter]')) {
  const all = [...select.children].map((child) => child.cloneNode(true) as HTMLElement);
  const box = Object.assign(document.createElement('input'), { type: 'search', className: 'input filter', autocomplete: 'off' });
  box.setAttribute('aria-label', `${select.dataset.filter ?? ''} ${select.labels?.[0]?.textContent ?? ''}`.trim());
  box.setAttribute('aria-controls', select.id);
  select.before(box);

  const has = (option: Element, words: string) => (option.textContent ?? '').toLowerCase().includes(words);

  /** A group stays with the options that fit, or whole when its own name does. */
  function kept(child: HTMLElement, words: string): HTMLElement | null {
    if (child instanceof HTMLOptGroupElement) {
      const group = child.cloneNode(true) as HTMLOptGroupElement;
      if (!child.label.toLowerCase().includes(words)) for (const option of [...group.children]) if (!has(option, words)) option.remove();
      return group.children.length > 0 ? group : null;
    }
    return (child as HTMLOptionElement).value === '' || has(child, words) ? (child.cloneNode(true) as HTMLElement) : null;
  }

  box.addEventListener('input', () => {
    const chosen = select.value;
    const words = box.value.trim().toLowerCase();
    select.replaceChildren(...all.flatMap((child) => kept(child, words) ?? []));
    select.value = [...select.options].some((option) => option.value === chosen) ? chosen : '';
  });
}
