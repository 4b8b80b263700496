export { ACycle, type SmallCycle } from './testing/a-cycle.js';
export { NARRATIVE } from './testing/audit-events.js';
export { CYCLE_OF_35, NORTHSHIRE, OWNER, RE_AUDIT, recordCycleOf35 } from './testing/cycle-of-35.js';
export { RecordOfEvents } from './testing/record-of-events.js';
