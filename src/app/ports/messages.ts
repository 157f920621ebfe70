/** What residents were told, on which ways, and which ways they chose. */
export const channels = ['sms', 'email'] as const;
/** Ways out of the product; in it, everything is shown. */
export type OutsideWay = (typeof channels)[number];

/** What a message speaks of, as the texts name it: a label in both languages, a day, or a word. */
export type Says = { [placeholder: string]: string | { zh: string; en: string } };
export type Message = {
  /** What it tells of and to whom; the same is told once. */
  key: string;
  recipient: string;
  kind: string;
  caseNumber: string | null;
  says: Says;
  at: string;
};
/** `off`: she chose another way meanwhile. `no-address`: there was none. `refused`: whoever carries it would not. `failed`: given up after many tries. */
export const sendingStates = ['waiting', 'sent', 'off', 'no-address', 'refused', 'failed'] as const;
export type SendingState = (typeof sendingStates)[number];
export type Sending = { channel: OutsideWay; state: SendingState; at: string };
export type ToldMessage = Message & { id: string; readAt: string | null; sendings: Sending[] };

/** `address`: confirmed. `asked`: one that waits for its code. */
export type ToldChoice = {
  person: string;
  language: 'zh' | 'en';
  sms: boolean;
  email: boolean;
  phone: string | null;
  address: string | null;
  asked: { address: string; codeHash: string; until: string; tries: number } | null;
};

export interface Messages {
  /** Kept once each by key; for each way a job of kind `send` that may run from `from`. How many were new. */
  tell(messages: readonly (Message & { ways: readonly OutsideWay[] })[], from: string): Promise<number>;
  message(key: string): Promise<ToldMessage | null>;
  sending(key: string, channel: OutsideWay, state: SendingState, at: string): Promise<void>;
  /** Newest first; `before` is an id. */
  messagesOf(recipient: string, page: { before?: string; limit: number }): Promise<ToldMessage[]>;
  messagesAbout(caseNumber: string, recipient: string, limit: number): Promise<ToldMessage[]>;
  unread(recipient: string): Promise<number>;
  /** Everything up to and including `upTo` was seen. */
  markRead(recipient: string, upTo: string, at: string): Promise<void>;
  /** Sent to a person on a way since the instant. */
  sentSince(recipient: string, channel: OutsideWay, since: string): Promise<number>;

  toldChoice(person: string): Promise<ToldChoice | null>;
  saveToldChoice(choice: ToldChoice): Promise<void>;
}
