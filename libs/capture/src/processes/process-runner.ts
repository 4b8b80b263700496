import type { AuthorityState, CommandAnswer, Envelope } from '#audit-cycle';
import { derivedId, pause, type ConsumerCheckpoints, type EventLog, type RecordedEvent } from '#event-log';
import type { StreamStates } from '../deciding/stream-states.js';
import { authorityStreamId } from '#authority-setup';
import type { Process } from './reaction.js';

export interface ProcessRunnerDependencies {
  readonly log: EventLog;
  readonly checkpoints: ConsumerCheckpoints;
  readonly streams: StreamStates;
  readonly decide: (envelope: Envelope) => Promise<CommandAnswer>;
  readonly report: (line: string, about: object) => void;
}

/** Orders that go out together; the log commits them in few batches. */
const AT_ONCE = 50;
const LOOK_FOR_AUTHORITIES_EVERY_MS = 1000;
const RETRY_AFTER_MS = 1000;

/**
 * Follows the log and carries decisions on. The checkpoint moves after the orders of a page are done, so a crash repeats some
 * of them; each has an id derived from its event, and a repeat changes nothing.
 */
export class ProcessRunner {
  private readonly positions = new Map<string, bigint>();
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly process: Process,
    private readonly uses: ProcessRunnerDependencies,
  ) {}

  /** Runs until the signal is aborted, for every authority there is or will be. */
  async run(signal: AbortSignal): Promise<void> {
    const following = new Map<string, Promise<void>>();
    while (!signal.aborted) {
      for (const authority of await this.authorities()) {
        if (!following.has(authority)) following.set(authority, this.followAlways(authority, signal));
      }
      await pause(LOOK_FOR_AUTHORITIES_EVERY_MS, signal);
    }
    await Promise.all(following.values());
  }

  /** Carries on everything up to the end of the log as it is now, and returns. */
  async catchUp(authority: string): Promise<void> {
    let after = await this.uses.checkpoints.read(authority, this.process.name);
    for (;;) {
      const page = await this.uses.log.readAll(authority, { after, filter: { types: this.types() } });
      if (page.through === after) return;
      await this.carryOn(authority, page.events, page.through);
      after = page.through;
    }
  }

  /** Resolves when everything up to the position was carried on. @throws Error when that takes longer than `timeoutMs`. */
  carriedOn(authority: string, position: bigint, timeoutMs: number): Promise<void> {
    if ((this.positions.get(authority) ?? 0n) >= position) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        this.waiting.delete(check);
        settle();
      };
      const check = (): void => {
        if ((this.positions.get(authority) ?? 0n) >= position) done(resolve);
      };
      const late = new Error(
        `The process ${this.process.name} did not get to position ${position} in ${timeoutMs} ms`,
      );
      const timer = setTimeout(() => done(() => reject(late)), timeoutMs);
      this.waiting.add(check);
    });
  }

  private async authorities(): Promise<readonly string[]> {
    try {
      return await this.uses.log.authorities();
    } catch (error) {
      this.uses.report('The log cannot be read; trying again', { process: this.process.name, err: error });
      return [];
    }
  }

  private async followAlways(authority: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(authority, signal);
      } catch (error) {
        this.uses.report('A process stopped and tries again', {
          process: this.process.name,
          authority,
          err: error,
        });
        await pause(RETRY_AFTER_MS, signal);
      }
    }
  }

  private async follow(authority: string, signal: AbortSignal): Promise<void> {
    const after = await this.uses.checkpoints.read(authority, this.process.name);
    this.moveTo(authority, after);
    for await (const page of this.uses.log.follow(authority, {
      after,
      filter: { types: this.types() },
      signal,
    })) {
      await this.carryOn(authority, page.events, page.through);
    }
  }

  private async carryOn(authority: string, events: readonly RecordedEvent[], through: bigint): Promise<void> {
    for (const event of events) await this.react(authority, event);
    // A page without such events moves the checkpoint in memory only: it is found empty again after a restart.
    if (events.length > 0) await this.uses.checkpoints.advance(authority, this.process.name, through);
    this.moveTo(authority, through);
  }

  private async react(authority: string, event: RecordedEvent): Promise<void> {
    const simulated = await this.isSimulated(authority);
    for (const { to, orders } of this.process.reactions) {
      if (!to.includes(event.header.type)) continue;
      const wanted = await orders(event);
      for (let n = 0; n < wanted.length; n += AT_ONCE) {
        await Promise.all(
          wanted.slice(n, n + AT_ONCE).map((order) =>
            this.send({
              authority,
              actor: { person: this.process.name, roles: [], process: this.process.name },
              commandId: derivedId(this.process.name, event.header.id, order.id),
              order,
              correlation: event.header.correlation,
              causation: event.header.id,
              ...(simulated ? { at: event.header.occurredAt } : {}),
            }),
          ),
        );
      }
    }
  }

  /** A refusal is an answer of the domain (the cycle was closed meanwhile); it is reported and the process goes on. */
  private async send(envelope: Envelope): Promise<void> {
    const answer = await this.uses.decide(envelope);
    if (answer.ok) return;
    const { kind, id, command } = envelope.order;
    this.uses.report('What a process asked for was refused', {
      process: this.process.name,
      ...{ kind, id, command: command.type, code: answer.refusal.code },
    });
  }

  private async isSimulated(authority: string): Promise<boolean> {
    const { state } = await this.uses.streams.load(authority, 'authority', authorityStreamId(authority));
    return (state satisfies AuthorityState).registered?.clock === 'simulated';
  }

  private types(): readonly string[] {
    return this.process.reactions.flatMap(({ to }) => to);
  }

  private moveTo(authority: string, position: bigint): void {
    this.positions.set(authority, position);
    for (const check of this.waiting) check();
  }
}
