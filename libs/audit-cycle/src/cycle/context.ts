import type { AuditToolState } from '../audit-tool/state.js';
import type { PolicyState } from '../policy/state.js';
import type { Acting } from '../vocabulary/acting.js';
import type { AuditId, PersonId, Secret, Sha256 } from '../vocabulary/identifiers.js';
import type { ReAuditDraw } from './re-audit-draw.js';
import type { Sample, SampleExclusion } from './sample.js';

/** What a decision about a cycle is told. A command reads only its own part; the rest is null or empty. */
export interface CycleContext extends Acting {
  /** PlanCycle: the authority's policy. */
  readonly policy: PolicyState;
  /** PlanCycle: the tool that the command names, null when there is none of that id. */
  readonly tool: AuditToolState | null;
  /** AddChildren: what comes of adding them, null when no population is imported. */
  readonly addition: Addition | null;
  /** DrawSample: what drawing from the cycle's own frame gave, null when no population is imported. */
  readonly draw: DrawAnswer | null;
  /** DrawReplacement: the next case of the stratum in draw order, null when the stratum is used up. */
  readonly next: NextInStratum | null;
  /** OpenCycle: how many children of the sample another cycle has drawn too, within the months that policy keeps between samples. */
  readonly drawnElsewhere: number;
  /** OpenCycle: digest of the cycle's moderation secret, null for every other command. */
  readonly secretDigest: Sha256 | null;
  /** CloseCycle: the secret itself, null for every other command. */
  readonly secret: Secret | null;
  /** CloseCycle: the audits of the cycle that are neither finalised nor withdrawn. */
  readonly unfinished: readonly AuditId[];
  /** CloseCycle: cases that are drawn and not selected yet, and replacements that are still to be drawn. */
  readonly selecting: number;
  /** DrawReAudits: what drawing from the list that was just frozen gave; null when there is no sample to take audits from. */
  readonly reAuditDraw: ReAuditDraw | null;
}

export interface Addition {
  /** Digest of the frame that they are added to. */
  readonly to: Sha256;
  /** Digest of the frame with them. */
  readonly frame: Sha256;
  /** Digest of the report on the addition. */
  readonly report: Sha256;
  /** How many of them the frame has already. */
  readonly alreadyIn: number;
  /** Workers of theirs who are nobody of the people directory. */
  readonly unknownWorkers: readonly PersonId[];
}

export type DrawAnswer =
  | { readonly ok: true; readonly sample: Sample }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface NextInStratum {
  readonly drawIndex: number;
  readonly probability: number;
  /** Cases before it in draw order that may not be drawn any more, and why. */
  readonly exclusions: readonly SampleExclusion[];
}
