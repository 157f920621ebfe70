/** A text area marked `data-check` asks for its findings a moment after the last key; the button does the same without a script. */
const area = document.querySelector<HTMLTextAreaElement>('textarea[data-check]');
const place = document.getElementById('checked');
if (area?.dataset.check && place) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked;
      const body = new FormData();
      body.set('file', area.dataset.file ?? '');
      body.set('body', area.value);
      try {
        const answer = await fetch(area.dataset.check ?? '', { method: 'POST', body });
        // An answer that a later one has overtaken says nothing.
        if (answer.ok && mine === asked) place.innerHTML = await answer.text();
      } catch {
        // Without a connection the button tells what is wrong.
      }
    }, 700);
  });
  // Tab indents; Escape then Tab leaves, so that nobody is caught in the box.
  let leaving = false;
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leaving = true;
    else if (event.key === 'Tab' && !event.shiftKey && !leaving) {
      event.preventDefault();
      area.setRangeText('  ', area.selectionStart, area.selectionEnd, 'end');
    } else leaving = false;
  });
}
