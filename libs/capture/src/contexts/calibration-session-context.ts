import type {
  Acting,
  CalibrationSessionContext,
  CalibrationSessionState,
  OrderFor,
  ToolId,
} from '#audit-cycle';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What deciding about a calibration session needs: the people, and the tool that the record is graded with. */
export async function calibrationSessionContext(
  known: Known,
  { command }: OrderFor<'calibration-session'>,
  state: CalibrationSessionState,
  acting: Acting,
): Promise<CalibrationSessionContext> {
  const id: ToolId | null =
    state.status !== 'not-opened'
      ? state.opened.tool.id
      : command.type === 'OpenSession'
        ? command.tool.id
        : null;
  const tool = id === null ? null : known.look.of('audit-tool', id);
  return {
    ...acting,
    people: everybody(known),
    tool: tool === null || tool.revision === null ? null : tool.state,
  };
}
