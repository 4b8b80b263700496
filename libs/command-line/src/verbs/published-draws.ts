import type { AuditsSampled, ReAuditDraw } from '#audit-cycle';
import type { ModerationChoice } from '#population';
import { listOf, number, object, orNull, text, wholeNumber, type Check } from './published-shapes.js';

/** The audits of a review round as drawn, and as many as the round was opened for. */
export interface PublishedAudits {
  readonly size: number;
  readonly drawn: AuditsSampled['facts'];
}

const reAudits = object({
  ...{ seed: text, seedSource: text, drawnOn: text, eligibleDigest: text },
  ...{ sharePercent: number, fromWeeks: number, toWeeks: number, eligible: wholeNumber },
  chosen: listOf(object({ audit: text, index: orNull(wholeNumber), rule: text })),
});

const reAuditList = object({ cycle: text, asAt: text, eligible: listOf(text), inadequate: listOf(text) });

const moderation = object({
  ...{ secretDigest: text, secret: text, sharePercent: number },
  ...{ graded: listOf(text), chosen: listOf(text) },
});

const audits = object({
  size: wholeNumber,
  drawn: object({
    ...{ seed: text, seedSource: text, drawnOn: text, frameDigest: text },
    strata: listOf(object({ stratum: text, size: wholeNumber, taken: wholeNumber })),
    chosen: listOf(object({ audit: text, index: wholeNumber, stratum: text })),
  }),
});

const auditList = object({ audits: listOf(object({ audit: text, grade: text, auditor: text })) });

/** Whether it has all that drawing again asks of a draw of re-audits, and of the list that it was made from. */
export const isPublishedReAudits = (value: unknown): value is ReAuditDraw => reAudits(value);
export const isReAuditList: Check = reAuditList;

/** Whether it has all that repeating a random choice for moderation asks for. */
export const isPublishedModeration = (value: unknown): value is ModerationChoice => moderation(value);

/** Whether it has all that drawing again asks of the audits of a review round, and of the list that they were drawn from. */
export const isPublishedAudits = (value: unknown): value is PublishedAudits => audits(value);
export const isAuditList: Check = auditList;
