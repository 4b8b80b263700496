import type { AuditId } from '#audit-cycle';
import { told } from '../told-event.js';
import { versionsTable } from '../versions-table.js';
import type { TableFold, ViewEventNamed } from '../view.js';
import type { CaseRecordEntry } from './entry.js';

/** What a round says of one audit; the audit's own entries say whose that is. */
export type ReviewEntry = Omit<CaseRecordEntry, 'child' | 'cycle'>;

/**
 * What a round put on the records of cases. A case learns of its review when both grades stand side by side and not before, so that
 * nobody can tell from a record who is looking at it from outside.
 */
export interface RecordedRound {
  readonly id: string;
  readonly shown: readonly ReviewEntry[];
  /** Judged before the grades were compared. */
  readonly waiting: readonly ReviewEntry[];
}

export const recordedRounds: TableFold<RecordedRound> = versionsTable(
  'case_record_round',
  'review-round',
  'RoundOpened',
  ({ stream }): RecordedRound => ({ id: stream.id, shown: [], waiting: [] }),
  {
    GradesCompared: ({ id, shown, waiting }, event) => {
      const { audit } = event.facts;
      const judged = waiting.filter((entry) => entry.audit === audit);
      return {
        id,
        shown: [...shown, ...judged, entryOf(event)],
        waiting: waiting.filter((entry) => entry.audit !== audit),
      };
    },
    AuditQualityJudged: (round, event) =>
      isCompared(round, event.facts.audit)
        ? { ...round, shown: [...round.shown, entryOf(event)] }
        : { ...round, waiting: [...round.waiting, entryOf(event)] },
  },
);

const isCompared = ({ shown }: RecordedRound, audit: AuditId): boolean =>
  shown.some((entry) => entry.audit === audit && entry.type === 'GradesCompared');

const entryOf = (event: ViewEventNamed<'GradesCompared' | 'AuditQualityJudged'>): ReviewEntry => ({
  ...told(event),
  audit: event.facts.audit,
});
