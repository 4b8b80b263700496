import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { caseRecordEntries, caseRecordView, isOnRecord, type ViewReader } from '#views';
import type { Revisioned } from '../reading/revisioned.js';
import { VIEW_READER } from '../reading/sources.js';
import { reAuditOf, type ReAudit } from './re-audit.js';

export class FindReAudit extends Query<Revisioned<ReAudit> | null> {
  constructor(
    readonly authority: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(FindReAudit)
export class FindReAuditHandler implements IQueryHandler<FindReAudit> {
  constructor(@Inject(VIEW_READER) private readonly reader: ViewReader) {}

  /** Entries and revision are of one moment: the revision is that of the last entry. */
  async execute({ authority, id }: FindReAudit): Promise<Revisioned<ReAudit> | null> {
    const kept = await this.reader.look(caseRecordView, authority, (look) =>
      look.rows(caseRecordEntries, { where: { streamKind: 're-audit', streamId: id } }),
    );
    const entries = kept.filter(isOnRecord);
    const thing = reAuditOf(entries);
    const last = entries.at(-1);
    return thing === null || last === undefined ? null : { thing, revision: BigInt(last.revision) };
  }
}
