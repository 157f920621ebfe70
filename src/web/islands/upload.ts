/** Sends a document as soon as it is chosen, a large photo made smaller first: a phone's picture costs minutes on a village line. */
import { largestFile, smaller } from '../ui/smaller-photo';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  const box = form.querySelector<HTMLInputElement>('input[type=file]')!;
  const said = Object.assign(document.createElement('p'), { className: 'muted' });
  said.setAttribute('role', 'status');
  form.append(said);
  // The label becomes the one button: choosing sends.
  form.classList.add('ready');
  box.addEventListener('change', async () => {
    const chosen = box.files?.[0];
    if (!chosen) return;
    said.textContent = form.dataset.upload ?? '';
    const file = await smaller(chosen).catch(() => chosen);
    if (file.size > largestFile) {
      said.textContent = form.dataset.tooLarge ?? '';
      box.value = '';
      return;
    }
    if (file !== chosen) {
      const files = new DataTransfer();
      files.items.add(file);
      box.files = files.files;
    }
    form.requestSubmit();
  });
}
