import { refuse, type Decision } from '../decider.js';
import { isWritten } from '../vocabulary/narrative.js';

/** Refuses with `team-missing` a team that is given without a name. */
export const teamNotNamed = (team: string | null | undefined): Decision<never> | null =>
  team === null || team === undefined || isWritten(team)
    ? null
    : refuse('team-missing', 'Name the team, or leave it out.');
