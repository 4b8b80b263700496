import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { upcast, type CaseSelected } from '#audit-cycle';
import { factsOf, streamName, type EventLog } from '#event-log';
import { actionCompletionView, openActionsOfChild, type TrackedAction, type ViewReader } from '#views';
import { levelWith } from '../reading/level-with.js';
import { RECORD, VIEW_LEVELS, VIEW_READER, type ViewLevels } from '../reading/sources.js';

export interface OpenActions {
  readonly items: readonly TrackedAction[];
  /** How much of the log they tell of. */
  readonly position: bigint;
}

/** What is left to do for the child of an audit, from all of the child's audits; null where there is no such audit. */
export class ListOpenActions extends Query<OpenActions | null> {
  constructor(
    readonly authority: string,
    readonly audit: string,
  ) {
    super();
  }
}

@QueryHandler(ListOpenActions)
export class ListOpenActionsHandler implements IQueryHandler<ListOpenActions> {
  constructor(
    @Inject(RECORD) private readonly record: EventLog,
    @Inject(VIEW_LEVELS) private readonly levels: ViewLevels,
    @Inject(VIEW_READER) private readonly reader: ViewReader,
  ) {}

  /** Nothing that is on record when it is asked is left out: the view comes level with the log first. @throws Problem 503 */
  async execute({ authority, audit }: ListOpenActions): Promise<OpenActions | null> {
    const position = await this.record.head(authority);
    const [selected] = await this.record.readStream(streamName(authority, 'case-audit', audit), { limit: 1 });
    if (selected === undefined) return null;
    const { type, schema } = selected.header;
    const { child } = upcast(type, schema, { facts: factsOf(selected) }).facts as CaseSelected['facts'];
    await levelWith(this.levels, actionCompletionView, authority, position);
    return { items: await openActionsOfChild(this.reader, authority, child), position };
  }
}
