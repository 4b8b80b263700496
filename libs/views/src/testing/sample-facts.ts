import { CURRENT_SCALE, DEFAULT_POLICY, type FromAudit, type Grade } from '#audit-cycle';
import type { ViewEventNamed } from '../view.js';
import { ANOTHER_PERSON, idOf, PERSON } from './history.js';

/** The tool that everything is audited with. */
export const TOOL = { id: '77777777-0000-7000-8000-000000000001', version: 1 };
const DESCRIPTORS = { outstanding: 'a', good: 'b', 'requires-improvement': 'c', inadequate: 'd' };
const REVIEWED = { from: '2020-10-01', to: '2021-03-31' };
const FRAME = 'ab'.repeat(32);

export const plannedFacts = (
  changes: Partial<ViewEventNamed<'CyclePlanned'>['facts']> = {},
): ViewEventNamed<'CyclePlanned'>['facts'] => ({
  title: 'Core audits, April 2021',
  kind: 'core',
  period: { from: '2021-04-01', to: '2021-05-31' },
  reviewed: REVIEWED,
  cohorts: ['child-in-need', 'child-protection', 'in-care'],
  linesOfEnquiry: [{ code: 'visits', question: 'Are children seen as often as their plan says?' }],
  tool: TOOL,
  scale: CURRENT_SCALE,
  policy: DEFAULT_POLICY,
  targetSize: 35,
  ...changes,
});

/** A tool of graded sections: each with the lines of enquiry that it speaks to. */
export const draftedFacts = (
  version: number,
  sections: Readonly<Record<string, readonly string[]>>,
): ViewEventNamed<'ToolDrafted'>['facts'] => ({
  version,
  definition: {
    ...{ name: 'Core audit', scale: CURRENT_SCALE, unit: 'child', partners: [], overallGrade: true },
    ...{ voices: [], practiceDiscussion: false, themes: [{ code: 'visits', title: 'Visits' }] },
    sections: Object.entries(sections).map(([code, linesOfEnquiry]) => ({
      ...{ code, title: `${code}, as version ${version} has it`, prompt: 'Look at the record.' },
      ...{ required: true, key: false, limit: null, linesOfEnquiry },
      answer: { kind: 'grade', descriptors: DESCRIPTORS },
    })),
  },
});

export const importedFacts = (): ViewEventNamed<'PopulationImported'>['facts'] => ({
  of: 'open-cases',
  asAt: '2021-03-31',
  source: 'annex-a',
  frame: FRAME,
  report: 'cd'.repeat(32),
  children: 300,
  cohorts: { 'child-in-need': 200, 'in-care': 100 },
  rows: { read: 310, used: 300, excluded: 10, warned: 2 },
  characteristics: null,
  addedByHand: 0,
  addition: null,
});

export const drawnFacts = (): ViewEventNamed<'SampleDrawn'>['facts'] => ({
  sample: {
    method: 'sha256-order-1',
    frame: FRAME,
    drawnOn: '2021-04-01',
    seed: 'a seed',
    seedSource: 'server',
    size: 3,
    minimumPerStratum: 1,
    strata: [
      { stratum: 'child-in-need', inFrame: 200, eligible: 190, chosen: [4, 17], probability: 2 / 190 },
      { stratum: 'in-care', inFrame: 100, eligible: 100, chosen: [201], probability: 0.01 },
    ],
    exclusions: [{ reasonCode: 'sampled-recently', indices: [1, 2, 3] }],
  },
});

export const selectedFacts = (
  n: number,
  changes: Partial<ViewEventNamed<'CaseSelected'>['facts']> = {},
): ViewEventNamed<'CaseSelected'>['facts'] => ({
  cycle: idOf('cycle', 1),
  child: `child-${n}`,
  cohort: 'child-in-need',
  team: 'North',
  worker: null,
  family: null,
  asAt: '2021-03-31',
  reviewed: REVIEWED,
  tool: TOOL,
  stratum: 'child-in-need',
  drawIndex: n,
  probability: 35 / 2503,
  by: 'draw',
  ...changes,
});

export const gradedFacts = (grade: Grade): ViewEventNamed<'CaseGraded'>['facts'] => ({
  grade,
  scale: CURRENT_SCALE,
  auditor: PERSON,
  attempt: 1,
  limitedBy: [],
  limitReasonCode: null,
  strengths: [],
  development: [],
  actionsSet: 0,
  noActionReason: 'nothing-to-improve',
});

