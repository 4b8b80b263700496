import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, PLANNED, POLICY, TOOL } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { PlanCycle } from './commands.js';
import { cycle } from './decider.js';

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
