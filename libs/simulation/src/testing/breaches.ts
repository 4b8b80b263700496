import { only, type Told } from './a-record.js';
import { Ties, type CaseOfTest } from './ties.js';

export interface Independence {
  /** How many judgements were looked at. */
  readonly judgements: number;
  /** Every judgement that somebody was not independent enough for, in words. */
  readonly breaches: readonly string[];
}

/** Goes through the record and asks of every judgement whether whoever made it was free to make it. */
export function independenceIn(events: readonly Told[]): Independence {
  const ties = new Ties(events);
  const cases = new Map<string, CaseOfTest>(only(events, 'CaseSelected').map(({ id, facts }) => [id, facts]));
  const auditors = new Map(only(events, 'AuditorAllocated').map(({ id, facts }) => [id, facts.auditor]));
  const moderators = new Map(
    only(events, 'ModeratorAllocated').map(({ id, facts }) => [id, facts.moderator]),
  );
  const auditOf = new Map([
    ...only(events, 'ActionSet').map(({ id, facts }) => [id, facts.audit] as const),
    ...only(events, 'CaseSelectedForReAudit').map(({ id, facts }) => [id, facts.audit] as const),
  ]);
  const owners = new Map(only(events, 'ActionSet').map(({ id, facts }) => [id, new Set([facts.owner])]));
  for (const { id, facts } of only(events, 'ActionReassigned')) owners.get(id)!.add(facts.to);

  const breaches: string[] = [];
  let judgements = 0;
  const judged = (
    event: Told,
    person: string,
    audit: string,
    notAlso: Iterable<string | undefined>,
  ): void => {
    judgements += 1;
    const tie = ties.between(person, cases.get(audit)!, event.occurredAt.slice(0, 10));
    if (tie !== null) breaches.push(`${event.type} on ${event.stream}: ${tie}`);
    if ([...notAlso].includes(person)) breaches.push(`${event.type} on ${event.stream}: it is their own`);
  };
  for (const event of events) {
    if (event.type === 'AuditorAllocated') judged(event, event.facts.auditor, event.id, []);
    if (event.type === 'CaseGraded') judged(event, event.facts.auditor, event.id, []);
    if (event.type === 'GradeModerated')
      judged(event, event.facts.moderator, event.id, [auditors.get(event.id)]);
    if (event.type === 'ActionVerified')
      judged(event, event.facts.by, auditOf.get(event.id)!, owners.get(event.id)!);
    if (event.type === 'CaseReaudited') {
      const { audit, reAuditor } = event.facts;
      judged(event, reAuditor, audit, [auditors.get(audit), moderators.get(audit)]);
    }
  }
  return { judgements, breaches };
}
