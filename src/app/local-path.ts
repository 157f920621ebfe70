/** Where to go after sign-in: a path of this site, whatever the link said. `//host`, `/\host` and control characters lead elsewhere in a browser. */
export function localPath(returnTo: string): string {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(returnTo) && returnTo.length <= 2000 ? returnTo : '/';
}
