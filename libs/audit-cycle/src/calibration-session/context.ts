import type { AuditToolState } from '../audit-tool/state.js';
import type { People } from '../person/people.js';
import type { Acting } from '../vocabulary/acting.js';

/** What every decision about a calibration session is told. */
export interface CalibrationSessionContext extends Acting {
  readonly people: People;
  /** The tool of the session; null when there is none of that id. */
  readonly tool: AuditToolState | null;
}
