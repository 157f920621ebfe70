/** What the village station and the hall counter keep beside the record: opened devices, consents on their way, and which provisional number became which case. */

/** A tablet opened by a helper: good for sending what it holds, for a week. `tokenHash`: SHA-256 of what the tablet keeps under its passphrase. */
export type StationDevice = { id: string; tokenHash: string; helper: unknown; helperId: string; openedAt: string; expiresAt: string; endedAt: string | null };

/** The principal's yes by a code sent to her telephone or by her own sign-in. A signed paper needs none: it comes with the filing. */
export type Consent = {
  id: string;
  method: 'sms' | 'login';
  helperId: string;
  helperName: string;
  station: string;
  /** What it is for: the id of a journey, or of services. */
  matter: string[];
  /** Telephone number the code went to; null for a sign-in. */
  phone: string | null;
  codeHash: string | null;
  tries: number;
  /** Id and name of the principal whose sign-in gave it. */
  grantedBy: string | null;
  grantedName: string | null;
  grantedAt: string | null;
  expiresAt: string;
};

export type ArrivedFiling = { provisional: string; number: string; station: string; helperId: string; signedAt: string; arrivedAt: string };

export interface StationStore {
  openDevice(device: StationDevice): Promise<void>;
  /** A device that has neither ended nor expired. */
  device(tokenHash: string, at: string): Promise<StationDevice | null>;
  /** Newest first. */
  devicesOf(helperId: string): Promise<StationDevice[]>;
  endDevice(id: string, helperId: string, at: string): Promise<void>;

  askConsent(consent: Consent): Promise<void>;
  consent(id: string): Promise<Consent | null>;
  /** Counts a try at the code; the consent as it is then. */
  tryConsent(id: string): Promise<Consent | null>;
  /** Once; false where it was given before or has expired. */
  giveConsent(id: string, by: { id: string; name: string } | null, at: string): Promise<boolean>;

  /** Kept once. */
  noteArrival(filing: ArrivedFiling): Promise<void>;
  arrival(provisional: string): Promise<ArrivedFiling | null>;
}
