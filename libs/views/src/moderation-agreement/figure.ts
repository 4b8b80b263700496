import { tally } from '../in-order.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { agreementOfPairs, type AgreementOfPairs, type AgreementSettings } from './agreement-of-pairs.js';
import { randomPairs, type MissingPair } from './random-pairs.js';

/** How far moderators give the grades that auditors gave, judged by the cases alone that chance chose for moderation. */
export interface ModerationAgreement {
  /** Audits that chance chose; the sum of `paired` and of `missing`. */
  readonly chosen: number;
  /** Have both grades; the sum of n over the manners. */
  readonly paired: number;
  readonly missing: readonly { readonly reason: MissingPair; readonly n: number }[];
  /** Moderated because another rule asked for it: not counted here, as such audits are not like the others. */
  readonly chosenOtherwise: number;
  /** Pairs below which there is no coefficient. */
  readonly fewestPairs: number;
  /** Graded before the auditor's grade was seen. */
  readonly blind: AgreementOfPairs;
  /** Graded after it was seen, which is agreement more easily come by: the two are never added up. */
  readonly seen: AgreementOfPairs;
}

export function moderationAgreement(
  audits: readonly GradedAudit[],
  { fewest, seed, sha256Hex }: AgreementSettings,
  section?: string,
): ModerationAgreement {
  const { chosen, pairs, missing, chosenOtherwise } = randomPairs(audits, section);
  const of = (asked: 'blind' | 'seen'): AgreementOfPairs =>
    agreementOfPairs(
      pairs.filter(({ manner }) => manner === asked).map(({ grades }) => grades),
      { fewest, sha256Hex, seed: `${seed}|${asked}` },
    );
  return {
    ...{ chosen, paired: pairs.length, missing: tally(missing), chosenOtherwise, fewestPairs: fewest },
    ...{ blind: of('blind'), seen: of('seen') },
  };
}
