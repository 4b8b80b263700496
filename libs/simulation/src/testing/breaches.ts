import { only, type Told } from './a-record.js';
import { Ties, type CaseOfTest } from './ties.js';

export interface Independence {
  /** How many judgements were looked at. */
  readonly judgements: number;
  /** Every judgement that somebody was not independent enough for, in words. */
  readonly breaches: readonly string[];
}

/** Who had a part in an audit until now. */
interface Parts {
  readonly graded: Set<string>;
  readonly moderated: Set<string>;
  readonly settled: Set<string>;
}

/** Goes through the record and asks of every judgement whether whoever made it was free to make it. */
export function independenceIn(events: readonly Told[]): Independence {
  const ties = new Ties(events);
  const cases = new Map<string, CaseOfTest>(only(events, 'CaseSelected').map(({ id, facts }) => [id, facts]));
  const auditOf = new Map([
    ...only(events, 'ActionSet').flatMap(({ id, facts: { source } }) =>
      source.kind === 'audit' ? [[id, source.audit] as const] : [],
    ),
    ...only(events, 'CaseSelectedForReAudit').map(({ id, facts }) => [id, facts.audit] as const),
    ...only(events, 'EscalationOpened').map(({ id, facts }) => [id, facts.audit] as const),
  ]);
  const owners = new Map(only(events, 'ActionSet').map(({ id, facts }) => [id, new Set([facts.owner])]));
  for (const { id, facts } of only(events, 'ActionReassigned')) owners.get(id)!.add(facts.to);
  const finders = new Map(only(events, 'EscalationOpened').map(({ id, facts }) => [id, facts.raisedBy]));
  const pastTeams = new Map(
    only(events, 'ReviewerAdmitted').map(({ facts }) => [facts.reviewer, facts.pastTeams]),
  );
  const parts = new Map<string, Parts>();
  const partsOf = (audit: string): Parts => {
    const known = parts.get(audit) ?? { graded: new Set(), moderated: new Set(), settled: new Set() };
    parts.set(audit, known);
    return known;
  };

  const breaches: string[] = [];
  let judgements = 0;
  const judged = (event: Told, person: string, audit: string, notAlso: Iterable<string> = []): void => {
    judgements += 1;
    const tie = ties.between(person, cases.get(audit)!, event.occurredAt);
    if (tie !== null) breaches.push(`${event.type} on ${event.stream}: ${tie}`);
    if ([...notAlso].includes(person)) breaches.push(`${event.type} on ${event.stream}: it is their own`);
  };
  for (const event of events) {
    if (event.type === 'AuditorAllocated') {
      judged(event, event.facts.auditor, event.id);
    }
    if (event.type === 'AuditorReplaced') {
      judged(event, event.facts.to, event.id);
    }
    if (event.type === 'CaseGraded') {
      judged(event, event.facts.auditor, event.id, partsOf(event.id).moderated);
      partsOf(event.id).graded.add(event.facts.auditor);
    }
    if (event.type === 'ModeratorAllocated') {
      judged(event, event.facts.moderator, event.id, partsOf(event.id).graded);
    }
    if (event.type === 'ModeratorReplaced') {
      judged(event, event.facts.to, event.id, partsOf(event.id).graded);
    }
    if (event.type === 'GradeModerated') {
      judged(event, event.facts.moderator, event.id, partsOf(event.id).graded);
      partsOf(event.id).moderated.add(event.facts.moderator);
    }
    if (event.type === 'GradeSettled') {
      const { graded, moderated, settled } = partsOf(event.id);
      for (const person of event.facts.panel) {
        judged(event, person, event.id, [...graded, ...moderated]);
        settled.add(person);
      }
    }
    if (event.type === 'ActionVerified' || event.type === 'ImpactJudged') {
      const [{ by }, audit, own] = [event.facts, auditOf.get(event.id), owners.get(event.id)!];
      if (audit !== undefined) judged(event, by, audit, own);
      else {
        // A surgery set it: it is about no one child that somebody could have a tie to.
        judgements += 1;
        if (own.has(by)) breaches.push(`${event.type} on ${event.stream}: it is their own`);
      }
    }
    if (event.type === 'EscalationResolved') {
      const { worker } = cases.get(auditOf.get(event.id)!)!;
      judgements += 1;
      if ([worker, finders.get(event.id)].includes(event.facts.by))
        breaches.push(`${event.type} on ${event.stream}: it is their own`);
    }
    if (event.type === 'CaseReaudited') {
      const { audit, reAuditor } = event.facts;
      const { graded, moderated, settled } = partsOf(audit);
      judged(event, reAuditor, audit, [...graded, ...moderated, ...settled]);
    }
    if (event.type === 'BlindGradeCommitted') {
      const { audit, reviewer } = event.facts;
      const { graded, moderated, settled } = partsOf(audit);
      judged(event, reviewer, audit, [...graded, ...moderated, ...settled]);
      if (pastTeams.get(reviewer)!.some((team) => team === cases.get(audit)!.team))
        breaches.push(`${event.type} on ${event.stream}: they worked in its team`);
    }
  }
  return { judgements, breaches };
}
