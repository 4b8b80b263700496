import type { Decider } from '../decider.js';
import type { ReviewRoundCommand } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import { decideReviewRound } from './decide.js';
import type { ReviewRoundEvent } from './events.js';
import { evolveReviewRound, roundNotOpened, type ReviewRoundState } from './state.js';

export const reviewRound: Decider<
  ReviewRoundState,
  ReviewRoundCommand,
  ReviewRoundEvent,
  ReviewRoundContext
> = {
  initialState: roundNotOpened,
  evolve: evolveReviewRound,
  decide: decideReviewRound,
};
