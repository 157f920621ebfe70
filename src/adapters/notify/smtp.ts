/** Letters through a mail server (SMTP). Plain text; the same message carries the same Message-ID each time it is given over. */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Gateway, GivenOver } from '../../app/ports/gateway';

export type SmtpOptions = {
  /** smtp://user:password@host:587 – with STARTTLS – or smtps://…:465. Credentials never go over a connection that is not encrypted. */
  url: string;
  /** `一件 <no-reply@example.org>` */
  from: string;
};

const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 };

export function smtpGateway({ url, from }: SmtpOptions): Gateway & { close(): void } {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const auth = username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {};
  const host = hostname.replace(/^\[|\]$/g, '');
  const transport = createTransport({ pool: true, maxConnections: 2, host, port: Number(port) || (secure ? 465 : 587), secure, requireTLS: !secure && username !== '', ...auth, ...patience });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    give: ({ key, to, subject, text }) => {
      const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
      const headers = { 'Auto-Submitted': 'auto-generated' };
      return transport.sendMail({ from, to: { name: '', address: to }, subject, text: `${text}\n`, messageId, headers, disableFileAccess: true, disableUrlAccess: true }).then(
        (): GivenOver => 'sent',
        (error: unknown): GivenOver => refusal(error),
      );
    },
    close: () => transport.close(),
  };
}

/** 5xx about the recipient or the content is final; everything else – away, busy, wrong account – may be mended. */
function refusal(error: unknown): GivenOver {
  const { code = '', responseCode = 0, message = '' } = error as { code?: string; responseCode?: number; message?: string };
  return { refused: `${code} ${message}`.trim(), again: !(responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) };
}
