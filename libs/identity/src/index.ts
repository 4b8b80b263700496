export { Open } from '#platform';
export { Acting, actingPersonOf } from './acting/acting.js';
export {
  ACTING_PERSON_SOURCE,
  type ActingPerson,
  type ActingPersonSource,
  type RequestHeaders,
} from './acting/acting-person.js';
export { NobodySignsIn } from './acting/nobody-signs-in.js';
export type { DirectoryEntry, PeopleDirectory } from './acting/people-directory.js';
export { TRIAL_WARNING, TrialHeader } from './acting/trial-header.js';
export { IdentityModule } from './identity.module.js';
export { PEOPLE_NAMES, type PeopleNames, type PersonName } from './names/people-names.js';
export { assertEveryRouteHasPolicy } from './policy/every-route-has-policy.js';
export { PolicyGuard } from './policy/policy-guard.js';
export { Policy, type RoutePolicy } from './policy/policy.js';
