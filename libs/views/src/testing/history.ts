import type { StreamKind } from '#audit-cycle';
import type { ViewEvent, ViewEventNamed } from '../view.js';

/** A UUID that is easy to recognise. */
export const idOf = (kind: StreamKind, n: number): string => {
  const numbers = {
    cycle: 'c',
    'case-audit': 'a',
    'improvement-action': 'b',
    're-audit': 'd',
    escalation: 'e',
    'calibration-session': '5',
    'working-calendar': '3',
    'review-round': '2',
    policy: '4',
  } as const;
  const group = (numbers as Partial<Record<StreamKind, string>>)[kind] ?? '0';
  return `${group.repeat(8)}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
};

/** A made-up log: events are placed as they are added, a minute apart unless told otherwise. */
export class History {
  private readonly kept: ViewEvent[] = [];
  private readonly revisions = new Map<string, bigint>();
  private time: number;

  constructor(startsAt = '2021-04-01T09:00:00.000Z') {
    this.time = Date.parse(startsAt);
  }

  get events(): readonly ViewEvent[] {
    return this.kept;
  }

  /** The time of the events that follow. */
  at(instant: string): this {
    this.time = Date.parse(instant);
    return this;
  }

  add<Type extends ViewEvent['type']>(
    kind: StreamKind,
    id: string,
    type: Type,
    facts: ViewEventNamed<Type>['facts'],
    millisecondsLater = 60_000,
  ): this {
    this.time += millisecondsLater;
    const revision = (this.revisions.get(`${kind}-${id}`) ?? -1n) + 1n;
    this.revisions.set(`${kind}-${id}`, revision);
    const at = new Date(this.time).toISOString();
    const event = {
      position: BigInt(this.kept.length + 1),
      stream: { kind, id },
      revision,
      id: `eeeeeeee-0000-7000-8000-${this.kept.length.toString(16).padStart(12, '0')}`,
      occurredAt: at,
      recordedAt: at,
      actor: PERSON,
      type,
      facts,
    };
    this.kept.push(event as unknown as ViewEvent);
    return this;
  }
}

/** Everybody, where it does not matter who. */
export const PERSON = '99999999-0000-7000-8000-000000000001';
/** A secret and a digest, of the right form. */
export const SECRET = '5'.repeat(64);
export const DIGEST = 'd'.repeat(64);
export const ANOTHER_PERSON = '99999999-0000-7000-8000-000000000002';
