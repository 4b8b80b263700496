export { simulate, type SimulationOptions, type SimulationSummary } from './simulate.js';
export { DEFAULT_SHARES, type Shares } from './shares.js';
export { cycleFromLog, roundFromLog } from './read-from-log.js';
export type {
  CycleAsItStands,
  NamedPerson,
  PeopleNames,
  SimulationPorts,
  SimulationProgress,
} from './ports.js';
export type { Performed } from './running/performer.js';
export type { LivedThrough } from './running/programme.js';
export { MIDDLING, populationFor, type PopulationSize } from './population/population-size.js';
export {
  demonstrationAuthority,
  type DemonstrationAnswer,
  type DemonstrationRequest,
} from './demonstration/demonstration-authority.js';
export { trialPeople, type TrialPerson } from './demonstration/trial-people.js';
