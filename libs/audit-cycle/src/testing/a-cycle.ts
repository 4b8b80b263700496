import type { ToolDefinition } from '../audit-tool/definition.js';
import type { AuditToolState } from '../audit-tool/state.js';
import type { CycleEvent } from '../cycle/events.js';
import type { Frame } from '../cycle/frame.js';
import type { Sample } from '../cycle/sample.js';
import { evolveCycle, notPlanned, type Cycle, type CycleState } from '../cycle/state.js';
import type { Policy } from '../policy/policy.js';
import { CURRENT_SCALE, type Grade } from '../vocabulary/grade.js';

/** A small cycle of six children in two strata, for the tests of what stands on cycles. */
export const POLICY: Policy = {
  version: 3,
  workingDays: { audit: 15, moderation: 5, dispute: 3, comment: 5, feedback: 5 },
  actionDue: { urgent: 2, high: 10, medium: 20, low: 30, impact: 60 },
  moderation: {
    randomSharePercent: 0,
    grades: ['outstanding', 'inadequate'],
    unapprovedAuditors: false,
    manner: 'seen',
  },
  sampling: { monthsBetweenSamples: 12, minimumPerStratum: 1, repeatAllowedFor: [] },
  reAudit: { sharePercent: 15, fromWeeks: 8, toWeeks: 12 },
  escalation: { immediateRiskHours: 24, inadequateWorkingDays: 1 },
  actions: { dueSoonWorkingDays: 3 },
  verification: { outsideTeamForInadequate: true },
  external: {
    ...{ fewest: 2, most: 60, months: 6, voicesShown: false },
    ...{ reliableFromPercent: 60, limitsFromPercent: 40 },
  },
  capacity: { auditsPerAuditor: 8 },
  feedbackRequired: true,
  areas: [],
  figures: { fewestPairs: 30, fewestPairsPerAuditor: 10, fewestPublished: 5, totalsPublished: true },
};

const descriptors: Record<Grade, string> = {
  outstanding: 'Exceptional',
  good: 'Good',
  'requires-improvement': 'Not good yet',
  inadequate: 'Children are not safe',
};

const asked = { prompt: 'Look for it.', required: true, key: false, limit: null, linesOfEnquiry: [] };

export const TOOL_DEFINITION: ToolDefinition = {
  name: 'Small tool',
  scale: CURRENT_SCALE,
  unit: 'child',
  partners: [],
  overallGrade: true,
  voices: ['child', 'family'],
  practiceDiscussion: true,
  sections: [
    {
      ...asked,
      code: 'plan',
      title: 'Plan',
      key: true,
      limit: 'requires-improvement',
      answer: { kind: 'grade', descriptors },
    },
    {
      ...asked,
      code: 'visits',
      title: 'Visits',
      answer: {
        kind: 'choice',
        options: [
          { code: 'in-time', title: 'In time' },
          { code: 'late', title: 'Late' },
        ],
      },
    },
    { ...asked, code: 'health', title: 'Health', required: false, answer: { kind: 'grade', descriptors } },
  ],
  themes: [
    { code: 'planning', title: 'Planning' },
    { code: 'recording', title: 'Recording' },
  ],
};

export const TOOL: AuditToolState = {
  versions: {
    1: { definition: TOOL_DEFINITION, status: 'retired' },
    2: { definition: TOOL_DEFINITION, status: 'published' },
    3: { definition: { ...TOOL_DEFINITION, overallGrade: false }, status: 'published' },
    4: { definition: TOOL_DEFINITION, status: 'drafted' },
  },
};

export const CYCLE = 'cycle-1';
export const FRAME_DIGEST = 'f'.repeat(64);
export const SECRET = '5'.repeat(64);
export const SECRET_DIGEST = 'd'.repeat(64);

export const FRAME: Frame = {
  asAt: '2026-03-31',
  entries: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'].map((child, index) => ({
    child,
    cohort: index < 3 ? 'in-care' : 'child-protection',
    team: 'north',
    worker: 'worker',
    family: index === 0 ? 'family-0' : null,
  })),
};

export const SAMPLE: Sample = {
  method: 'sha256-order-1',
  frame: FRAME_DIGEST,
  drawnOn: '2026-04-01',
  seed: 'a seed',
  seedSource: 'server',
  size: 3,
  minimumPerStratum: 1,
  strata: [
    { stratum: 'in-care', inFrame: 3, eligible: 3, chosen: [2, 0], probability: 2 / 3 },
    { stratum: 'child-protection', inFrame: 3, eligible: 2, chosen: [4], probability: 0.5 },
  ],
  exclusions: [{ reasonCode: 'sampled-recently', indices: [3] }],
};

export const PLANNED = {
  type: 'CyclePlanned',
  facts: {
    title: 'Spring',
    kind: 'core',
    period: { from: '2026-04-01', to: '2026-05-31' },
    reviewed: { from: '2025-11-30', to: '2026-05-31' },
    cohorts: ['in-care', 'child-protection'],
    linesOfEnquiry: [{ code: 'education', question: 'Is the child in school?' }],
    tool: { id: 'tool-1', version: 2 },
    scale: CURRENT_SCALE,
    policy: POLICY,
    targetSize: 3,
  },
  narrative: null,
} as const satisfies CycleEvent;

export const IMPORTED = {
  type: 'PopulationImported',
  facts: {
    of: 'open-cases',
    asAt: FRAME.asAt,
    source: 'annex-a',
    frame: FRAME_DIGEST,
    report: 'e'.repeat(64),
    children: 6,
    cohorts: { 'in-care': 3, 'child-protection': 3 },
    rows: { read: 9, used: 8, excluded: 1, warned: 2 },
    characteristics: null,
    addedByHand: 0,
    addition: null,
  },
  narrative: null,
} as const satisfies CycleEvent;

export const DRAWN = {
  type: 'SampleDrawn',
  facts: { sample: SAMPLE },
  narrative: null,
} as const satisfies CycleEvent;
export const OPENED = {
  type: 'CycleOpened',
  facts: { openedBy: 'lead', moderationSecretDigest: SECRET_DIGEST },
  narrative: null,
} as const satisfies CycleEvent;
export const CLOSED = {
  type: 'CycleClosed',
  facts: {
    closedBy: 'lead',
    closedOn: '2026-04-01',
    withoutGrade: [],
    reasonCode: null,
    moderationSecret: SECRET,
  },
  narrative: null,
} as const satisfies CycleEvent;

export const cycleAfter = (...events: readonly CycleEvent[]): CycleState =>
  events.reduce(evolveCycle, notPlanned);

export const OPEN_CYCLE = cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED) as Cycle;
