import { reviewRoundId } from '#authority-setup';
import type { Known } from './lookups.js';

/**
 * The id of the round that is opened next. Rounds are numbered as they are opened, whatever their months, so two that are opened at
 * the same moment meet on one stream, and the second one is decided on again with the first in sight.
 */
export const nextRound = ({ authority, look }: Pick<Known, 'authority' | 'look'>): string =>
  reviewRoundId(authority, look.all('review-round').size + 1);
