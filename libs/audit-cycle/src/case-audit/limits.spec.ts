import { describe, it } from '@jest/globals';
import { TOOL, TOOL_DEFINITION } from '../testing/a-cycle.js';
import { given } from '../testing.js';
import {
  ANSWERED,
  MODERATION_REQUIRED,
  MODERATOR_ALLOCATED,
  TO_MODERATE,
  UPHELD,
  by,
  graded,
} from '../testing/an-audit.js';
import type { Grade } from '../vocabulary/grade.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

const capped = (limit: Grade | null, person = 'auditor') => {
  const sections = TOOL_DEFINITION.sections.map((section) => ({
    ...section,
    limit: section.key ? limit : null,
  }));
  const definition = { ...TOOL_DEFINITION, sections };
  return by(person, { tool: { versions: { ...TOOL.versions, 2: { definition, status: 'published' } } } });
};
const PLAN_INADEQUATE: CaseAuditEvent = {
  type: 'SectionGraded',
  facts: { section: 'plan', answer: { kind: 'grade', grade: 'inadequate' } },
  narrative: null,
};
const HEALTH_INADEQUATE: CaseAuditEvent = {
  type: 'SectionGraded',
  facts: { section: 'health', answer: { kind: 'grade', grade: 'inadequate' } },
  narrative: null,
};
const LIMITED = [...ANSWERED, PLAN_INADEQUATE];
const grade = (of: Grade) =>
  ({ type: 'GradeCase', grade: of, rationale: 'As seen.', strengths: [], development: [] }) as const;
const above = { limitReasonCode: 'put-right-since', limitReason: 'There is a plan now.' };

describe('An inadequate key section', () => {
  it('limits the grade, and a grade within the limit says by what it is limited', () => {
    const within = graded('requires-improvement');
    given(caseAudit, LIMITED)
      .when(grade('requires-improvement'), capped('requires-improvement'))
      .then({ ...within, facts: { ...within.facts, limitedBy: ['plan'] } });
  });

  it('lets nobody go above it without a reason as a code and in words', () => {
    for (const more of [
      {},
      { limitReasonCode: 'put-right-since' },
      { limitReason: 'There is a plan now.' },
    ]) {
      given(caseAudit, LIMITED)
        .when({ ...grade('good'), ...more }, capped('requires-improvement'))
        .thenRefused('limit-reason-missing', { best: 'requires-improvement', limitedBy: ['plan'] });
    }
    given(caseAudit, LIMITED)
      .when({ ...grade('good'), ...above, limitReasonCode: 'Put right' }, capped('requires-improvement'))
      .thenRefused('code-malformed');
  });

  it('has a grade above it moderated', () => {
    const good = graded('good');
    given(caseAudit, LIMITED)
      .when({ ...grade('good'), ...above }, capped('requires-improvement'))
      .then(
        {
          ...good,
          facts: { ...good.facts, limitedBy: ['plan'], limitReasonCode: 'put-right-since' },
          narrative: { rationale: 'As seen.', limitReason: 'There is a plan now.' },
        },
        { type: 'ModerationRequired', facts: { rule: 'above-limit' }, narrative: null },
      );
  });

  it('limits nothing where the tool says so, where it is another section, and where it is not inadequate', () => {
    given(caseAudit, LIMITED).when(grade('good'), capped(null)).then(graded('good'));
    given(caseAudit, [...ANSWERED, HEALTH_INADEQUATE])
      .when(grade('good'), capped('inadequate'))
      .then(graded('good'));
    given(caseAudit, ANSWERED).when(grade('good'), capped('inadequate')).then(graded('good'));
  });

  it('is no excuse where it limits nothing', () => {
    given(caseAudit, ANSWERED)
      .when({ ...grade('good'), ...above }, capped('inadequate'))
      .thenRefused('limit-not-exceeded');
  });

  it('that the moderator finds limits the moderated grade as well: above it the moderator says why', () => {
    const sections = [{ section: 'plan', grade: 'inadequate', reasonCode: 'no-plan' }] as const;
    const uphold = { type: 'ModerateGrade', grade: 'good', manner: 'seen', sections } as const;
    const moderator = capped('requires-improvement', 'moderator');
    for (const more of [{}, { reasonCode: 'put-right-since' }, { reason: 'There is a plan now.' }]) {
      given(caseAudit, TO_MODERATE)
        .when({ ...uphold, ...more }, moderator)
        .thenRefused('limit-reason-missing', { best: 'requires-improvement', limitedBy: ['plan'] });
    }
    given(caseAudit, TO_MODERATE)
      .when({ ...uphold, reasonCode: 'put-right-since', reason: 'There is a plan now.' }, moderator)
      .then({
        ...UPHELD,
        facts: {
          ...UPHELD.facts,
          reasonCode: 'put-right-since',
          sections: [{ section: 'plan', from: 'good', to: 'inadequate', reasonCode: 'no-plan' }],
        },
        narrative: { reason: 'There is a plan now.' },
      });
  });

  it('above which the auditor went with a reason is upheld without another', () => {
    const upheld = [...LIMITED, graded('good'), MODERATION_REQUIRED, MODERATOR_ALLOCATED];
    given(caseAudit, upheld)
      .when(
        { type: 'ModerateGrade', grade: 'good', manner: 'seen' },
        capped('requires-improvement', 'moderator'),
      )
      .then(UPHELD);
  });
});
