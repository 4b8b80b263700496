import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { listAudits, type AuditListQuery, type AuditRow, type Page, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

export class ListAudits extends Query<Page<AuditRow>> {
  constructor(readonly asked: AuditListQuery) {
    super();
  }
}

@QueryHandler(ListAudits)
export class ListAuditsHandler implements IQueryHandler<ListAudits> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  execute({ asked }: ListAudits): Promise<Page<AuditRow>> {
    return listAudits(this.reader, asked);
  }
}
