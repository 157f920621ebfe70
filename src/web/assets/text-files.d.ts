/** Style sheets and drawings are bundled as text (bin/bundles.mjs). */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.svg' {
  const text: string;
  export default text;
}
