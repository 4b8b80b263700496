import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import { cycle } from './decider.js';
import type { ReAuditDraw } from './re-audit-draw.js';

const DRAW: ReAuditDraw = {
  seed: 'of the server',
  seedSource: 'server',
  drawnOn: '2026-06-29',
  ...{ sharePercent: 15, fromWeeks: 8, toWeeks: 12, eligible: 2 },
  eligibleDigest: 'a'.repeat(64),
  chosen: [
    { audit: 'audit-4', index: 1, rule: 'drawn', ordinal: 1 },
    { audit: 'audit-2', index: null, rule: 'inadequate', ordinal: 2 },
  ],
};
const drawn = { type: 'ReAuditsDrawn', facts: DRAW, narrative: null } as const;
const draw = { type: 'DrawReAudits' } as const;
const lead = inAuthority('lead', { reAuditDraw: DRAW });
const OPEN = [PLANNED, IMPORTED, DRAWN, OPENED];

describe('Drawing re-audits', () => {
  it('takes in what was drawn, also after the cycle closed, and again', () => {
    given(cycle, OPEN).when(draw, lead).then(drawn);
    given(cycle, [...OPEN, CLOSED])
      .when(draw, lead)
      .then(drawn);
    given(cycle, [...OPEN, drawn, CLOSED])
      .when(draw, lead)
      .then(drawn);
  });

  it('waits until the cycle is open', () => {
    given(cycle, [PLANNED, IMPORTED, DRAWN]).when(draw, lead).thenRefused('cycle-not-open');
    given(cycle, [PLANNED]).when(draw, inAuthority('lead')).thenRefused('cycle-not-open');
    given(cycle, []).when(draw, lead).thenRefused('not-found');
  });

  it('is refused when nothing is due', () => {
    given(cycle, OPEN)
      .when(draw, { ...lead, reAuditDraw: { ...DRAW, chosen: [] } })
      .thenRefused('nothing-to-re-audit');
  });

  it('takes a seed that somebody supplies, as it was supplied', () => {
    const supplied = { ...DRAW, seed: 'ours', seedSource: 'supplied' } as const;
    given(cycle, OPEN)
      .when({ ...draw, seed: 'ours' }, { ...lead, reAuditDraw: supplied })
      .then({ ...drawn, facts: supplied });
    given(cycle, OPEN)
      .when({ ...draw, seed: 'theirs' }, { ...lead, reAuditDraw: supplied })
      .thenRefused('sample-differs');
    given(cycle, OPEN)
      .when({ ...draw, seed: 'ours' }, lead)
      .thenRefused('sample-differs');
  });

  it('is for a QA lead', () => {
    given(cycle, OPEN)
      .when(draw, inAuthority('auditor', { reAuditDraw: DRAW }))
      .thenRefused('not-permitted');
  });
});