export const moderatedFacts = (from: Grade, to: Grade): ViewEventNamed<'GradeModerated'>['facts'] => ({
  moderator: PERSON,
  outcome: from === to ? 'upheld' : 'changed',
  from,
  to,
  manner: 'seen',
  reasonCode: from === to ? null : 'evidence-weighed-differently',
  sections: [],
  disputeUntil: '2021-05-07',
});

export const finalisedFacts = (
  grade: Grade,
  submitted: Grade = grade,
): ViewEventNamed<'AuditFinalised'>['facts'] => ({
  grade,
  scale: CURRENT_SCALE,
  lineage: { submitted, resubmitted: null, moderated: grade, settled: null },
  finalisedBy: PERSON,
  finalisedOn: '2021-05-04',
  feedbackDue: '2021-05-11',
  commentsUntil: '2021-05-18',
});

export const withdrawnFacts = (
  changes: Partial<ViewEventNamed<'AuditWithdrawn'>['facts']> = {},
): ViewEventNamed<'AuditWithdrawn'>['facts'] => ({
  reasonCode: 'selected-in-error',
  requestedBy: PERSON,
  approvedBy: null,
  afterGrading: false,
  replace: true,
  ...changes,
});

/** An action that an audit set, unless the changes name another source. */
export const setFacts = ({
  audit = idOf('case-audit', 1),
  cycle = idOf('cycle', 1),
  child = 'child-1',
  theme = null,
  lineOfEnquiry = null,
  ...changes
}: Partial<
  ViewEventNamed<'ActionSet'>['facts'] &
    Pick<FromAudit, 'audit' | 'cycle' | 'child' | 'theme' | 'lineOfEnquiry'>
> = {}): ViewEventNamed<'ActionSet'>['facts'] => ({
  source: { kind: 'audit', audit, cycle, child, theme, lineOfEnquiry, openActionsShown: [] },
  owner: PERSON,
  team: 'North',
  priority: 'medium',
  kind: 'compliance',
  due: '2021-05-04',
  ...changes,
});

export const escalatedFacts = (
  changes: Partial<ViewEventNamed<'EscalationOpened'>['facts']> = {},
): ViewEventNamed<'EscalationOpened'>['facts'] => ({
  audit: idOf('case-audit', 1),
  cycle: idOf('cycle', 1),
  child: 'child-1',
  reason: 'immediate-risk',
  risk: 'unsafe-contact',
  raisedBy: ANOTHER_PERSON,
  raisedAt: '2021-04-01T12:00:00.000Z',
  to: PERSON,
  dueAt: '2021-04-02T12:00:00.000Z',
  restricted: false,
  ...changes,
});

export const sessionFacts = (
  changes: Partial<ViewEventNamed<'SessionOpened'>['facts']> = {},
): ViewEventNamed<'SessionOpened'>['facts'] => ({
  record: 'record-1',
  tool: TOOL,
  scale: CURRENT_SCALE,
  participants: [PERSON, ANOTHER_PERSON],
  leader: PERSON,
  openedBy: PERSON,
  ...changes,
});

export const holidayFacts = (
  changes: Partial<ViewEventNamed<'BankHolidaysPublished'>['facts']> = {},
): ViewEventNamed<'BankHolidaysPublished'>['facts'] => ({
  nation: 'england',
  covers: { from: '2021-01-01', to: '2021-12-31' },
  holidays: ['2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31'],
  source: 'a list',
  ...changes,
});

export const roundFacts = (): ViewEventNamed<'RoundOpened'>['facts'] => ({
  halfYear: { from: '2021-04-01', to: '2021-09-30' },
  panel: [{ from: 'neighbouring-authority', person: null }],
  frame: { digest: FRAME, audits: 40, asAt: '2021-10-01' },
  sampleSize: 4,
  precision: { halfWidthPoints: 46.5, atPercent: 50 },
  whyCode: 'as-policy-says',
  replaces: null,
  voicesShown: false,
  rule: { reliableFromPercent: 60, limitsFromPercent: 40 },
  openedBy: PERSON,
});

export const sampledFacts = (audits: readonly string[]): ViewEventNamed<'AuditsSampled'>['facts'] => ({
  seed: 'a seed',
  seedSource: 'server',
  drawnOn: '2021-10-01',
  frameDigest: FRAME,
  strata: [{ stratum: `good/${PERSON}`, size: 40, taken: audits.length }],
  chosen: audits.map((audit, index) => ({ audit, index, stratum: `good/${PERSON}` })),
});
