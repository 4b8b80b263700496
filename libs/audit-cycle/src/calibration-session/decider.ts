import type { Decider } from '../decider.js';
import type { CalibrationSessionCommand } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import { decideCalibrationSession } from './decide.js';
import type { CalibrationSessionEvent } from './events.js';
import { evolveCalibrationSession, sessionNotOpened, type CalibrationSessionState } from './state.js';

export const calibrationSession: Decider<
  CalibrationSessionState,
  CalibrationSessionCommand,
  CalibrationSessionEvent,
  CalibrationSessionContext
> = {
  initialState: sessionNotOpened,
  evolve: evolveCalibrationSession,
  decide: decideCalibrationSession,
};
