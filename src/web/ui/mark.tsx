/** The mark: a seal in cinnabar. Three strokes – several matters – run into the one stroke of 一. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">
    <rect class="mark-seal" x="1" y="1" width="38" height="38" rx="9" />
    <path class="mark-lines" d="M11 8.5v6c0 4.5 2.5 7 6 9M20 8.5v14M29 8.5v6c0 4.5-2.5 7-6 9" />
    <path class="mark-one" d="M7 27.2c4-1.7 8.600-.5 13-.7 4.600-.2 8.400-1.500 12.900-.7.9.2 1 .9.400 1.700l-1.800 2.700c-.5.7-1.300 1-2.200.9-6.200-.5-12.800-.5-18.800.9-.8.2-1.500 0-2-.6l-1.900-2.600c-.5-.7-.400-1.300.4-1.600Z" />
  </svg>
);
