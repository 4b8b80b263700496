import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { caseRecord, type CaseRecordItem, type CaseRecordQuery, type Page, type ViewReader } from '#views';
import { VIEW_READER } from '../reading/sources.js';

/** A page of a case record; null when nothing is known of the child or the audit at all. */
export class ShowCaseRecord extends Query<Page<CaseRecordItem> | null> {
  constructor(readonly asked: CaseRecordQuery) {
    super();
  }
}

@QueryHandler(ShowCaseRecord)
export class ShowCaseRecordHandler implements IQueryHandler<ShowCaseRecord> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  async execute({ asked }: ShowCaseRecord): Promise<Page<CaseRecordItem> | null> {
    const page = await caseRecord(this.reader, asked);
    if (page.items.length > 0) return page;
    const first = await caseRecord(this.reader, { ...asked, after: undefined, limit: 1 });
    return first.items.length > 0 ? page : null;
  }
}
