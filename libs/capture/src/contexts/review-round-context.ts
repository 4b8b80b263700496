import { exactLowerBound, marginOfError } from '#assurance-statistics';
import {
  agreementOf,
  type Acting,
  type AuditId,
  type FrozenAudits,
  type OrderFor,
  type ReviewRoundCommand,
  type ReviewRoundContext,
  type ReviewRoundState,
} from '#audit-cycle';
import { policyId } from '#authority-setup';
import { drawRound } from './draw-round.js';
import { everybody } from './everybody.js';
import { freezeFinalisedAudits } from './finalised-audits.js';
import { hadAHand } from './had-a-hand.js';
import { nextRound } from './next-round.js';
import { roundsOfTheseMonths } from './rounds-of-these-months.js';
import type { Known } from './lookups.js';

/** The share at which the precision of a sample is stated: there it is worst, so at no other is it worse. */
const AT_PERCENT = 50;

/** What deciding about a review round needs: for each command only its own part is looked up. */
export async function reviewRoundContext(
  known: Known,
  { id, command }: OrderFor<'review-round'>,
  state: ReviewRoundState,
  acting: Acting,
): Promise<ReviewRoundContext> {
  const { authority, look, streams } = known;
  const audit = auditNamedBy(command);
  const context: ReviewRoundContext = {
    ...acting,
    people: everybody(known),
    policy: null,
    frame: null,
    sameMonths: [],
    inTurn: false,
    draw: null,
    audit: audit === null ? null : (await streams.load(authority, 'case-audit', audit)).state,
    hadAHand: [],
    tool: null,
    lowerBoundPercent: null,
  };
  if (command.type === 'OpenRound') {
    const policy = look.of('policy', policyId(authority)).state.current;
    const { digest, audits } = await freezeFinalisedAudits(known, command.halfYear);
    const precision = precisionOf(command.sampleSize, audits);
    const sameMonths = roundsOfTheseMonths(known, command.halfYear);
    const inTurn = nextRound(known) === id;
    return { ...context, policy, frame: { digest, audits, precision }, sameMonths, inTurn };
  }
  if (state.status === 'not-opened') return context;
  switch (command.type) {
    case 'SampleAudits':
      return { ...context, draw: await drawRound(known, state, command.seed) };
    case 'AllocateReview':
      return { ...context, hadAHand: await hadAHand(known, command.audit) };
    case 'CommitBlindGrade': {
      const tool = state.reviews.get(command.audit)?.tool;
      return {
        ...context,
        hadAHand: await hadAHand(known, command.audit),
        tool: tool === undefined ? null : look.of('audit-tool', tool.id).state,
      };
    }
    case 'ConcludeRound': {
      const { n, agreed } = agreementOf(state);
      const bound = exactLowerBound(agreed, n).value;
      return { ...context, lowerBoundPercent: bound === null ? null : tenths(bound) };
    }
    case 'AdmitReviewer':
    case 'WithdrawReviewer':
    case 'CompareGrades':
    case 'JudgeAuditQuality':
      return context;
  }
}

/** Half the width of the 95 % interval, with the finite-population correction. It knows nothing of errors of grading. */
function precisionOf(size: number, audits: number): FrozenAudits['precision'] {
  if (!Number.isInteger(size) || size < 1 || size > audits) return null;
  const margin = marginOfError(size, audits, AT_PERCENT / 100).value;
  return margin === null ? null : { halfWidthPoints: tenths(margin), atPercent: AT_PERCENT };
}

/** A share as a percentage with one decimal. */
const tenths = (share: number): number => Math.round(share * 1000) / 10;

const auditNamedBy = (command: ReviewRoundCommand): AuditId | null =>
  'audit' in command ? command.audit : null;
