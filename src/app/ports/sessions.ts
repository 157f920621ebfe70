/** Signed-in visits of a browser: what its `Cookie` header holds, who that is, and the `Set-Cookie` that begins or ends it. */
import type { Principal } from './identity';

export interface Sessions {
  /** The session's token in a `Cookie` header, or null. Asks nobody. */
  tokenIn(header: string | undefined): string | null;
  /** Who holds the token now. */
  who(token: string): Promise<Principal | null>;
  /** Begins a session in place of the one the visitor came with; on a shared computer it ends after five minutes without use. The value of `Set-Cookie`. */
  begin(who: Principal, replaces: string | null, shared?: 'shared'): Promise<string>;
  /** Ends it; the value of `Set-Cookie`. */
  end(token: string | null): Promise<string>;
}
