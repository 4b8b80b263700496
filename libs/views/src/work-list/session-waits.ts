import type { PersonId } from '#audit-cycle';
import type { WorkSession } from './rows/work-session.js';
import type { Waiting } from './waiting.js';

/** What a calibration session waits for: those whose grade is not in, then its leader, then whoever approves those who are to be approved. */
export function sessionWaits(
  { status, since, participants, graded, approved, leader }: WorkSession,
  isToBeApproved: (person: PersonId) => boolean,
): readonly Waiting[] {
  switch (status) {
    case 'grading': {
      const people = participants.filter((person) => !graded.includes(person));
      return people.length === 0 ? [] : [{ kind: 'commit-calibration-grade', since, people }];
    }
    case 'revealed':
      return [{ kind: 'discuss-calibration', since, people: [leader] }];
    case 'discussed': {
      const people = graded.filter((person) => !approved.includes(person) && isToBeApproved(person));
      // Nobody approves themselves; of several, each may approve the others.
      const refused = people.length === 1 ? people : [];
      return people.length === 0 ? [] : [{ kind: 'approve-auditors', since, roles: ['qa-lead'], refused }];
    }
  }
}
