import { londonDate, type AuthorityId, type IsoDate, type PersonId } from '#audit-cycle';
import { pause } from '#event-log';
import type { PeopleDirectory, PeopleNames } from '#identity';
import type { Digests } from '../keeping/digests.js';
import { digestMail } from './digest-mail.js';
import { londonHour } from './london-hour.js';
import type { Mailer } from './mailer.js';

export interface DigestSenderParts {
  readonly authorities: () => Promise<readonly AuthorityId[]>;
  readonly digests: Digests;
  readonly names: Pick<PeopleNames, 'addresses'>;
  readonly directory: PeopleDirectory;
  readonly mailer: Mailer;
  readonly clock: () => Date;
  /** From this hour on in London, 0 to 23, the digest of a day goes out. */
  readonly hour: number;
  /** Where people reach the product; null leaves links out. */
  readonly publicUrl: string | null;
  readonly report: (line: string, about: object) => void;
}

const ROUND_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** After so many minutes a mail that did not go out is tried again, the longest ever after. */
const BACK_OFF_MINUTES = [1, 2, 5, 15, 30, 60] as const;

/**
 * Sends everybody who has an address one digest a day, and none where there is nothing new. What could not be sent is tried again,
 * less and less often; what is not sent by midnight is in the digest of the next day.
 */
export class DigestSender {
  constructor(private readonly parts: DigestSenderParts) {}

  /** Runs until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.round(signal).catch((error: unknown) =>
        this.parts.report('Digests stopped; trying again', { err: error }),
      );
      await pause(ROUND_EVERY_MS, signal);
    }
  }

  /** Sends what is due. Where the mail server is away it ends, and the others stay unclaimed. */
  async round(signal?: AbortSignal): Promise<void> {
    const now = this.parts.clock();
    if (londonHour(now) < this.parts.hour) return;
    const day = londonDate(now.toISOString());
    for (const authority of await this.parts.authorities()) {
      const addresses = await this.parts.names.addresses(authority);
      if (addresses.size === 0) continue;
      for (const person of await this.parts.digests.waiting(authority, day, now.toISOString())) {
        const address = addresses.get(person);
        if (address === undefined || (await this.parts.directory.find(authority, person)) === null) continue;
        if (signal?.aborted || !(await this.send(authority, person, day, address))) return;
      }
    }
  }

  /** False where there is no server to send anything through, or the day is over: what is left is of the next. */
  private async send(
    authority: AuthorityId,
    person: PersonId,
    day: IsoDate,
    address: string,
  ): Promise<boolean> {
    const { digests, mailer, publicUrl, report } = this.parts;
    if (londonDate(this.now()) !== day) return false;
    const claim = await digests.claim(authority, { person, day }, this.now());
    if (claim === null) return true;
    const sending = await mailer.send(digestMail(address, claim.notices, publicUrl));
    if (sending.outcome === 'sent') {
      await digests.sent(authority, claim, this.now());
      return true;
    }
    report('A digest did not go out', { authority, person, attempt: claim.attempt, why: sending.why });
    // Who cannot know whether it went out does not send it twice on one day.
    if (sending.outcome !== 'unknown') await digests.putOff(authority, claim, this.retryAt(claim.attempt));
    return sending.outcome === 'refused';
  }

  private retryAt(attempt: number): string {
    const minutes = BACK_OFF_MINUTES[Math.min(attempt, BACK_OFF_MINUTES.length) - 1]!;
    return new Date(this.parts.clock().getTime() + minutes * MINUTE_MS).toISOString();
  }

  private now(): string {
    return this.parts.clock().toISOString();
  }
}
