import { teamName } from '../vocabulary/team-name.js';
import type { PersonId, TeamName } from '../vocabulary/identifiers.js';
import { tidyLine } from '../vocabulary/tidy-line.js';
import type { FrameEntry } from './frame.js';

/** Of one frame, over all additions: who is missing more than a few children needs a better list. */
export const MOST_ADDED_BY_HAND = 20;

/** A child whom somebody puts into a frame. Unlike a list, a person knows the team and the worker. */
export interface AddedChild extends FrameEntry {
  readonly team: TeamName;
  readonly worker: PersonId;
}

/** As they are recorded, so that a child of a list and the same child written by hand have one id. */
export const addedChildren = (written: readonly AddedChild[]): readonly AddedChild[] =>
  written.map(({ child, cohort, team, worker, family }) => ({
    child: tidyLine(child),
    cohort,
    team: teamName(team),
    worker,
    family: family === null ? null : tidyLine(family),
  }));
