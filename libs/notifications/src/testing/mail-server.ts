import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  /** Headers and text as they came. */
  readonly message: string;
}

/** What the server does with a mail; `breaks` takes all of it and cuts the line instead of an answer, `refuses-text` answers that it cannot keep it. */
export type Behaviour = 'takes' | 'refuses-receiver' | 'refuses-text' | 'breaks';

/** An SMTP server on this machine, which speaks in clear and asks for a password where one is given. */
export class MailServer {
  readonly received: Received[] = [];
  behaviour: Behaviour = 'takes';
  private readonly server: SMTPServer;
  port = 0;

  private constructor(password: string | null) {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', ...(password === null ? ['AUTH'] : [])],
      authOptional: password === null,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      onAuth: ({ password: given }, _, answer) =>
        given === password ? answer(null, { user: 'touchstone' }) : answer(new Error('No')),
      onRcptTo: (_, __, answer) =>
        this.behaviour === 'refuses-receiver' ? answer(refusal('No such mailbox', 550)) : answer(),
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.behaviour === 'refuses-text') return answer(refusal('Full for now', 452));
          const { mailFrom, rcptTo } = session.envelope;
          this.received.push({
            to: rcptTo.map(({ address }) => address),
            from: mailFrom === false ? '' : mailFrom.address,
            message: Buffer.concat(chunks).toString('utf8'),
          });
          if (this.behaviour === 'breaks') {
            for (const connection of this.server.connections) connection.close();
          } else answer();
        });
      },
    });
    // Lines that a test breaks on purpose.
    this.server.on('error', () => undefined);
  }

  /** Listens at a port that is free, or at this one. */
  static async begin({
    password = null,
    port = 0,
  }: { password?: string | null; port?: number } = {}): Promise<MailServer> {
    const mail = new MailServer(password);
    const listening = mail.server.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    mail.port = (listening.address() as { port: number }).port;
    return mail;
  }

  end(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const refusal = (words: string, responseCode: number): Error =>
  Object.assign(new Error(words), { responseCode });
