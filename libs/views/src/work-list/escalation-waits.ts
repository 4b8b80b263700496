import type { WorkAudit } from './rows/work-audit.js';
import type { WorkEscalation } from './rows/work-escalation.js';
import type { Waiting } from './waiting.js';
import { keptOut, type WorkPeople } from './work-people.js';

/** What an escalation waits for. About staff, of a case that is not known, nobody is told of it. */
export function escalationWaits(
  { status, since, namedPerson, dueAt, restricted }: WorkEscalation,
  audit: WorkAudit | undefined,
  people: WorkPeople,
): readonly Waiting[] {
  if (status === 'resolved' || (restricted && audit === undefined)) return [];
  return [
    {
      kind: status === 'open' ? 'acknowledge-escalation' : 'resolve-escalation',
      people: [namedPerson],
      keptFrom: restricted && audit !== undefined ? keptOut(people, audit) : [],
      ...{ since, dueAt },
    },
  ];
}
