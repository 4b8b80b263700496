import { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import type { Mail, Mailer, Sending } from './mailer.js';

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  /** The address that mail comes from. */
  readonly from: string;
}

const WAIT_MS = 20_000;
/** Nobody who is on leave answers this by themselves (RFC 3834). */
const NO_ANSWERS = { 'Auto-Submitted': 'auto-generated' };
const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Sends mail through an SMTP server. In clear it speaks to this machine alone: to any other it insists on encryption. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;

  constructor(private readonly settings: SmtpSettings) {
    const { protocol, hostname, port, username, password } = new URL(settings.url);
    const secure = protocol === 'smtps:';
    this.transport = createTransport({
      host: hostname.replaceAll(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: !secure && !THIS_MACHINE.has(hostname),
      ...(username === ''
        ? {}
        : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      connectionTimeout: WAIT_MS,
      greetingTimeout: WAIT_MS,
      socketTimeout: WAIT_MS,
      // What a mail says comes from us alone: it never reads a file or an address of the net.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, subject, text }: Mail): Promise<Sending> {
    let isLetIn = false;
    // The text is asked for once the server has let us in, and not before: until then it cannot have taken it.
    const body = Readable.from(
      (function* () {
        isLetIn = true;
        yield text;
      })(),
    );
    try {
      // An object, so that no character of the address is read as a second one.
      const receiver = { name: '', address: to };
      const { from } = this.settings;
      await this.transport.sendMail({ from, to: receiver, subject, text: body, headers: NO_ANSWERS });
      return { outcome: 'sent' };
    } catch (error) {
      return failed(error as SmtpError, isLetIn);
    }
  }

  /** Null where the server lets us in; else what is wrong, and which setting to look at. */
  async problem(): Promise<string | null> {
    try {
      await this.transport.verify();
      return null;
    } catch (error) {
      return reasonOf(error as SmtpError);
    }
  }

  close(): void {
    this.transport.close();
  }
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/** An answer of the server is certain; a line that broke after it let us in may have broken after it took the mail. */
function failed(error: SmtpError, isLetIn: boolean): Sending {
  const why = reasonOf(error);
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') return { outcome: 'refused', why };
  return { outcome: isLetIn && error.responseCode === undefined ? 'unknown' : 'no-server', why };
}

const REASONS: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server does not accept the user or the password in TOUCHSTONE_SMTP.',
  EDNS: 'The host in TOUCHSTONE_SMTP is not known.',
  ECONNECTION:
    'The mail server in TOUCHSTONE_SMTP cannot be reached. Check its host and port, and that it runs.',
  ESOCKET:
    'The connection to the mail server in TOUCHSTONE_SMTP could not be made or broke. Check its host and port, and whether it is smtp:// or smtps://.',
  ETLS: 'The mail server in TOUCHSTONE_SMTP does not offer the encryption that is needed. Let it offer STARTTLS, or use smtps://.',
  ETIMEDOUT:
    'The mail server in TOUCHSTONE_SMTP does not answer. Check its host and port, and whether it is smtp:// or smtps://.',
  EENVELOPE:
    'The mail server refused the sender or the receiver. Check TOUCHSTONE_MAIL_FROM and the address of the person.',
  EMESSAGE: 'The mail server refused the mail.',
};

/** Servers repeat addresses in what they answer, so only its number is told. */
function reasonOf({ code = '', responseCode }: SmtpError): string {
  const reason = REASONS[code] ?? `The mail could not be sent (${code === '' ? 'no code' : code}).`;
  return responseCode === undefined ? reason : `${reason} It answered ${responseCode}.`;
}
