/** The one way a dynamic address reaches a page: only this site, the web, mail and telephone; anything else leads nowhere. */
export function safeHref(url: string): string {
  if (/^(\/(?![/\\])|#|\?)[^\p{Cc}\\]*$/u.test(url)) return url;
  if (/^(https?:\/\/|mailto:|tel:)[^\p{Cc}\s]+$/iu.test(url)) return url;
  return '#';
}

/** `to('/services', 'food licence', {a: 'b'})` → `/services/food%20licence?a=b`. */
export function to(path: string, id?: string, query?: { [name: string]: string | undefined }, fragment?: string): string {
  const search = new URLSearchParams(Object.entries(query ?? {}).filter((e): e is [string, string] => e[1] !== undefined)).toString();
  return safeHref(`${path}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${search ? `?${search}` : ''}${fragment ? `#${encodeURIComponent(fragment)}` : ''}`);
}
