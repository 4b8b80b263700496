import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  escalationsView,
  findEscalation,
  type EscalationShown,
  type OneEscalationQuery,
  type ViewReader,
} from '#views';
import { withRevision, type Revisioned } from '../reading/revisioned.js';
import { STREAM_REVISIONS, VIEW_READER, type StreamRevisions } from '../reading/sources.js';

export class FindEscalation extends Query<Revisioned<EscalationShown> | null> {
  constructor(readonly asked: OneEscalationQuery) {
    super();
  }
}

@QueryHandler(FindEscalation)
export class FindEscalationHandler implements IQueryHandler<FindEscalation> {
  constructor(
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(STREAM_REVISIONS) private readonly revisions: StreamRevisions,
  ) {}

  execute({ asked }: FindEscalation): Promise<Revisioned<EscalationShown> | null> {
    const stream = { kind: 'escalation', id: asked.id } as const;
    return withRevision(this.revisions, escalationsView, asked.authority, stream, () =>
      findEscalation(this.reader, asked),
    );
  }
}
