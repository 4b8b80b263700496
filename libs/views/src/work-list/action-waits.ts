import type { AuditStatus, IsoDate, PersonId, Role } from '#audit-cycle';
import type { WorkAction } from './rows/work-action.js';
import type { WorkAudit } from './rows/work-audit.js';
import type { WorkCycle } from './rows/work-cycle.js';
import type { Waiting } from './waiting.js';
import { managersOn, membersOf, type WorkPeople } from './work-people.js';

/** Whoever holds one of these may look at the work of others. */
const VERIFIERS: readonly Role[] = ['qa-lead', 'moderator', 'auditor', 'service-leader'];

/** What an action waits for on a day: one thing at most. */
export function actionWaits(
  action: WorkAction,
  audit: WorkAudit | undefined,
  cycle: WorkCycle | undefined,
  people: WorkPeople,
  on: IsoDate,
): readonly Waiting[] {
  const { status, since } = action;
  if (status === 'open') return [byOwner(action, people, on)];
  if (status === 'reported-done') {
    const outside = cycle?.outsideTeamForInadequate ?? true;
    if (outside && cycle?.status === 'open' && audit !== undefined && UNGRADED.includes(audit.status))
      return [];
    const inside =
      outside && audit !== undefined && mayBeInadequate(audit, cycle)
        ? membersOf(people, [action.team, audit.team], audit.asAt, on)
        : [];
    return [{ kind: 'verify-action', since, roles: VERIFIERS, refused: [...owners(action), ...inside] }];
  }
  return isToBeJudged(action)
    ? [{ kind: 'judge-impact', since, roles: VERIFIERS, refused: owners(action) }]
    : [];
}

/** Where it is not clear yet who may verify, nobody is asked to. */
const UNGRADED: readonly AuditStatus[] = ['selected', 'allocated', 'in-progress'];

/** By the grade that stands, or since that is still to be moderated or settled. */
const mayBeInadequate = (
  { status, standingGrade, moderationRequired }: WorkAudit,
  cycle: WorkCycle | undefined,
): boolean =>
  standingGrade === 'inadequate' ||
  (cycle?.status === 'open' && (status === 'disputed' || (status === 'graded' && moderationRequired)));

/** What is with somebody who left waits to be handed on, and is due as it was. */
function byOwner(action: WorkAction, people: WorkPeople, on: IsoDate): Waiting {
  const { owner, accepted, since, due } = action;
  return people.isHere(owner, on)
    ? { kind: accepted ? 'do-action' : 'accept-action', since, people: [owner], due }
    : {
        kind: 'reassign-action',
        ...{ since, due },
        people: managersOn(people, owner, on).filter((manager) => people.isHere(manager, on)),
        roles: ['qa-lead', 'service-leader'],
      };
}

/** An action that was to make a difference waits for somebody to say whether it did; one that was to be done is done. */
const isToBeJudged = ({ kind, status, impact }: WorkAction): boolean =>
  kind === 'impact' &&
  (status === 'verified-done' || status === 'verified-partly') &&
  (impact === 'not-judged' || impact === 'too-early');

const owners = ({ owner, formerOwners }: WorkAction): readonly PersonId[] => [owner, ...formerOwners];
