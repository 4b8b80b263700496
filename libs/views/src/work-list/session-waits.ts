import type { WorkSession } from './rows/work-session.js';
import type { Waiting } from './waiting.js';

/** What a calibration session waits for: those whose grade is not in, then its leader. */
export function sessionWaits({
  status,
  since,
  participants,
  graded,
  leader,
}: WorkSession): readonly Waiting[] {
  switch (status) {
    case 'grading': {
      const people = participants.filter((person) => !graded.includes(person));
      return people.length === 0 ? [] : [{ kind: 'commit-calibration-grade', since, people }];
    }
    case 'revealed':
      return [{ kind: 'discuss-calibration', since, people: [leader] }];
    case 'discussed':
      return [];
  }
}
