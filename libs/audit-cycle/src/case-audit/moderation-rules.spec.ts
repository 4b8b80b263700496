import { describe, expect, it } from '@jest/globals';
import { OPEN_CYCLE } from '../testing/a-cycle.js';
import { ANSWERED, MODERATED, RETURNED, auditAfter, by } from '../testing/an-audit.js';
import type { Policy } from '../policy/policy.js';
import type { Grade } from '../vocabulary/grade.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

const told = (moderation: Partial<Policy['moderation']>, randomDraw: string | null = 'f'.repeat(64)) => {
  const policy = {
    ...OPEN_CYCLE.policy,
    moderation: { ...OPEN_CYCLE.policy.moderation, grades: [], ...moderation },
  };
  return by('auditor', { cycle: { ...OPEN_CYCLE, policy }, randomDraw });
};

const rules = (
  context: ReturnType<typeof told>,
  grade: Grade = 'good',
  history: readonly CaseAuditEvent[] = ANSWERED,
): readonly string[] => {
  const command = { type: 'GradeCase', grade, rationale: 'x', strengths: [], development: [] } as const;
  const decision = caseAudit.decide(command, auditAfter(...history), context);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.flatMap((event) => (event.type === 'ModerationRequired' ? [event.facts.rule] : []));
};

describe('Moderation is required', () => {
  it('by no rule where none holds', () => {
    expect(rules(told({}))).toEqual([]);
  });

  it('by the draw of the cycle, for the share that the policy says', () => {
    const half = `8${'0'.repeat(63)}`;
    expect(rules(told({ randomSharePercent: 51 }, half))).toEqual(['random']);
    expect(rules(told({ randomSharePercent: 50 }, half))).toEqual([]);
  });

  it('by the grade', () => {
    expect(rules(told({ grades: ['inadequate'] }), 'inadequate')).toEqual(['grade']);
    expect(rules(told({ grades: ['inadequate'] }), 'good')).toEqual([]);
  });

  it('of an auditor who is not approved yet', () => {
    expect(rules(told({ unapprovedAuditors: true }))).toEqual(['unapproved-auditor']);
  });

  it('once by each rule that holds, and after a return by those alone that had not asked before', () => {
    const all = told({ randomSharePercent: 100, grades: ['good'], unapprovedAuditors: true });
    expect(rules(all)).toEqual(['random', 'grade', 'unapproved-auditor']);
    const drawn: CaseAuditEvent = { type: 'ModerationRequired', facts: { rule: 'random' }, narrative: null };
    expect(rules(all, 'good', [...MODERATED, drawn, RETURNED])).toEqual(['grade', 'unapproved-auditor']);
  });

  it('by nobody who does not know the draw: that is a fault and not a decision', () => {
    expect(() => rules(told({}, null))).toThrow('was not looked up');
  });
});
