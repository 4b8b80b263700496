import type { AuditId, Instant, IsoDate, PersonId, ReviewRound, ReviewRoundId } from '#audit-cycle';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** What of a review round is still to be done. It holds no grade. */
export interface WorkRound {
  readonly id: ReviewRoundId;
  readonly status: ReviewRound['status'];
  /** The round that this one stands in for; null where there is none. */
  readonly replaces: ReviewRoundId | null;
  /** Who has each of the sampled audits that nobody from outside has graded yet; null where nobody does. */
  readonly ungraded: Readonly<Record<AuditId, PersonId | null>>;
  /** The last day of each reviewer's access. */
  readonly access: Readonly<Record<PersonId, IsoDate>>;
  /** When it came to where it stands, or when its cases last changed hands. */
  readonly since: Instant;
}

export const workRounds: TableFold<WorkRound> = versionsTable(
  'work_round',
  'review-round',
  'RoundOpened',
  ({ stream, occurredAt, facts }): WorkRound => ({
    id: stream.id,
    status: 'opened',
    replaces: facts.replaces?.round ?? null,
    ungraded: {},
    access: {},
    since: occurredAt,
  }),
  {
    AuditsSampled: (row, { occurredAt, facts }) => ({
      ...row,
      status: 'sampled',
      ungraded: Object.fromEntries(facts.chosen.map(({ audit }) => [audit, null])),
      since: occurredAt,
    }),
    ReviewerAdmitted: (row, { facts }) => ({
      ...row,
      access: { ...row.access, [facts.reviewer]: facts.until },
    }),
    ReviewerWithdrawn: (row, { occurredAt, facts }) => ({
      ...row,
      ungraded: Object.fromEntries(
        Object.entries(row.ungraded).map(([audit, has]) => [audit, has === facts.reviewer ? null : has]),
      ),
      since: occurredAt,
    }),
    ReviewAllocated: (row, { occurredAt, facts }) => ({
      ...row,
      ungraded: { ...row.ungraded, [facts.audit]: facts.reviewer },
      since: occurredAt,
    }),
    BlindGradeCommitted: (row, { occurredAt, facts }) => ({
      ...row,
      ungraded: Object.fromEntries(Object.entries(row.ungraded).filter(([audit]) => audit !== facts.audit)),
      since: occurredAt,
    }),
    RoundConcluded: (row, { occurredAt }) => ({ ...row, status: 'concluded', since: occurredAt }),
  },
);
