import { invalidInput } from '#platform';
import type { GradesGrouping } from '#views';

interface AskedTogether {
  readonly by?: GradesGrouping;
  readonly section?: string;
  readonly lineOfEnquiry?: string;
}

/** @throws Problem 400 for a section or a line of enquiry together with what splits the same cases by sections otherwise */
export function refuseTogether({ by, section, lineOfEnquiry }: AskedTogether): void {
  if (section !== undefined && lineOfEnquiry !== undefined)
    throw invalidInput([
      { path: 'lineOfEnquiry', message: 'must be left out where a section is named: ask for one of the two' },
    ]);
  if (section !== undefined && (by === 'section' || by === 'line-of-enquiry'))
    throw invalidInput([{ path: 'by', message: 'must be cohort, team or area where a section is named' }]);
  if (lineOfEnquiry !== undefined && by !== undefined && by !== 'line-of-enquiry')
    throw invalidInput([
      {
        path: 'by',
        message: 'must be left out where a line of enquiry is named: the answer has a group for each section',
      },
    ]);
}
