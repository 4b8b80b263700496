import {
  isHere,
  londonDate,
  upcast,
  type CaseAuditEvent,
  type Order,
  type OpenEscalation,
  type PersonId,
} from '#audit-cycle';
import { derivedId, narrativeOf, parseStreamName, type RecordedEvent } from '#event-log';
import type { Lookups } from '../contexts/lookups.js';
import { domainEvent } from '../deciding/domain-event.js';
import type { Process } from './reaction.js';

/** An immediate risk, and each grade by which a case becomes inadequate, is put before a named person who has to act. */
export function escalating(lookups: Lookups): Process {
  return {
    name: 'escalating',
    reactions: [
      {
        to: ['ImmediateRiskRaised', 'CaseGraded', 'GradeModerated', 'GradeSettled'],
        orders: async (event) => {
          const found = findingOf(domainEvent<'case-audit'>(event), event);
          if (found === null) return [];
          const to = found.to ?? (await leadFor(lookups, event, found.raisedBy));
          return [orderFor(event, { ...found, to })];
        },
      },
    ],
  };
}

/** What is to be escalated; `to` null where the event names nobody. */
type Finding = Pick<OpenEscalation, 'reason' | 'risk' | 'raisedBy' | 'restricted' | 'concern'> & {
  readonly to: PersonId | null;
};

function findingOf(found: CaseAuditEvent, event: RecordedEvent): Finding | null {
  if (found.type === 'ImmediateRiskRaised') {
    const { risk, by: raisedBy, referredOnly: restricted, escalateTo: to } = found.facts;
    return { reason: 'immediate-risk', risk, raisedBy, restricted, to, ...concernOf(event) };
  }
  const raisedBy = madeInadequateBy(found, event);
  return raisedBy === null
    ? null
    : { reason: 'inadequate', risk: null, raisedBy, restricted: false, to: null };
}

/** Who gave an inadequate grade, where the case was not inadequate just before. */
function madeInadequateBy({ type, facts }: CaseAuditEvent, event: RecordedEvent): PersonId | null {
  if (type === 'CaseGraded') return facts.grade === 'inadequate' ? facts.auditor : null;
  if (type === 'GradeModerated')
    return facts.from !== 'inadequate' && facts.to === 'inadequate' ? facts.moderator : null;
  if (type === 'GradeSettled')
    return facts.from !== 'inadequate' && facts.grade === 'inadequate' ? event.header.actor : null;
  return null;
}

/** The words go from one stream of the audit to another under the same key; where they were erased, there are none. */
function concernOf(event: RecordedEvent): { readonly concern?: string } {
  const { type, schema } = event.header;
  const concern = upcast(type, schema, { facts: null, narrative: narrativeOf(event) }).narrative?.['concern'];
  return concern === undefined ? {} : { concern };
}

/** Whoever opened the cycle; where they have left or it is their own finding, another quality assurance lead who is here. */
async function leadFor(lookups: Lookups, event: RecordedEvent, raisedBy: PersonId): Promise<PersonId> {
  const { authority, id } = parseStreamName(event.header.stream);
  const { state: audit } = await lookups.streams.load(authority, 'case-audit', id);
  if (audit.status === 'not-selected') throw new Error(`The audit ${id} was graded and never selected`);
  const look = await lookups.standing.look(authority);
  const { state: cycle } = look.of('cycle', audit.selected.cycle);
  if (cycle.status === 'not-planned' || cycle.opened === null)
    throw new Error(`The cycle of the audit ${id} was never opened`);
  const opener = cycle.opened.by;
  const today = londonDate(event.header.occurredAt);
  const canAct = (person: PersonId): boolean =>
    person !== raisedBy && person !== audit.selected.worker && isHere(look.of('person', person).state, today);
  if (canAct(opener)) return opener;
  const leads = [...look.all('person')].filter(([, { state }]) => state.roles.includes('qa-lead'));
  return (
    leads
      .map(([person]) => person)
      .sort()
      .find(canAct) ?? opener
  );
}

function orderFor({ header }: RecordedEvent, finding: Finding & { readonly to: PersonId }): Order {
  const { id: audit } = parseStreamName(header.stream);
  return {
    kind: 'escalation',
    id: derivedId('escalation', header.id),
    command: { type: 'OpenEscalation', audit, raisedAt: header.occurredAt, ...finding },
  };
}
