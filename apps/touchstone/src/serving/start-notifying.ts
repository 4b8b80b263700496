import { DigestSender, NoticeWriter, SmtpMailer } from '#notifications';
import type { Configuration, Log } from '#platform';
import type { Installation } from '../installation/installation.js';

export interface Notifying {
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** Fills inboxes from the log and, where a mail server is named, sends the daily digests. One that is away keeps nothing else from starting. */
export function startNotifying(
  { log: events, checkpoints, notices, names, directory }: Installation,
  { mail }: Configuration,
  log: Log,
): Notifying {
  const report = (line: string, about: object): void => log.warn(about, line);
  const stopping = new AbortController();
  const running = [new NoticeWriter({ log: events, checkpoints, notices, report }).run(stopping.signal)];
  const mailer = mail === null ? null : new SmtpMailer(mail);
  if (mail !== null && mailer !== null) {
    const sender = new DigestSender({
      ...{ digests: notices, names, directory, mailer, report },
      authorities: () => events.authorities(),
      clock: () => new Date(),
      hour: mail.digestHour,
      publicUrl: mail.publicUrl,
    });
    const looked = mailer.problem().then((why) => {
      if (why !== null) log.error({ why }, 'Digests cannot be sent as things are; they wait');
    });
    running.push(looked, sender.run(stopping.signal));
  }
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      mailer?.close();
    },
  };
}
