import type { IsoDate } from '../vocabulary/dates.js';
import type { AuditId, CycleId, Sha256 } from '../vocabulary/identifiers.js';

/**
 * The audits that a draw of re-audits was made from, frozen as a blob before there was a seed. Both lists are in the order of their
 * ids and have no audit in common: an inadequate one is taken for certain, so the seed has nothing to say about it.
 */
export interface ReAuditList {
  readonly cycle: CycleId;
  /** The day on which the list stood. */
  readonly asAt: IsoDate;
  /** Audits whose actions were all reported done, the last of them in the weeks that the policy names. */
  readonly eligible: readonly AuditId[];
  /** Audits whose final grade is inadequate, whatever became of their actions. */
  readonly inadequate: readonly AuditId[];
}

/** Why a draw took an audit. */
export type ReAuditDrawRule = 'drawn' | 'inadequate';

/** An audit that is to be done again. */
export interface ReAuditChoice {
  readonly audit: AuditId;
  /** Its index among the eligible of the frozen list, from 0; null where the rule took it. */
  readonly index: number | null;
  /** `drawn`: the seed came to it. `inadequate`: its grade takes it for certain. */
  readonly rule: ReAuditDrawRule;
  /** Counts the re-audits of this audit from 1: those before it were withdrawn. */
  readonly ordinal: number;
}

/** A draw of re-audits that anybody can repeat from the frozen list and the seed. */
export interface ReAuditDraw {
  /** What the order depends on: SHA-256 of seed and audit id. */
  readonly seed: string;
  /** `server`: made after the list was frozen. `supplied`: somebody chose it, and every page says so. */
  readonly seedSource: 'server' | 'supplied';
  /** The day of the draw. */
  readonly drawnOn: IsoDate;
  /** Share of the eligible that is drawn, percent; a part of an audit counts as a whole one. */
  readonly sharePercent: number;
  /** Weeks since the last report that an action was done, at least. */
  readonly fromWeeks: number;
  /** Weeks since the last report that an action was done, at most. */
  readonly toWeeks: number;
  /** How many audits were eligible. */
  readonly eligible: number;
  /** Digest of the frozen list, which is kept as a blob beside the log. */
  readonly eligibleDigest: Sha256;
  /** First what the seed chose, in draw order; then every inadequate one. */
  readonly chosen: readonly ReAuditChoice[];
}
