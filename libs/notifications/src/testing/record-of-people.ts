import { EVENT_SCHEMAS, ROLES, type AuditCycleEvent, type Role, type StreamKind } from '#audit-cycle';
import { derivedId, makeRecord, MemoryEventLog, sha256Hex, streamName } from '#event-log';

export const SHIRE = 'shire';
export const NOW = '2026-06-15T10:00:00.000Z';
/** Nobody's work concerns them; they only do things. */
export const DOER = derivedId('person', 'doer');

type FactsOf<T extends AuditCycleEvent['type']> = Extract<AuditCycleEvent, { type: T }>['facts'];
/** An event with as many of its facts as a test needs. */
export type Happening = {
  [T in AuditCycleEvent['type']]: readonly [type: T, facts: Partial<FactsOf<T>>];
}[AuditCycleEvent['type']];

/** A log in memory, with people who came long ago. */
export class RecordOfPeople {
  readonly log = new MemoryEventLog(() => new Date(NOW));
  private appended = 0;

  /** Somebody with all roles that their name begins with: `qa-lead 2`. */
  async person(name: string): Promise<string> {
    const id = derivedId('person', name);
    const roles = ROLES.filter((role: Role) => name.startsWith(role));
    await this.happened('person', id, ['PersonJoined', { on: '2026-01-05' }], ['RolesGiven', { roles }]);
    return id;
  }

  /** Appends to one stream what `DOER` did. */
  async happened(kind: StreamKind, id: string, ...events: readonly Happening[]): Promise<void> {
    await this.happenedBy(DOER, kind, id, ...events);
  }

  async happenedBy(
    actor: string,
    kind: StreamKind,
    id: string,
    ...events: readonly Happening[]
  ): Promise<void> {
    const stream = streamName(SHIRE, kind, id);
    const command = derivedId('command', String((this.appended += 1)));
    const records = events.map(([type, facts], index) =>
      makeRecord({
        stream,
        id: derivedId('event', command, String(index)),
        ...{ type, facts, actor, command, narrative: null, causation: null },
        schema: EVENT_SCHEMAS[type],
        occurredAt: NOW,
        correlation: command,
        keyScope: kind,
      }),
    );
    const answer = await this.log.append({
      ...{ stream, events: records, expect: 'any' },
      command: { id: command, digest: sha256Hex(command) },
    });
    if (answer.outcome !== 'appended') throw new Error(answer.outcome);
  }
}
