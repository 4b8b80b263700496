import type { Role } from '#audit-cycle';
import type { ActingPerson } from '#identity';
import type { EscalationViewer } from '#views';
import { readsCases } from '../reading/readers.js';

/** What is about staff is read by those who answer for it; and by nobody of the child's team, be they these. */
const READS_ABOUT_STAFF: readonly Role[] = ['qa-lead', 'service-leader', 'caldicott-guardian'];

/** Whoever is put before something that cannot wait reads it, whatever their roles. */
export function escalationViewer(acting: ActingPerson): EscalationViewer {
  const { person, roles } = acting;
  if (READS_ABOUT_STAFF.some((role) => roles.includes(role))) return { person, reads: 'all' };
  return { person, reads: readsCases(acting) ? 'usual' : 'own' };
}
