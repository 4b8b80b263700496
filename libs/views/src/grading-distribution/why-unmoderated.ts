import type { GradedAudit } from './rows.js';

/**
 * Why nobody moderated the first grade of an audit that was chosen for it. `returned-before`: it was returned to its auditor
 * before. `missed`: somebody recorded that the moderation did not happen.
 */
export type WhyUnmoderated = 'returned-before' | 'missed' | 'not-moderated-yet';

export const whyUnmoderated = ({
  returned,
  moderationMissed,
}: Pick<GradedAudit, 'returned' | 'moderationMissed'>): WhyUnmoderated =>
  returned ? 'returned-before' : moderationMissed ? 'missed' : 'not-moderated-yet';
