import { upcast, type AuditCycleEvent, type StreamKind } from '#audit-cycle';
import { factsOf, narrativeOf, parseStreamName, type RecordedEvent } from '#event-log';

/** An event as the log alone has it. */
export type Happened = AuditCycleEvent & {
  readonly kind: StreamKind;
  readonly id: string;
  readonly by: string;
  readonly command: string;
  readonly on: string;
  readonly said: Readonly<Record<string, string>>;
};

export const happened = (event: RecordedEvent): Happened => {
  const { type, schema, stream, actor, command, occurredAt } = event.header;
  const { facts, narrative } = upcast(type, schema, { facts: factsOf(event), narrative: narrativeOf(event) });
  const { kind, id } = parseStreamName(stream);
  return {
    ...{ type, facts, narrative, kind, id, by: actor, command },
    ...{ on: occurredAt.slice(0, 10), said: narrative ?? {} },
  } as Happened;
};

/** Watches the log go by and says what must not have been. */
export interface Watcher {
  see(event: Happened): void;
  readonly findings: readonly string[];
}
