import type { Audit, ChildId, ConflictRegistered, Order, PersonId, Relationship } from '#audit-cycle';
import { parseStreamName } from '#event-log';
import { auditsOfCycle, type AuditOfCycle } from '../contexts/audits-of-cycle.js';
import type { Lookups } from '../contexts/lookups.js';
import { takenIndices } from '../contexts/taken-indices.js';
import { domainEvent } from '../deciding/domain-event.js';
import type { Process } from './reaction.js';

const ALLOCATIONS = ['AuditorAllocated', 'AuditorReplaced', 'ModeratorAllocated', 'ModeratorReplaced'];

/**
 * A conflict that is registered takes from its person each audit of the child that they have and have not judged yet. An allocation
 * may be recorded at the same instant as the conflict: whichever of the two comes later in the log finds the other.
 */
export function conflictReopens(lookups: Lookups): Process {
  return {
    name: 'conflict-reopens',
    reactions: [
      {
        to: ['ConflictRegistered'],
        orders: async (event) => {
          const { authority, id: person } = parseStreamName(event.header.stream);
          const { child, relationship } = (domainEvent<'person'>(event) as ConflictRegistered).facts;
          const audits = await openAuditsOf(lookups, authority, child);
          return audits
            .filter(({ state }) => isToJudge(person, state))
            .map(({ audit }) => declaration(audit, person, relationship));
        },
      },
      {
        to: ALLOCATIONS,
        orders: async (event) => {
          const { authority, id } = parseStreamName(event.header.stream);
          const { state } = await lookups.streams.load(authority, 'case-audit', id);
          if (state.status === 'not-selected') return [];
          const look = await lookups.standing.look(authority);
          return [state.auditor, state.moderator].flatMap((person) => {
            if (person === null || !isToJudge(person, state)) return [];
            const { conflicts } = look.of('person', person).state;
            const tie = conflicts.find(({ child }) => child === state.selected.child);
            return tie === undefined ? [] : [declaration(id, person, tie.relationship)];
          });
        },
      },
    ],
  };
}

/** The audits of a child in the cycles that are open: where a cycle is closed nothing is allocated any more. */
async function openAuditsOf(
  { standing, streams, frames }: Lookups,
  authority: string,
  child: ChildId,
): Promise<readonly AuditOfCycle[]> {
  const found: AuditOfCycle[] = [];
  for (const [id, { state: cycle }] of (await standing.look(authority)).all('cycle')) {
    if (cycle.status !== 'open' || cycle.sample === null) continue;
    const { entries } = await frames.read(authority, cycle.sample.frame);
    const indices = takenIndices(cycle).filter((index) => entries[index]?.child === child);
    found.push(...(await auditsOfCycle({ authority, streams }, id, cycle, indices)));
  }
  return found;
}

/** Whether the auditor has still to grade, or the moderator to moderate. */
const isToJudge = (person: PersonId, { auditor, moderator, status }: Audit): boolean =>
  (person === auditor && (status === 'allocated' || status === 'in-progress')) ||
  (person === moderator && status === 'graded');

const declaration = (audit: string, person: PersonId, relationship: Relationship): Order => ({
  kind: 'case-audit',
  id: audit,
  command: { type: 'DeclareConflict', person, relationship },
});
