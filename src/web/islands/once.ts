/** A form marked `data-once` is sent once: after the first click its buttons wait, and say so. The server would make one of two anyway. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    const pressed = event.submitter as HTMLButtonElement | null;
    // Only after the browser has taken the form: a disabled button does not send its name.
    setTimeout(() => {
      for (const button of form.querySelectorAll('button')) button.disabled = true;
      if (pressed && form.dataset.once) pressed.textContent = form.dataset.once;
    });
  });
}

// Back from the next page the browser may show this one as it was left.
addEventListener('pageshow', (event) => {
  if (event.persisted && document.querySelector('form[data-sent]')) location.reload();
});
