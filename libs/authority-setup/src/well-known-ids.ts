import { tidyLine, type ShippedTool } from '#audit-cycle';
import { derivedId } from '#event-log';

/** Ids that follow from what they belong to, so that nobody has to look them up. */
export const authorityStreamId = (authority: string): string => derivedId('authority', authority);
export const policyId = (authority: string): string => derivedId('policy', authority);
export const workingCalendarId = (authority: string): string => derivedId('working-calendar', authority);
export const auditId = (cycle: string, drawIndex: number): string =>
  derivedId('case-audit', `${cycle}/${drawIndex}`);
export const shippedToolId = (authority: string, tool: ShippedTool): string => derivedId(tool, authority);
export const corePracticeAuditId = (authority: string): string =>
  shippedToolId(authority, 'core-practice-audit');
/** `ordinal` counts the rounds of an authority from 1, as they are opened: two opened at once would be one stream, so one of them is. */
export const reviewRoundId = (authority: string, ordinal: number): string =>
  derivedId('review-round', `${authority}/${ordinal}`);
/** `ordinal` counts the re-audits of one audit from 1: those at the same time would be one stream, so there is one at a time. */
export const reAuditId = (audit: string, ordinal: number): string =>
  derivedId('re-audit', `${audit}/${ordinal}`);
/** No two measures have one ref, nor one code where they have no ref: they would be one stream. Capitals and spaces make no other ref. */
export const measureId = (
  authority: string,
  { ref, code }: { readonly ref: string | null; readonly code: string },
): string =>
  derivedId(
    'measure',
    `${authority}/${ref === null ? `code/${code}` : `ref/${tidyLine(ref).toLowerCase()}`}`,
  );
