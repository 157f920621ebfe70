/** Whoever carries a message out of the product: a mail server, a short-message gateway. */
export type Outgoing = {
  /** The same each time the same message is given over; a carrier that keeps keys delivers it once. */
  key: string;
  to: string;
  subject: string;
  text: string;
};
/** `again`: it may go another time. Otherwise it never will: no such address, or the text is not taken. */
export type GivenOver = 'sent' | { refused: string; again: boolean };

export interface Gateway {
  give(message: Outgoing): Promise<GivenOver>;
}
/** Null: that way is not open. */
export type Gateways = { sms: Gateway | null; email: Gateway | null };
