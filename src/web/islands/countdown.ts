/** Seconds left, counted down in the words the page came with; then the page comes again by itself (the server asked for that). */
const place = document.querySelector<HTMLElement>('[data-left]');

if (place) {
  const words = place.textContent ?? '';
  const until = Date.now() + Number(place.dataset.left) * 1000;
  setInterval(() => {
    place.textContent = words.replace(/\d+/, `${Math.max(0, Math.ceil((until - Date.now()) / 1000))}`);
  }, 500);
}

export {};
