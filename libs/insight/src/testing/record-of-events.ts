import { EVENT_SCHEMAS, type AuditCycleEvent, type Instant, type StreamKind } from '#audit-cycle';
import { derivedId, makeRecord, MemoryEventLog, sha256Hex, streamName } from '#event-log';
import { MemoryViewStore, pause, Projections } from '#projections';
import { VIEWS } from '#views';

/** A log in memory and the views of it. The log's clock is put to the moment of each event. */
export class RecordOfEvents {
  private moment: Instant = '2021-01-01T00:00:00.000Z';
  private appended = 0;
  readonly log = new MemoryEventLog(() => new Date(this.moment));
  readonly store = new MemoryViewStore();
  readonly projections = new Projections({
    log: this.log,
    store: this.store,
    views: VIEWS,
    now: () => new Date(this.moment),
    pause,
    report: (line) => {
      throw new Error(line);
    },
    discoverEvery: 5,
  });

  constructor(readonly authority: string) {}

  /** Appends to one stream what happened at one moment, and answers with the position of the last event. */
  async happened(
    at: Instant,
    kind: StreamKind,
    id: string,
    ...events: readonly AuditCycleEvent[]
  ): Promise<bigint> {
    this.moment = at;
    const stream = streamName(this.authority, kind, id);
    const command = derivedId('test', this.authority, String((this.appended += 1)));
    const answer = await this.log.append({
      stream,
      expect: 'any',
      command: { id: command, digest: sha256Hex(command) },
      events: events.map(({ type, facts, narrative }, index) =>
        makeRecord({
          stream,
          id: derivedId('event', command, String(index)),
          type,
          schema: EVENT_SCHEMAS[type],
          occurredAt: at,
          actor: derivedId('person', 'auditor'),
          command,
          correlation: command,
          causation: null,
          keyScope: kind,
          facts,
          narrative,
        }),
      ),
    });
    if (answer.outcome !== 'appended') throw new Error(answer.outcome);
    return answer.lastPosition;
  }

  /** Brings every view level with the log. */
  async level(): Promise<void> {
    for (const { name } of VIEWS) await this.projections.rebuild(name);
  }
}
