import {
  CURRENT_SCALE,
  DEFAULT_POLICY,
  type AuditCycleEvent,
  type CaseAuditEvent,
  type Grade,
  type ImprovementActionEvent,
  type IsoDate,
  type Period,
  type ReAuditEvent,
} from '#audit-cycle';
import { derivedId } from '#event-log';
import { MODERATOR, NARRATIVE } from './audit-events.js';

export interface SmallCycle {
  readonly id: string;
  readonly title: string;
  readonly size: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const FRAME = 'ab'.repeat(32);
const SEED = 'cd'.repeat(32);
const LEAD = derivedId('person', 'lead');
export const TOOL = { id: derivedId('tool', 'core'), version: 1 };

/** Events of a cycle whose sample is drawn from 2,503 children in two strata, and of the audits and actions in it. */
export class ACycle {
  readonly id: string;
  private readonly reviewed: Period;
  private readonly inCare: number;

  constructor(private readonly small: SmallCycle) {
    this.id = small.id;
    this.reviewed = { from: '2020-10-01', to: small.from };
    this.inCare = Math.floor(small.size / 5);
  }

  audit(index: number): string {
    return derivedId('case-audit', this.id, String(index));
  }

  child(index: number): string {
    return `C${String(index).padStart(4, '0')}`;
  }

  action(index: number, nth: number): string {
    return derivedId('action', this.audit(index), String(nth));
  }

  planned(): AuditCycleEvent {
    const { title, from, to, size } = this.small;
    return {
      type: 'CyclePlanned',
      facts: {
        title,
        kind: 'core',
        period: { from, to },
        reviewed: this.reviewed,
        cohorts: ['child-in-need', 'in-care'],
        linesOfEnquiry: [],
        tool: TOOL,
        scale: CURRENT_SCALE,
        policy: DEFAULT_POLICY,
        targetSize: size,
      },
      narrative: null,
    };
  }

  imported(): AuditCycleEvent {
    return {
      type: 'PopulationImported',
      facts: {
        of: 'open-cases',
        asAt: this.small.from,
        source: 'annex-a',
        frame: FRAME,
        report: 'ef'.repeat(32),
        children: 2503,
        cohorts: { 'child-in-need': 2008, 'in-care': 495 },
        rows: { read: 2503, used: 2503, excluded: 0, warned: 0 },
        characteristics: null,
        addedByHand: 0,
        addition: null,
      },
      narrative: null,
    };
  }

  drawn(seedSource: 'server' | 'supplied' = 'server'): AuditCycleEvent {
    const { size, from } = this.small;
    const strata = [
      { stratum: 'child-in-need', inFrame: 2008, eligible: 2000, chosen: range(0, size - this.inCare) },
      { stratum: 'in-care', inFrame: 495, eligible: 495, chosen: range(2008, 2008 + this.inCare) },
    ].map((stratum) => ({ ...stratum, probability: stratum.chosen.length / stratum.eligible }));
    return {
      type: 'SampleDrawn',
      facts: {
        sample: {
          method: 'sha256-order-1',
          frame: FRAME,
          drawnOn: from,
          seed: SEED,
          seedSource,
          size,
          minimumPerStratum: 1,
          strata,
          exclusions: [{ reasonCode: 'sampled-recently', indices: range(0, 8) }],
        },
      },
      narrative: null,
    };
  }

  opened(): AuditCycleEvent {
    return {
      type: 'CycleOpened',
      facts: { openedBy: LEAD, moderationSecretDigest: 'd'.repeat(64) },
      narrative: null,
    };
  }

  closed(withoutGrade: readonly number[]): AuditCycleEvent {
    return {
      type: 'CycleClosed',
      facts: {
        closedBy: LEAD,
        closedOn: '2026-07-31',
        withoutGrade: withoutGrade.map((index) => this.audit(index)),
        reasonCode: 'grade-not-recorded',
        moderationSecret: '5'.repeat(64),
      },
      narrative: { reason: NARRATIVE },
    };
  }

  selected(index: number): CaseAuditEvent {
    const stratum = index < this.small.size - this.inCare ? 'child-in-need' : 'in-care';
    return {
      type: 'CaseSelected',
      facts: {
        cycle: this.id,
        child: this.child(index),
        cohort: stratum,
        team: index % 2 === 0 ? 'North' : 'South',
        worker: null,
        family: null,
        asAt: this.small.from,
        reviewed: this.reviewed,
        tool: TOOL,
        stratum,
        drawIndex: index,
        probability: 0.1,
        by: 'draw',
      },
      narrative: null,
    };
  }

  /** For the child of one audit, by that audit or another of the same child. */
  actionSet(
    index: number,
    due: IsoDate,
    owner: string,
    audit: string = this.audit(index),
  ): ImprovementActionEvent {
    return {
      type: 'ActionSet',
      facts: {
        source: {
          ...{ kind: 'audit', audit, cycle: this.id, child: this.child(index) },
          ...{ theme: null, lineOfEnquiry: null, openActionsShown: [] },
        },
        owner,
        team: 'North',
        priority: 'high',
        kind: 'compliance',
        due,
      },
      narrative: { text: NARRATIVE },
    };
  }

  reAudited(index: number, originalGrade: Grade, grade: Grade): readonly ReAuditEvent[] {
    const action = this.action(index, 0);
    return [
      {
        type: 'CaseSelectedForReAudit',
        facts: {
          audit: this.audit(index),
          cycle: this.id,
          child: this.child(index),
          team: 'North',
          worker: null,
          asAt: this.small.to,
          originalGrade,
          actions: [action],
          reviewed: this.reviewed,
          tool: TOOL,
          rule: 'chosen',
          reasonCode: 'team-asked',
          draw: null,
        },
        narrative: null,
      },
      {
        type: 'ReAuditorAllocated',
        facts: { reAuditor: MODERATOR, due: this.small.to, allocatedBy: MODERATOR },
        narrative: null,
      },
      { type: 'ActionChecked', facts: { action, verdict: 'done' }, narrative: { evidence: NARRATIVE } },
      {
        type: 'CaseReaudited',
        facts: {
          audit: this.audit(index),
          reAuditor: MODERATOR,
          grade,
          scale: CURRENT_SCALE,
          verdicts: [{ action, verdict: 'done' }],
        },
        narrative: { rationale: NARRATIVE },
      },
    ];
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
