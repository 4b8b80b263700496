import type { AuthorityId } from '#audit-cycle';
import { pause, type ConsumerCheckpoints, type EventLog, type LogPage } from '#event-log';
import type { Notice, Notices } from '../keeping/notice.js';
import { noticesOf, TOLD_TYPES } from './notices-of.js';
import { Roster } from './roster.js';

export interface NoticeWriterParts {
  readonly log: EventLog;
  readonly checkpoints: ConsumerCheckpoints;
  readonly notices: Notices;
  readonly report: (line: string, about: object) => void;
}

const CONSUMER = 'notifications';
const LOOK_FOR_AUTHORITIES_EVERY_MS = 1000;
const RETRY_AFTER_MS = 1000;
/** Events of a page; their notices are kept together. */
const AT_ONCE = 200;

/**
 * Follows the log and puts notices into inboxes. The checkpoint moves after the notices of a page are kept, so a crash repeats some
 * of them; each has an id that follows from its event, and a repeat changes nothing.
 */
export class NoticeWriter {
  private readonly roster: Roster;

  constructor(private readonly parts: NoticeWriterParts) {
    this.roster = new Roster(parts.log);
  }

  /** Runs until the signal is aborted, for every authority there is or will be. */
  async run(signal: AbortSignal): Promise<void> {
    const following = new Map<AuthorityId, Promise<void>>();
    while (!signal.aborted) {
      for (const authority of await this.authorities()) {
        if (!following.has(authority)) following.set(authority, this.followAlways(authority, signal));
      }
      await pause(LOOK_FOR_AUTHORITIES_EVERY_MS, signal);
    }
    await Promise.all(following.values());
  }

  /** Tells everything up to the end of the log as it is now, and returns. */
  async catchUp(authority: AuthorityId): Promise<void> {
    const { log, checkpoints } = this.parts;
    for (let after = await checkpoints.read(authority, CONSUMER); ;) {
      const page = await log.readAll(authority, { after, limit: AT_ONCE, filter: { types: TOLD_TYPES } });
      if (page.through === after) return;
      await this.tell(authority, page);
      after = page.through;
    }
  }

  private async authorities(): Promise<readonly AuthorityId[]> {
    try {
      return await this.parts.log.authorities();
    } catch (error) {
      this.parts.report('The log cannot be read; notices wait', { err: error });
      return [];
    }
  }

  private async followAlways(authority: AuthorityId, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const after = await this.parts.checkpoints.read(authority, CONSUMER);
        const asked = { after, limit: AT_ONCE, filter: { types: TOLD_TYPES }, signal };
        for await (const page of this.parts.log.follow(authority, asked)) await this.tell(authority, page);
      } catch (error) {
        this.parts.report('Notices stopped; trying again', { authority, err: error });
        await pause(RETRY_AFTER_MS, signal);
      }
    }
  }

  private async tell(authority: AuthorityId, { events, through }: LogPage): Promise<void> {
    // A page without such events is found empty again after a restart.
    if (events.length === 0) return;
    const { log, notices, checkpoints } = this.parts;
    const told: Notice[] = [];
    for (const event of events) {
      const here = await this.roster.at(authority, event.position, event.header.occurredAt);
      told.push(...(await noticesOf(log, event, here)));
    }
    await notices.add(authority, told);
    await checkpoints.advance(authority, CONSUMER, through);
  }
}
