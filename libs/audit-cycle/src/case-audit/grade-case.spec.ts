import { describe, expect, it } from '@jest/globals';
import type { ToolDefinition } from '../audit-tool/definition.js';
import { given } from '../testing.js';
import { TOOL_DEFINITION } from '../testing/a-cycle.js';
import { ANSWERED, DIRECTORY, GRADED, IN_PROGRESS, auditAfter, by, graded } from '../testing/an-audit.js';
import type { GradeCase } from './commands.js';
import { caseAudit } from './decider.js';

const grade = (rest: Partial<GradeCase> = {}): GradeCase => ({
  type: 'GradeCase',
  grade: 'good',
  rationale: 'As seen.',
  strengths: [],
  development: [],
  ...rest,
});
const auditor = by('auditor');
const answered = given(caseAudit, ANSWERED);

describe('Grading a case', () => {
  it('records the grade, why, and on which scale', () => {
    answered.when(grade(), auditor).then(graded('good'));
  });

  it('records themes as codes, and their texts apart from the facts', () => {
    const themes = { strengths: ['planning'], development: ['recording', 'planning'] };
    const event = graded('good');
    answered.when(grade({ ...themes, strengthsText: 'Clear plan.', developmentText: ' ' }), auditor).then({
      ...event,
      facts: { ...event.facts, ...themes },
      narrative: { rationale: 'As seen.', strengths: 'Clear plan.' },
    });
  });

  it('takes "no action needed" with a reason in the place of an action', () => {
    const event = graded('good');
    answered
      .when(
        grade({ noActionReason: 'plan-on-track', noActionText: 'All is done.' }),
        by('auditor', { actionsSet: 0 }),
      )
      .then({
        ...event,
        facts: { ...event.facts, actionsSet: 0, noActionReason: 'plan-on-track' },
        narrative: { rationale: 'As seen.', noAction: 'All is done.' },
      });
  });

  it.each(['outstanding', 'inadequate'] as const)(
    'asks for moderation at once where the policy moderates every %s',
    (always) => {
      answered
        .when(grade({ grade: always }), auditor)
        .then(graded(always), { type: 'ModerationRequired', facts: { rule: 'grade' }, narrative: null });
    },
  );

  it('goes by the policy that the cycle was planned with', () => {
    const { cycle } = auditor;
    if (cycle.status === 'not-planned') throw new Error('the cycle is planned');
    const moderation = { ...cycle.policy.moderation, grades: ['good' as const] };
    answered
      .when(grade(), { ...auditor, cycle: { ...cycle, policy: { ...cycle.policy, moderation } } })
      .then(graded('good'), { type: 'ModerationRequired', facts: { rule: 'grade' }, narrative: null });
  });

  it('names everything that is still missing', () => {
    given(caseAudit, IN_PROGRESS)
      .when(grade(), by('auditor', { actionsSet: 0 }))
      .thenRefused('incomplete', {
        missing: [
          'section:plan',
          'section:visits',
          'voice:child',
          'voice:family',
          'practice-discussion',
          'action-or-reason',
        ],
      });
  });

  it.each([
    [3, 'section:plan'],
    [4, 'section:visits'],
    [5, 'voice:child'],
    [6, 'voice:family'],
    [7, 'practice-discussion'],
  ])('is refused when only event %i is left out: %s', (left, missing) => {
    given(caseAudit, [...ANSWERED.slice(0, left), ...ANSWERED.slice(left + 1)])
      .when(grade(), auditor)
      .thenRefused('incomplete', { missing: [missing] });
  });

  it('is refused when no action is set and no reason given', () => {
    answered
      .when(grade(), by('auditor', { actionsSet: 0 }))
      .thenRefused('incomplete', { missing: ['action-or-reason'] });
    answered
      .when(grade({ noActionReason: '' }), by('auditor', { actionsSet: 0 }))
      .thenRefused('code-malformed');
  });

  it('counts a required section that does not apply as answered', () => {
    const answer = { kind: 'not-applicable', reasonCode: 'no-plan-yet' } as const;
    const history = ANSWERED.map((event) =>
      event.type === 'SectionGraded' && event.facts.section === 'plan'
        ? { ...event, facts: { section: 'plan', answer } }
        : event,
    );
    given(caseAudit, history).when(grade(), auditor).then(graded('good'));
  });

  it('asks only for what the tool asks for', () => {
    const definition: ToolDefinition = {
      ...TOOL_DEFINITION,
      voices: [],
      practiceDiscussion: false,
      sections: [],
    };
    const tool = { versions: { 2: { definition, status: 'published' as const } } };
    given(caseAudit, IN_PROGRESS).when(grade(), by('auditor', { tool })).then(graded('good'));
  });

  it('refuses both an action and "no action needed"', () => {
    answered
      .when(grade({ noActionReason: 'plan-on-track' }), auditor)
      .thenRefused('action-and-no-action', { actionsSet: 1 });
    answered.when(grade({ noActionText: 'All is done.' }), auditor).thenRefused('action-and-no-action');
  });

  it('needs a rationale', () => {
    answered.when(grade({ rationale: '  ' }), auditor).thenRefused('rationale-missing');
  });

  it('refuses themes that the tool does not have', () => {
    answered
      .when(grade({ strengths: ['planning', 'luck'], development: ['chance'] }), auditor)
      .thenRefused('unknown-theme', { unknown: ['luck', 'chance'], known: ['planning', 'recording'] });
  });

  it('is for the auditor alone', () => {
    answered.when(grade(), by('second-auditor')).thenRefused('not-the-auditor');
    answered.when(grade(), by('lead')).thenRefused('not-the-auditor');
  });

  it.each([
    ['newcomer', 'own-team'],
    ['aunt', 'registered-conflict'],
    ['leaver', 'person-not-here'],
    ['moderator', 'role-missing'],
  ])('is refused when the auditor has meanwhile become like %s', (like, code) => {
    const people = { find: (id: string) => DIRECTORY.get(id === 'auditor' ? like : id) };
    answered.when(grade(), by('auditor', { people })).thenRefused(code);
  });

  it('is done once: the first grade stays', () => {
    given(caseAudit, GRADED)
      .when(grade({ grade: 'inadequate' }), auditor)
      .thenRefused('already-graded');
    expect(auditAfter(...GRADED)).toMatchObject({
      status: 'graded',
      grading: { lineage: { submitted: 'good', moderated: null } },
    });
  });
});
