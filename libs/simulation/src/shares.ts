import { DEFAULT_SHARES_OF_ACTIONS } from './story/shares-of-actions.js';

/**
 * How often things happen in a simulation: shares from 0, never, to 1, always. Above each stands what it is a share of. The values
 * are made up so that what is rare in an authority is rare, and still there in a few cycles of a hundred cases.
 */
export const DEFAULT_SHARES = {
  cycles: {
    /** Of the cycles: those whose sample is drawn a second time. */
    drawnAgain: 0.15,
    /** Of the cycles: those whose audits get some days more. */
    extended: 0.3,
    /** Of the calibration sessions: those that do not wait for the last who takes part. */
    calibratedWithoutOne: 0.4,
  },
  allocation: {
    /** Of the cases: those that go to whom the product proposes. */
    suggested: 0.7,
    /** Of the cases: those for which somebody is tried first whose work ties them to the child. */
    triesTied: 0.03,
    /** Of the children whom no cycle had before: those whom some auditor turns out to know. */
    knownToSomebody: 0.015,
  },
  /** Of the cases that were drawn, not of those that replace one; what is left is graded. */
  fates: { childDied: 0.001, withdrawn: 0.011, withdrawnInAudit: 0.006, unfinished: 0.004 },
  withdrawals: {
    /** Of the children who died: those whose audit had begun. */
    diedInAudit: 0.5,
    /** Of the cases withdrawn before and in their audits: those that another case is to replace. */
    replaced: 0.85,
    replacedInAudit: 0.7,
  },
  /** Of the cases that are graded: those whose audit takes longer than it may. */
  late: 0.1,
  /** Of the cases that are graded in time; at most one of them each. What is about moderation shows only in those that are moderated, some four in ten. */
  departures: {
    'conflict-declared': 0.012,
    'conflict-registered': 0.008,
    risk: 0.015,
    allegation: 0.004,
    'above-limit': 0.01,
    returned: 0.03,
    'moderation-missed': 0.008,
    'moderation-late': 0.01,
    'moderator-replaced': 0.02,
    'moderator-tied': 0.01,
    longer: 0.02,
    corrected: 0.015,
    held: 0.006,
    'withdrawal-declined': 0.008,
  },
  auditing: {
    /** Of the conflicts of auditors: those that come up before anything is answered. */
    tiedBeforeBegin: 0.5,
    /** Of the audits: those whose form is sent before it is complete. */
    gradedTooEarly: 0.012,
    /** Of the voices of practitioners, and of children and families: those that were heard. */
    practitionerHeard: 0.93,
    familyHeard: 0.78,
    /** Of the voices that were heard: those that may be quoted. */
    mayBeQuoted: 0.7,
    /** Of the discussions about practice: those that are not held. */
    notDiscussed: 0.08,
    /** Of the answers to questions of yes and no: those that are yes. */
    yes: 0.8,
    /** Of the answers about identity: those that it does not apply. */
    identityNotApplicable: 0.02,
  },
  moderation: {
    /** Of the audits that no rule moderates: those for which the qa-lead asks. */
    askedFor: 0.03,
    /** Of the returned audits that a rule moderates: those that the moderator returns. */
    returnedByModerator: 0.6,
    /** Of the moderations: those for which the auditor is tried first. */
    triesAuditor: 0.03,
    /** Of the moderations: those that are blind, and those in time. */
    blind: 0.7,
    inTime: 0.9,
    /** Of the grades that the moderator would give otherwise: those that stand all the same. */
    letStand: 0.15,
    /** Of the grades that the moderator makes worse: those with one more action. */
    setsAction: 0.5,
    /** Of the grades that the moderator changes: those with a section changed, talked through, and disputed. */
    sectionChanged: 0.4,
    talkedThrough: 0.5,
    disputed: 0.15,
    /** Of the disputes: those that the panel settles as the auditor wants. */
    settledForAuditor: 0.4,
  },
  actions: DEFAULT_SHARES_OF_ACTIONS,
  feedback: {
    /** Of the final audits: those that the worker, and that the manager, comments on. */
    commented: 0.2,
    managerCommented: 0.06,
    /** Of the final audits: those with feedback; and of these, those with late feedback. */
    given: 0.9,
    late: 0.12,
  },
  escalations: {
    /** Of the escalations. */
    handedOn: 0.08,
    takenOnLate: 0.12,
    dealtWithLate: 0.15,
  },
  reAudits: {
    /** Of the re-audits. */
    withdrawn: 0.04,
    replaced: 0.06,
    /** Of the actions that were verified as done: those found partly done. */
    didNotLast: 0.12,
  },
  measures: {
    /** Of the figures of a day: those that are corrected a month later, because something was recorded too late. */
    corrected: 0.02,
    /** Of the measures, each spring: those whose rule of who is counted is put more exactly. */
    redefined: 0.06,
    /** Of the months of a measure of which no review is asked for: those about which somebody asks all the same. */
    askedFor: 0.01,
    /** Of the reviews that are asked for, each month: those that are held. */
    reviewed: 0.45,
    /** Of the surgeries: those that set an action. */
    actedOn: 0.7,
  },
  people: {
    /** Of those who carry cases: who leaves, and who changes team, over the whole time. */
    leave: 0.05,
    changeTeam: 0.02,
    /** Of the auditors: who belongs to no team with children. */
    auditorsWithoutTeam: 0.4,
  },
};

/** A test that needs to see something often passes these with a larger share of it. */
export type Shares = Grouped<typeof DEFAULT_SHARES>;

type Grouped<T> = { readonly [K in keyof T]: T[K] extends number ? number : Grouped<T[K]> };
