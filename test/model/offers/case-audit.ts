import {
  ACCURACIES,
  COHORTS,
  CORE_PRACTICE_AUDIT,
  CORRECTABLE_FIELDS,
  VOICES,
  WITHDRAWAL_REASONS,
  addDays,
  type Audit,
  type CaseAuditState,
  type PersonId,
} from '#audit-cycle';
import { AUDITORS, EVERYBODY, LEADERS, LEADS, MODERATORS, PEOPLE } from '../people.js';
import type { About, Offers } from './offer.js';

const auditOf = (state: CaseAuditState): Audit | null => (state.status === 'not-selected' ? null : state);
/** Who could do it, were they not tied to some of the children. */
const TEMPTING = [PEOPLE.wes, PEOPLE.sue, PEOPLE.otto, PEOPLE.hal] as const;
const orElse = (person: PersonId | null | undefined, others: readonly PersonId[]): readonly PersonId[] =>
  typeof person === 'string' ? [person] : others;
const auditorOf = ({ state }: About<'case-audit'>): readonly PersonId[] =>
  orElse(auditOf(state)?.auditor, AUDITORS);
const moderatorOf = ({ state }: About<'case-audit'>): readonly PersonId[] =>
  orElse(auditOf(state)?.moderator, MODERATORS);
const sections = CORE_PRACTICE_AUDIT.sections;

