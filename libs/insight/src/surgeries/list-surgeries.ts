import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { SurgeryHeld } from '#audit-cycle';
import { actionsOfMeasure, type TrackedActionOfSurgery, type ViewReader } from '#views';
import { RecordedStreams } from '../reading/recorded-streams.js';
import { VIEW_READER } from '../reading/sources.js';

/** A surgery with what was to be done because of it. */
export type SurgeryWithActions = SurgeryHeld['facts'] & {
  /** Whatever became of them, the earliest due first. */
  readonly actions: readonly TrackedActionOfSurgery[];
};

export interface Surgeries {
  /** The latest first. */
  readonly items: readonly SurgeryWithActions[];
  /** How much of the log they tell of. */
  readonly position: bigint;
}

/** Null where there is no such measure. */
export class ListSurgeries extends Query<Surgeries | null> {
  constructor(
    readonly authority: string,
    readonly measure: string,
  ) {
    super();
  }
}

@QueryHandler(ListSurgeries)
export class ListSurgeriesHandler implements IQueryHandler<ListSurgeries> {
  constructor(
    private readonly streams: RecordedStreams,
    @Inject(VIEW_READER) private readonly reader: ViewReader,
  ) {}

  /** The actions are read first: no surgery that one of them names is missing then. */
  async execute({ authority, measure }: ListSurgeries): Promise<Surgeries | null> {
    const { actions, position } = await actionsOfMeasure(this.reader, authority, measure);
    const found = await this.streams.one(authority, 'measure', measure);
    if (found === null || found.state.status === 'not-defined') return null;
    const items = found.state.surgeries.map((held) => ({
      ...held,
      actions: actions.filter(({ surgery }) => surgery === held.surgery),
    }));
    return { items: items.reverse(), position };
  }
}
