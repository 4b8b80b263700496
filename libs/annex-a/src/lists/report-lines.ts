import type { ExclusionCode, ReportLine, WarningCode } from '../import-report.js';

/** What a line is about; the sentence follows from its code. */
export interface Subject {
  readonly list: number | null;
  readonly sheet: string;
  readonly row: number | null;
  readonly rows?: number;
  readonly child?: string | null;
  readonly heading?: string;
}

/** Collects the lines of the report while the lists are read. */
export class ReportLines {
  readonly excluded: ReportLine<ExclusionCode>[] = [];
  readonly warnings: ReportLine<WarningCode>[] = [];

  exclude(code: ExclusionCode, subject: Subject): void {
    this.excluded.push(line(code, subject));
  }

  warn(code: WarningCode, subject: Subject): void {
    this.warnings.push(line(code, subject));
  }
}

function line<Code extends ExclusionCode | WarningCode>(code: Code, subject: Subject): ReportLine<Code> {
  const { list, sheet, row, rows = 1, child = null, heading = null } = subject;
  return { list, sheet, row, rows, child, heading, code, message: sentences[code](heading ?? 'the cell') };
}

const sentences: Readonly<Record<ExclusionCode | WarningCode, (heading: string) => string>> = {
  'no-child-id': () => 'The row has no child id, so it cannot be counted as a child.',
  closed: (heading) => `The case is closed: "${heading}" holds a date that is not after the as-at date.`,
  'closed-status': () => 'Case Status says closed, though there is no closure date.',
  died: () => 'The young person has died; their record is not for a routine audit.',
  'list-not-in-child-population': () =>
    'The rows of this list are events, and not cases that are open now; the population is made from lists 6 to 9.',
  'list-not-asked-for': () => 'This population is made from other lists.',
  'still-open': () => 'The case is still open, and the population is of cases that were closed.',
  'day-missing': (heading) => `"${heading}" holds no date, so nobody can tell whether the row belongs here.`,
  'after-as-at': (heading) => `"${heading}" is after the as-at date.`,
  'before-period': (heading) => `"${heading}" is before the period that the population is made for.`,
  'list-of-adults': () => 'The rows of this list are adults.',
  'list-unknown': () => 'The list column names none of the eleven lists.',
  'row-repeated-exactly': () => 'The row is the same as an earlier row of this list in every cell.',
  'child-repeated': () => 'The child has an earlier row in this list.',
  'child-id-rounded': () =>
    'The spreadsheet has shortened this long id, so two children may share it. Export the ids as text.',
  'date-unreadable': (heading) =>
    `"${heading}" holds something that is not a date between 1920 and 2099; it was read as empty.`,
  'date-before-birth': (heading) => `"${heading}" is before the date of birth.`,
  'birth-date-missing': () => 'There is no date of birth, and the age does not say unborn (-1).',
  'birth-date-in-future': () =>
    'The date of birth is after the as-at date, and the age does not say unborn (-1).',
  'age-not-whole': () => 'The age is not a whole number of years.',
  'age-unreadable': () => 'The age is neither a number of years nor -1 for unborn.',
  'code-unknown': (heading) =>
    `"${heading}" holds codes that are not in the Annex A template; they were left as they are.`,
  'status-unknown': () => 'Case Status is empty or a local code; the case was counted as child in need.',
  'status-without-list': () =>
    'Case Status puts the child in a cohort whose own list in this file has no open row for the child.',
  'status-open-but-closed': () =>
    'Case Status says open, though the case has a closure date; it was taken as closed.',
  'closes-after-as-at': (heading) =>
    `"${heading}" is after the as-at date, so the case was open on that date.`,
  'formula-without-value': (heading) =>
    `"${heading}" holds a formula without its value. It was read as empty, since formulas are never evaluated: save the file in Excel.`,
  'team-missing': () => 'No list of this child names a team.',
  'worker-missing': () => 'No list of this child names a worker.',
};
