import { isHere, londonDate, type PersonId, type Role } from '#audit-cycle';
import { parseStreamName, type RecordedEvent } from '#event-log';
import type { Lookups } from '../contexts/lookups.js';
import type { EscalatedFinding } from './escalated-finding.js';

/** From whom somebody is taken, the first by id, when whoever opened the cycle cannot end it. */
const INSTEAD: readonly Role[] = ['qa-lead', 'service-leader'];

/**
 * Before whom a finding is put that names nobody: whoever opened the cycle. Where they have left, it is their own finding or their
 * own case, another quality assurance lead who is here; where there is none, a service leader; and where nobody is left, the opener
 * all the same, for it is never left out.
 */
export async function whoHasToAct(
  { streams, standing }: Lookups,
  { header }: RecordedEvent,
  { audit: id, raisedBy }: EscalatedFinding,
): Promise<PersonId> {
  const { authority } = parseStreamName(header.stream);
  const { state: audit } = await streams.load(authority, 'case-audit', id);
  if (audit.status === 'not-selected') throw new Error(`The audit ${id} was graded and never selected`);
  const look = await standing.look(authority);
  const { state: cycle } = look.of('cycle', audit.selected.cycle);
  if (cycle.status === 'not-planned' || cycle.opened === null)
    throw new Error(`The cycle of the audit ${id} was never opened`);
  const opener = cycle.opened.by;
  const today = londonDate(header.occurredAt);
  const canEnd = (person: PersonId): boolean =>
    person !== raisedBy && person !== audit.selected.worker && isHere(look.of('person', person).state, today);
  const people = [...look.all('person')].sort(([one], [other]) => (one < other ? -1 : 1));
  const others = INSTEAD.flatMap((role) =>
    people.filter(([, { state }]) => state.roles.includes(role)).map(([person]) => person),
  );
  return [opener, ...others].find(canEnd) ?? opener;
}
