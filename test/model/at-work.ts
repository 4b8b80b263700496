import { simulatedSecret } from '#authority-setup';
import {
  isHere,
  londonDate,
  type CommandAnswer,
  type Envelope,
  type IsoDate,
  type Order,
  type OrderFor,
  type PersonId,
  type Role,
  type StreamKind,
} from '#audit-cycle';
import { InProcessGateway } from '#capture';
import {
  derivedId,
  MemoryBlobStore,
  MemoryConsumerCheckpoints,
  MemoryEventLog,
  type BlobStore,
  type ConsumerCheckpoints,
  type EventLog,
  type RecordedEvent,
} from '#event-log';

export const AUTHORITY = 'northshire';

/** The whole command path of the product on memory, at a moment that is moved by hand. */
export class AtWork {
  readonly gateway: InProcessGateway;
  /** What the processes met that they should not have met. */
  readonly reports: string[] = [];
  private sent = 0;
  private seeds = 0;

  constructor(
    public now: string,
    readonly blobs: BlobStore = new MemoryBlobStore(),
    carriedOn = 0n,
    readonly log: EventLog = new MemoryEventLog(() => new Date(this.now)),
    /** Tells the commands of one from those of another who works on the same log. */
    private readonly name = 'alone',
  ) {
    this.gateway = new InProcessGateway({
      log,
      blobs,
      checkpoints: checkpointsFrom(carriedOn),
      secrets: { of: async (_authority, cycle) => simulatedSecret(cycle) },
      clock: () => new Date(this.now),
      newSeed: () => `seed-${++this.seeds}`,
      report: (line, about) => void this.reports.push(`${line} ${JSON.stringify(about, bigIntsAsText)}`),
    });
  }

  get today(): IsoDate {
    return londonDate(this.now);
  }

  nextCommand(): string {
    return derivedId('model', this.name, this.now, String(++this.sent));
  }

  async say(
    order: Order,
    by: PersonId,
    { commandId = this.nextCommand(), ...more }: Partial<Envelope> = {},
  ): Promise<CommandAnswer> {
    const actor = { person: by, roles: await this.rolesOf(by) };
    return this.gateway.execute({ authority: AUTHORITY, actor, commandId, order, ...more });
  }

  /** Says it and lets the processes carry it on. @throws Error where it is refused: a scene that cannot be set is a mistake of the model */
  async done<K extends StreamKind>(
    kind: K,
    id: string,
    by: PersonId,
    ...commands: readonly OrderFor<K>['command'][]
  ): Promise<void> {
    for (const command of commands) {
      const answer = await this.say({ kind, id, command } as Order, by);
      if (!answer.ok)
        throw new Error(`${command.type} was refused: ${answer.refusal.code} ${answer.refusal.message}`);
      await this.gateway.catchUp(AUTHORITY);
    }
  }

  async events(): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for (;;) {
      const { events, through } = await this.log.readAll(AUTHORITY, {
        after: found.at(-1)?.position ?? 0n,
      });
      found.push(...events);
      if (events.length === 0 || through === (await this.log.head(AUTHORITY))) return found;
    }
  }

  /** Those of today, as the directory has them. */
  private async rolesOf(person: PersonId): Promise<readonly Role[]> {
    const { state } = await this.gateway.lookups.streams.load(AUTHORITY, 'person', person);
    return isHere(state, this.today) ? state.roles : [];
  }
}

/** Nothing before the position is carried on again. */
function checkpointsFrom(start: bigint): ConsumerCheckpoints {
  const kept = new MemoryConsumerCheckpoints();
  return {
    read: async (authority, consumer) => {
      const position = await kept.read(authority, consumer);
      return position > start ? position : start;
    },
    advance: (...moved) => kept.advance(...moved),
  };
}

const bigIntsAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
