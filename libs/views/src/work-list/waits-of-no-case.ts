import { HOLDS_SURGERIES, type Instant, type IsoDate } from '#audit-cycle';
import type { StreamId } from '../view.js';
import type { Look } from '../view-reader.js';
import { roundWaits } from './round-waits.js';
import { workAuditors } from './rows/work-auditor.js';
import { workMeasures } from './rows/work-measure.js';
import { workRounds } from './rows/work-round.js';
import { workSessions } from './rows/work-session.js';
import { sessionWaits } from './session-waits.js';
import type { Waiting } from './waiting.js';
import type { WorkPeople } from './work-people.js';

/** Something that belongs to no case of a cycle, and what it waits for. */
export interface WaitsOfNoCase {
  readonly subject: StreamId;
  readonly waits: readonly Waiting[];
}

/** What calibration sessions wait for. There are a few in a year, so all of them are looked at. */
export async function waitsOfSessions(
  look: Look,
  people: WorkPeople,
  on: IsoDate,
  asOf: Instant | undefined,
): Promise<readonly WaitsOfNoCase[]> {
  const sessions = await look.rows(workSessions, { asOf });
  const unapproved = await look.rows(workAuditors, { where: { isAuditor: true, isApproved: false }, asOf });
  const waiting = new Set(unapproved.map(({ id }) => id).filter((id) => people.isHere(id, on)));
  return sessions.map((session) => ({
    subject: { kind: 'calibration-session', id: session.id },
    waits: sessionWaits(session, (person) => waiting.has(person)),
  }));
}

/** What review rounds wait for. There are two in a year; one that another stands in for waits for nothing. */
export async function waitsOfRounds(
  look: Look,
  on: IsoDate,
  asOf: Instant | undefined,
): Promise<readonly WaitsOfNoCase[]> {
  const rounds = await look.rows(workRounds, { asOf });
  const replaced = new Set(rounds.map(({ replaces }) => replaces));
  return rounds
    .filter(({ id }) => !replaced.has(id))
    .map((round) => ({ subject: { kind: 'review-round', id: round.id }, waits: roundWaits(round, on) }));
}

/** Measures of which a review is asked for wait for a surgery. */
export async function waitsOfMeasures(
  look: Look,
  asOf: Instant | undefined,
): Promise<readonly WaitsOfNoCase[]> {
  const measures = await look.rows(workMeasures, { asOf });
  return measures.flatMap(({ id, reviewRequestedAt: since }) =>
    since === null
      ? []
      : [
          {
            subject: { kind: 'measure', id },
            waits: [{ kind: 'hold-surgery', since, roles: HOLDS_SURGERIES }],
          },
        ],
  );
}
