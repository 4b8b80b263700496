import type { AuditId, AuthorityId, ChildId, Instant } from '#audit-cycle';
import { pageOf, rowsToRead, type Page, type Paging } from '../cursor.js';
import type { ViewReader } from '../view-reader.js';
import { caseRecordEntries, caseRecordView, type CaseRecordEntry } from './entry.js';

export interface CaseRecordQuery extends Paging {
  readonly authority: AuthorityId;
  /** Of a child: all of its audits, their actions and re-audits. Of an audit: that audit, its actions and re-audits. */
  readonly of: { readonly child: ChildId } | { readonly audit: AuditId };
  readonly asOf?: Instant | undefined;
}

/** What happened, in the order of the log. */
export function caseRecord(reader: ViewReader, query: CaseRecordQuery): Promise<Page<CaseRecordEntry>> {
  const { authority, of, asOf, after } = query;
  return reader.look(caseRecordView, authority, async (look) => {
    const rows = await look.rows(caseRecordEntries, { where: of, asOf, after, limit: rowsToRead(query) });
    return pageOf(query, rows, ({ position }) => ({ value: '', id: position }), look.position);
  });
}