export const CASE_AUDIT_OFFERS: Offers<'case-audit'> = {
  SelectCase: ({ state }) => ({
    command: {
      type: 'SelectCase',
      facts: {
        ...{ cycle: PEOPLE.lea, child: 'C-0100', cohort: 'in-care', team: null, worker: null, family: null },
        ...{ asAt: '2026-01-31', reviewed: { from: '2026-01-01', to: '2026-06-30' } },
        ...{ tool: { id: PEOPLE.lea, version: 1 }, stratum: 'in-care', drawIndex: 0, probability: 1 },
        by: 'draw',
        ...auditOf(state)?.selected,
      },
    },
    by: LEADS,
  }),
  AllocateAuditor: ({ draw }) => ({
    command: {
      type: 'AllocateAuditor',
      auditor: draw.person(...AUDITORS, ...TEMPTING),
      how: draw.one('by-hand', 'suggested'),
    },
    by: LEADS,
  }),
  ReplaceAuditor: ({ draw }) => ({
    command: { type: 'ReplaceAuditor', auditor: draw.person(...AUDITORS, ...TEMPTING), ...draw.reason() },
    by: LEADS,
  }),
  ExtendAuditDeadline: ({ draw, today }) => ({
    command: { type: 'ExtendAuditDeadline', to: addDays(today, draw.one(-3, 40, 80)), ...draw.reason() },
    by: LEADS,
  }),
  DeclareConflict: (about) => ({
    command: {
      type: 'DeclareConflict',
      relationship: 'personal',
      ...(about.draw.rarely(6) ? { person: about.draw.person() } : {}),
    },
    by: [...auditorOf(about), ...moderatorOf(about)],
  }),
  StartAudit: (about) => ({ command: { type: 'StartAudit' }, by: auditorOf(about) }),
  GradeSection: (about) => ({
    command: {
      type: 'GradeSection',
      section: about.draw.mostly(
        sections.map(({ code }) => code),
        ['unheard-of'],
      ),
      answer: about.draw.rarely(4)
        ? { kind: 'not-applicable', reasonCode: about.draw.code() }
        : { kind: 'grade', grade: about.draw.grade() },
    },
    by: auditorOf(about),
  }),
  RecordVoice: (about) => ({
    command: {
      ...{ type: 'RecordVoice', voice: about.draw.one(...VOICES) },
      ...(about.draw.rarely(2)
        ? { obtained: true, text: about.draw.words(), consentToQuote: about.draw.rarely(2) }
        : { obtained: false, reasonCode: 'declined' }),
    },
    by: auditorOf(about),
  }),
  RecordPracticeDiscussion: (about) => ({
    command: {
      ...{ type: 'RecordPracticeDiscussion', held: true, on: about.draw.day(about.today) },
      with: about.draw.mostly<readonly string[]>([[PEOPLE.wes]], [[]]),
    },
    by: auditorOf(about),
  }),
  RaiseImmediateRisk: (about) => ({
    command: {
      ...{ type: 'RaiseImmediateRisk', risk: about.draw.code(), escalateTo: about.draw.person(PEOPLE.sol) },
      ...(about.draw.rarely(2)
        ? { referredOnly: true }
        : { referredOnly: false, concern: about.draw.words() }),
    },
    by: [...auditorOf(about), ...LEADS, ...MODERATORS],
  }),
  GradeCase: (about) => ({
    command: {
      ...{ type: 'GradeCase', grade: about.draw.grade(), rationale: about.draw.words() },
      ...{ strengths: [], development: [] },
      ...(about.draw.rarely(3) ? {} : { noActionReason: about.draw.code() }),
      ...(about.draw.rarely(3)
        ? { limitReasonCode: about.draw.code(), limitReason: about.draw.words() }
        : {}),
    },
    by: auditorOf(about),
  }),
  RequireModeration: () => ({ command: { type: 'RequireModeration' }, by: [...LEADS, ...MODERATORS] }),
  AllocateModerator: ({ draw }) => ({
    command: {
      ...{
        type: 'AllocateModerator',
        moderator: draw.person(...MODERATORS, ...TEMPTING),
        manner: draw.one('blind', 'seen'),
      },
    },
    by: LEADS,
  }),
  ReplaceModerator: ({ draw }) => ({
    command: {
      type: 'ReplaceModerator',
      moderator: draw.person(...MODERATORS, ...TEMPTING),
      ...draw.reason(),
    },
    by: LEADS,
  }),
  ModerateGrade: (about) => ({
    command: {
      ...{ type: 'ModerateGrade', grade: about.draw.grade(), manner: about.draw.one('blind', 'seen') },
      ...(about.draw.rarely(4) ? {} : about.draw.reason()),
      ...(about.draw.rarely(3)
        ? {
            sections: [
              { section: sections[0]!.code, grade: about.draw.grade(), reasonCode: about.draw.code() },
            ],
          }
        : {}),
    },
    by: moderatorOf(about),
  }),
  RecordModerationDiscussion: (about) => ({
    command: {
      ...{ type: 'RecordModerationDiscussion', on: about.draw.day(about.today) },
      with: about.draw.mostly<readonly string[]>([[PEOPLE.anna]], [[]]),
    },
    by: [...moderatorOf(about), ...auditorOf(about)],
  }),
  RecordMissedModeration: ({ draw }) => ({
    command: { type: 'RecordMissedModeration', ...draw.reason() },
    by: LEADS,
  }),
  ReturnAudit: (about) => ({
    command: { type: 'ReturnAudit', ...about.draw.reason() },
    by: [...moderatorOf(about), ...LEADS],
  }),
  DisputeGrade: (about) => ({
    command: { type: 'DisputeGrade', grade: about.draw.grade(), reason: about.draw.words() },
    by: auditorOf(about),
  }),
  SettleGrade: ({ draw }) => ({
    command: {
      ...{ type: 'SettleGrade', grade: draw.grade(), ...draw.reason() },
      panel: draw.mostly(
        [
          [PEOPLE.sol, PEOPLE.cal],
          [PEOPLE.sol, PEOPLE.ash],
        ],
        [[draw.person(), draw.person()], [PEOPLE.sol]],
      ),
    },
    by: LEADS,
  }),
  CommentOnAccuracy: ({ draw, state }) => ({
    command: {
      ...{ type: 'CommentOnAccuracy', accurate: draw.one(...ACCURACIES) },
      role: draw.mostly(['practitioner'], ['manager']),
    },
    by: orElse(auditOf(state)?.selected.worker, EVERYBODY),
  }),
  FinaliseAudit: () => ({ command: { type: 'FinaliseAudit' }, by: [...LEADS, ...MODERATORS] }),
  GiveFeedback: (about) => ({
    command: {
      ...{ type: 'GiveFeedback', on: about.draw.day(about.today) },
      to: about.draw.mostly<readonly string[]>([[PEOPLE.wes]], [[]]),
    },
    by: [...auditorOf(about), ...LEADS],
  }),
  CorrectSelection: ({ draw }) => {
    const field = draw.one(...CORRECTABLE_FIELDS);
    const to = {
      cohort: draw.one(...COHORTS),
      team: draw.one('North', 'South', null),
      worker: draw.one(PEOPLE.wes, PEOPLE.sue, PEOPLE.anna, PEOPLE.mo, null),
    }[field];
    return { command: { type: 'CorrectSelection', field, to, ...draw.reason() }, by: LEADS };
  },
  RequestWithdrawal: ({ draw }) => ({
    command: {
      ...{ type: 'RequestWithdrawal', replace: draw.rarely(2), reason: draw.words() },
      reasonCode: draw.mostly(
        WITHDRAWAL_REASONS.filter((code) => code !== 'child-died' || draw.rarely(3)),
        ['case-closed', 'child-died'],
      ),
    },
    by: LEADS,
  }),
  ApproveWithdrawal: () => ({ command: { type: 'ApproveWithdrawal' }, by: [...LEADERS, PEOPLE.cal] }),
  DeclineWithdrawal: ({ draw }) => ({
    command: { type: 'DeclineWithdrawal', ...draw.reason() },
    by: [...LEADERS, PEOPLE.cal],
  }),
  SetLegalHold: ({ draw }) => ({
    command: { type: 'SetLegalHold', reasonCode: draw.code() },
    by: [...LEADS, PEOPLE.cal],
  }),
  ReleaseLegalHold: ({ draw }) => ({
    command: { type: 'ReleaseLegalHold', ...draw.reason() },
    by: [PEOPLE.cal, PEOPLE.ada],
  }),
};
