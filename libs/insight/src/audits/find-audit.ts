import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cycleProgressView, findAudit, type AuditRow, type ViewReader } from '#views';
import { withRevision, type Revisioned } from '../reading/revisioned.js';
import { STREAM_REVISIONS, VIEW_READER, type StreamRevisions } from '../reading/sources.js';

export class FindAudit extends Query<Revisioned<AuditRow> | null> {
  constructor(
    readonly authority: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(FindAudit)
export class FindAuditHandler implements IQueryHandler<FindAudit> {
  constructor(
    @Inject(VIEW_READER) private readonly reader: ViewReader,
    @Inject(STREAM_REVISIONS) private readonly revisions: StreamRevisions,
  ) {}

  execute({ authority, id }: FindAudit): Promise<Revisioned<AuditRow> | null> {
    return withRevision(this.revisions, cycleProgressView, authority, { kind: 'case-audit', id }, () =>
      findAudit(this.reader, authority, id),
    );
  }
}
