/**
 * The session cookie. Over https it is `__Host-yj`, which browsers accept only with Secure, from the root and for this host alone. Plain http is
 * for loopback, where `__Host-` would be refused. It carries no expiry of its own: the store decides, and closing the browser ends it.
 */
export type Transport = { secure: boolean };

export const cookieName = ({ secure }: Transport): string => (secure ? '__Host-yj' : 'yj');

const attributes = ({ secure }: Transport): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** Value of `Set-Cookie` after sign-in. */
export const sessionCookie = (token: string, transport: Transport): string => `${cookieName(transport)}=${token}; ${attributes(transport)}`;

/** Value of `Set-Cookie` after sign-out. */
export const endedCookie = (transport: Transport): string => `${cookieName(transport)}=; ${attributes(transport)}; Max-Age=0`;

/** The token in a `Cookie` header, or null; a name that comes twice was tampered with and counts as none. */
export function tokenIn(header: string | null | undefined, transport: Transport): string | null {
  const mine = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${cookieName(transport)}=`));
  return mine.length === 1 ? mine[0]!.slice(cookieName(transport).length + 1) : null;
}
