import { describe, it } from '@jest/globals';
import type { ToolDefinition } from '../audit-tool/definition.js';
import { given } from '../testing.js';
import { CLOSED, PLANNED, POLICY, TOOL, TOOL_DEFINITION } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { PlanCycle } from './commands.js';
import type { CycleContext } from './context.js';
import { cycle } from './decider.js';
import { CYCLE_KINDS } from './kind.js';

const { scale: _, policy: __, reviewed, ...asked } = PLANNED.facts;
const plan = (rest: Partial<PlanCycle> = {}): PlanCycle => ({ type: 'PlanCycle', ...asked, ...rest });
const lead = inAuthority('lead');
const nothing = given(cycle, []);

describe('Planning a cycle', () => {
  it('copies the policy and the scale, and looks six months back from the end of the period', () => {
    nothing.when(plan(), lead).then(PLANNED);
  });

  it('takes the reviewed period that is asked for', () => {
    const other = { from: '2025-01-01', to: '2025-12-31' };
    nothing
      .when(plan({ reviewed: other }), lead)
      .then({ ...PLANNED, facts: { ...PLANNED.facts, reviewed: other } });
    nothing.when(plan({ reviewed }), lead).then(PLANNED);
  });

  it('is done once', () => {
    given(cycle, [PLANNED]).when(plan(), lead).thenRefused('already-planned');
    given(cycle, [PLANNED, CLOSED]).when(plan(), lead).thenRefused('already-planned');
  });

  it('is for a QA lead', () => {
    nothing.when(plan(), inAuthority('auditor')).thenRefused('not-permitted');
  });

  it.each([
    ['no title', { title: ' ' }, 'title-missing'],
    ['no cohort', { cohorts: [] }, 'cohorts-missing'],
    ['a size of none', { targetSize: 0 }, 'target-size-invalid'],
    ['a size of half a case', { targetSize: 0.5 }, 'target-size-invalid'],
    [
      'a period that ends before it starts',
      { period: { from: '2026-05-31', to: '2026-04-01' } },
      'ends-before-start',
    ],
    [
      'a review that ends before it starts',
      { reviewed: { from: '2026-05-31', to: '2026-04-01' } },
      'ends-before-start',
    ],
    ['a period without dates', { period: { from: 'April', to: '2026-05-31' } }, 'not-a-date'],
    ['a review without dates', { reviewed: { from: '2026-04-01', to: '2026-02-30' } }, 'not-a-date'],
    [
      'a line of enquiry whose code is text',
      { linesOfEnquiry: [{ code: 'Is it?', question: 'Is it?' }] },
      'code-malformed',
    ],
    [
      'the same line of enquiry twice',
      {
        linesOfEnquiry: [
          { code: 'a', question: 'A?' },
          { code: 'a', question: 'B?' },
        ],
      },
      'line-repeated',
    ],
  ])('refuses %s', (_case, fault, code) => {
    nothing.when(plan(fault), lead).thenRefused(code);
  });

  it('needs a policy', () => {
    nothing.when(plan(), { ...lead, policy: { current: null } }).thenRefused('policy-missing');
  });

  it.each([
    [9, 'tool-not-found'],
    [4, 'tool-not-published'],
    [1, 'tool-not-published'],
    [3, 'tool-without-grade'],
  ])('refuses version %i of the tool: %s', (version, code) => {
    nothing.when(plan({ tool: { id: 'tool-1', version } }), { ...lead, tool: TOOL }).thenRefused(code);
  });

  describe.each(CYCLE_KINDS)('of the kind %s', (kind) => {
    const withTool = (change: Partial<ToolDefinition>): CycleContext => ({
      ...lead,
      tool: { versions: { 2: { status: 'published', definition: { ...TOOL_DEFINITION, ...change } } } },
    });
    const unit = kind === 'plans-audit' ? 'document' : 'child';

    it('is planned with a tool and questions that fit it', () => {
      nothing
        .when(plan({ kind }), withTool({ unit }))
        .then({ ...PLANNED, facts: { ...PLANNED.facts, kind } });
    });

    it(`${kind === 'plans-audit' ? 'needs' : 'does not need'} a tool that audits a document`, () => {
      const planned = nothing.when(plan({ kind }), withTool({ unit: 'contact' }));
      if (kind === 'plans-audit') planned.thenRefused('tool-unit-differs', { unit: 'contact' });
      else planned.then({ ...PLANNED, facts: { ...PLANNED.facts, kind } });
    });

    it(`${kind === 'service-focus' ? 'needs' : 'does not need'} a line of enquiry`, () => {
      const planned = nothing.when(plan({ kind, linesOfEnquiry: [] }), withTool({ unit }));
      if (kind === 'service-focus') planned.thenRefused('lines-missing');
      else planned.then({ ...PLANNED, facts: { ...PLANNED.facts, kind, linesOfEnquiry: [] } });
    });

    it(`${kind === 'dip-sample' ? 'may do' : 'cannot do'} without an overall grade`, () => {
      const planned = nothing.when(plan({ kind }), withTool({ unit, overallGrade: false }));
      if (kind !== 'dip-sample') planned.thenRefused('tool-without-grade');
      else planned.then({ ...PLANNED, facts: { ...PLANNED.facts, kind } });
    });
  });

  it('refuses a tool that does not exist', () => {
    nothing.when(plan(), { ...lead, tool: null }).thenRefused('tool-not-found');
  });

  it('takes the policy as it is on the day', () => {
    const policy = { ...POLICY, version: 4 };
    nothing
      .when(plan(), { ...lead, policy: { current: policy } })
      .then({ ...PLANNED, facts: { ...PLANNED.facts, policy } });
  });
});
