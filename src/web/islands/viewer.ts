/** The evidence viewer without reloading: the links of its bar change the picture where it stands, and it can be dragged about. */
const picture = document.querySelector<HTMLImageElement>('#evidence');
const area = picture?.parentElement;

function show(zoom: number, turn: number): void {
  const view = { zoom: Math.min(4, Math.max(0, zoom)), turn: ((turn % 360) + 360) % 360 };
  picture!.className = `turn-${view.turn} zoom-${view.zoom}`;
  Object.assign(picture!.dataset, view);
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(view)) {
    if (value) address.searchParams.set(name, `${value}`);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, '', address);
}

if (picture && area) {
  document.querySelector('#viewer-bar')?.addEventListener('click', (e) => {
    const link = (e.target as Element).closest('a');
    if (!link || (e as MouseEvent).ctrlKey || (e as MouseEvent).metaKey) return;
    e.preventDefault();
    const { zoom, turn } = picture.dataset;
    if (link.dataset.fit) show(0, 0);
    else show(Number(zoom) + Number(link.dataset.zoom), Number(turn) + Number(link.dataset.turn));
  });
  let from: { x: number; y: number } | null = null;
  area.addEventListener('pointerdown', (e) => {
    if (e.pointerType !== 'mouse' || e.button !== 0) return;
    from = { x: area.scrollLeft + e.clientX, y: area.scrollTop + e.clientY };
    area.setPointerCapture(e.pointerId);
  });
  area.addEventListener('pointermove', (e) => {
    if (from) area.scrollTo(from.x - e.clientX, from.y - e.clientY);
  });
  area.addEventListener('pointerup', () => (from = null));
  picture.addEventListener('dragstart', (e) => e.preventDefault());
}

export {};
