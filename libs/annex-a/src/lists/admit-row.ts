import type { PopulationOf } from '#audit-cycle';
import { textOf } from '#spreadsheet';
import type { Cohort } from '../cohort.js';
import type { ExclusionCode } from '../import-report.js';
import { codeKey } from '../template/category-code.js';
import { readCaseStatus } from '../template/case-status.js';
import { caseStatus, inTouch, type ChildList } from './child-lists.js';
import type { ReportLines } from './report-lines.js';
import { dateIn, type ListRow } from './row-checks.js';

/** Which rows a population is made of. */
export interface Wanted {
  readonly of: PopulationOf;
  /** ISO date: of events and closures, the first day; null for all that the lists tell of. */
  readonly since: string | null;
}

/** A row that belongs to the population. */
export interface Admitted {
  readonly cohort: Cohort;
  /** ISO date: the day of the event or of the closure; null for an open case. */
  readonly on: string | null;
}

/** Whether the row belongs to the population; null when it has been excluded, with its reason in `lines`. */
export function admitRow(
  row: ListRow,
  list: ChildList,
  { of, since }: Wanted,
  lines: ReportLines,
): Admitted | null {
  const exclude = (code: ExclusionCode, heading?: string): null => {
    lines.exclude(code, heading === undefined ? row.subject : { ...row.subject, heading });
    return null;
  };
  if (list.happenedOn !== null) {
    const day = dateIn(row, list.happenedOn);
    if (day.kind !== 'date') return exclude('day-missing', list.happenedOn);
    if (day.date > row.asAt) return exclude('after-as-at', list.happenedOn);
    if (since !== null && day.date < since) return exclude('before-period', list.happenedOn);
    return { cohort: list.cohort ?? 'contact', on: day.date };
  }
  const closed = closedOn(row, list, lines);
  const written = textOf(row.cell(caseStatus));
  const status = written === null ? null : readCaseStatus(written);
  if (of === 'closures') {
    if (closed === null) return exclude('still-open');
    if (since !== null && closed.date < since) return exclude('before-period', closed.heading);
    return { cohort: list.cohort ?? openStatus(status) ?? 'child-in-need', on: closed.date };
  }
  if (closed !== null) {
    if (openStatus(status) !== null) lines.warn('status-open-but-closed', row.subject);
    return exclude('closed', closed.heading);
  }
  if (row.list === 9 && codeKey(textOf(row.cell(inTouch)) ?? '') === 'died') return exclude('died');
  if (list.cohort !== null) return { cohort: list.cohort, on: null };
  if (status === 'closed') return exclude('closed-status');
  if (status === null) lines.warn('status-unknown', row.subject);
  return { cohort: status ?? 'child-in-need', on: null };
}

const openStatus = (status: Cohort | 'closed' | null): Cohort | null => (status === 'closed' ? null : status);

/** The day on which the case closed, by the as-at date, and its heading; or null. */
function closedOn(
  row: ListRow,
  { closedBy }: ChildList,
  lines: ReportLines,
): { readonly heading: string; readonly date: string } | null {
  if (closedBy === null) return null;
  const closing = dateIn(row, closedBy);
  if (closing.kind !== 'date') return null;
  if (closing.date <= row.asAt) return { heading: closedBy, date: closing.date };
  lines.warn('closes-after-as-at', { ...row.subject, heading: closedBy });
  return null;
}
