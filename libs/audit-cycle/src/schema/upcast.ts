import { EVENT_SCHEMAS } from '../event-schemas.js';
import { UnreadableEvent } from './unreadable-event.js';
import type { StoredFacts, StoredTexts, Upcaster } from './upcaster.js';
import { UPCASTERS } from './upcasters.js';

/** What was read of an event. `narrative` is left out where the reader sees facts only, and null where the event has none. */
export interface StoredEvent {
  readonly facts: unknown;
  readonly narrative?: StoredTexts | null;
}

/** Brings a stored event into the shape of today. The same object comes back when it has that shape already. */
export type Upcast = (type: string, schema: number, stored: StoredEvent) => StoredEvent;

/** @throws UnreadableEvent for a type or version that is not known here, and where a step is missing. */
export function upcasting(
  schemas: Readonly<Record<string, number>>,
  upcasters: Readonly<Partial<Record<string, readonly Upcaster[]>>>,
): Upcast {
  const today = new Map(Object.entries(schemas));
  return (type, schema, stored) => {
    const known = today.get(type);
    if (schema === known) return stored;
    if (known === undefined)
      throw new UnreadableEvent(
        type,
        schema,
        'a newer Touchstone wrote it, and this one knows no event of that name. Upgrade this Touchstone.',
      );
    if (schema > known)
      throw new UnreadableEvent(
        type,
        schema,
        `a newer Touchstone wrote it, and this one knows it up to schema ${known}. Upgrade this Touchstone.`,
      );
    if (!Number.isInteger(schema) || schema < 1)
      throw new UnreadableEvent(
        type,
        schema,
        'schemas count from 1, so no Touchstone wrote this. Restore the log from a backup.',
      );
    let upcasted = stored;
    for (let version = schema; version < known; version += 1) {
      const step = upcasters[type]?.[version - 1];
      if (step === undefined)
        throw new UnreadableEvent(
          type,
          schema,
          `the step from schema ${version} to ${version + 1} is missing here. This is a fault of this version of Touchstone: report it, and run another version until then.`,
        );
      upcasted = taken(step, upcasted);
    }
    return upcasted;
  };
}

/** As `upcasting`, for the events of the audit cycle. */
export const upcast: Upcast = upcasting(EVENT_SCHEMAS, UPCASTERS);

function taken(step: Upcaster, { facts: stored, narrative }: StoredEvent): StoredEvent {
  // Records are made of plain facts alone; see `DomainEvent`.
  const before = stored as StoredFacts;
  const facts = step.facts(before);
  if (narrative === undefined) return { facts };
  return { facts, narrative: step.narrative === undefined ? narrative : step.narrative(narrative, before) };
}
