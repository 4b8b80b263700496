import { upcast, type AggregateTypes, type AuditId, type OpenEscalation, type PersonId } from '#audit-cycle';
import { narrativeOf, parseStreamName, type RecordedEvent } from '#event-log';
import { domainEvent } from '../deciding/domain-event.js';

/** What of a case is to be escalated. */
export type EscalatedFinding = Pick<
  OpenEscalation,
  'audit' | 'reason' | 'risk' | 'raisedBy' | 'restricted' | 'concern'
> & {
  /** Null where the event names nobody who has to act. */
  readonly to: PersonId | null;
};

/** Streams in which a case can come to be at risk or inadequate. */
type FindingEvent = AggregateTypes['case-audit' | 're-audit' | 'review-round']['event'];

/** Types of events that may hold a finding. */
export const FINDINGS = [
  'ImmediateRiskRaised',
  'CaseGraded',
  'GradeModerated',
  'GradeSettled',
  'CaseReaudited',
  'GradesCompared',
] as const satisfies readonly FindingEvent['type'][];

/** Null where the event leaves a case no worse than it was known to be. */
export function findingOf(event: RecordedEvent): EscalatedFinding | null {
  const found = domainEvent<'case-audit' | 're-audit' | 'review-round'>(event);
  const audit = auditOf(found, event);
  if (found.type === 'ImmediateRiskRaised') {
    const { risk, by: raisedBy, referredOnly: restricted, escalateTo: to } = found.facts;
    return { audit, reason: 'immediate-risk', risk, raisedBy, restricted, to, ...concernOf(event) };
  }
  const raisedBy = foundInadequateBy(found, event);
  return raisedBy === null
    ? null
    : { audit, reason: 'inadequate', risk: null, raisedBy, restricted: false, to: null };
}

/** A re-audit and a review from outside are about an audit that has a stream of its own. */
const auditOf = ({ type, facts }: FindingEvent, { header }: RecordedEvent): AuditId =>
  type === 'CaseReaudited' || type === 'GradesCompared' ? facts.audit : parseStreamName(header.stream).id;

/**
 * Who gave an inadequate grade, where the case was not inadequate just before. In a re-audit it is escalated also where it was
 * inadequate before: then the work since has not helped.
 */
function foundInadequateBy({ type, facts }: FindingEvent, event: RecordedEvent): PersonId | null {
  if (type === 'CaseGraded') return facts.grade === 'inadequate' ? facts.auditor : null;
  if (type === 'GradeModerated')
    return facts.from !== 'inadequate' && facts.to === 'inadequate' ? facts.moderator : null;
  if (type === 'GradeSettled')
    return facts.from !== 'inadequate' && facts.grade === 'inadequate' ? event.header.actor : null;
  if (type === 'CaseReaudited') return facts.grade === 'inadequate' ? facts.reAuditor : null;
  if (type === 'GradesCompared')
    return facts.ours !== 'inadequate' && facts.theirs === 'inadequate' ? facts.reviewer : null;
  return null;
}

/** The words go from one stream of the audit to another under the same key; where they were erased, there are none. */
function concernOf(event: RecordedEvent): { readonly concern?: string } {
  const { type, schema } = event.header;
  const concern = upcast(type, schema, { facts: null, narrative: narrativeOf(event) }).narrative?.['concern'];
  return concern === undefined ? {} : { concern };
}
