import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { actionCompletionView, findAction, type TrackedAction, type ViewReader } from '#views';
import { withRevision, type Revisioned } from '../reading/revisioned.js';
import { STREAM_REVISIONS, VIEW_READER, type StreamRevisions } from '../reading/sources.js';

export class FindAction extends Query<Revisioned<TrackedAction> | null> {
  constructor(
    readonly authority: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(FindAction)
export class FindActionHandler implements IQueryHandler<FindAction> {
  constructor(
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(STREAM_REVISIONS) private readonly revisions: StreamRevisions,
  ) {}

  execute({ authority, id }: FindAction): Promise<Revisioned<TrackedAction> | null> {
    return withRevision(
      this.revisions,
      actionCompletionView,
      authority,
      { kind: 'improvement-action', id },
      () => findAction(this.reader, authority, id),
    );
  }
}
