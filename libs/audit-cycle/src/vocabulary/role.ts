export const ROLES = [
  'qa-lead',
  'auditor',
  'moderator',
  'practitioner',
  'action-owner',
  'service-leader',
  'external-reviewer',
  'board-viewer',
  'analyst',
  'administrator',
  'caldicott-guardian',
  'inspector',
] as const;
/** What somebody may do. */
export type Role = (typeof ROLES)[number];
