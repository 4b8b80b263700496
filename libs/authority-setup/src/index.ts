export { setUpAuthority, type NewAuthority } from './set-up-authority.js';
export {
  auditId,
  authorityStreamId,
  corePracticeAuditId,
  measureId,
  policyId,
  reAuditId,
  reviewRoundId,
  shippedToolId,
  workingCalendarId,
} from './well-known-ids.js';
export { simulatedSecret } from './simulated-secret.js';
