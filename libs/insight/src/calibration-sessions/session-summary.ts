import type { CalibrationSession, Instant, PersonId, ToolId } from '#audit-cycle';

/** What a list says of a calibration session: no grade, and no word, not even its title. */
export interface SessionSummary {
  readonly id: string;
  readonly openedAt: Instant;
  /** The record that everybody grades, by the authority's own opaque id. */
  readonly record: string;
  readonly tool: { readonly id: ToolId; readonly version: number };
  readonly leader: PersonId;
  readonly participants: readonly PersonId[];
  readonly status: CalibrationSession['status'];
  /** Whether the grade of whoever asks is in; it says nothing of anybody else's. */
  readonly committed: boolean;
}

export function sessionSummary(
  id: string,
  openedAt: Instant,
  { opened, status, grades }: CalibrationSession,
  person: PersonId,
): SessionSummary {
  const { record, tool, leader, participants } = opened;
  return { id, openedAt, record, tool, leader, participants, status, committed: grades.has(person) };
}
