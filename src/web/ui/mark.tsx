/** The mark: a seal in cinnabar. Three strokes – several matters – run into the one stroke of 一. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">
    <rect class="mark-seal" x="1" y="1" width="38" height="38" rx="9" />
    <path class="mark-lines" d="M7 10.500c5.500 0 7.500 3 11 7.500M7 20h11M7 29.500c5.500 0 7.500-3 11-7.500" />
    <path class="mark-one" d="M16.500 17.200c4.500.5 9.700-.3 15.300-1.300 1-.2 1.700.3 1.800 1.200l.7 4.300c.2 1-.4 1.700-1.400 1.900-5.700.9-11.300.9-16.400-.5Z" />
  </svg>
);
