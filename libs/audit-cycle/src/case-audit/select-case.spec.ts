import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, DRAWN, IMPORTED, OPEN_CYCLE, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { PROCESS, SELECTED, WITHDRAWN, by } from '../testing/an-audit.js';
import type { SelectCase } from './commands.js';
import { caseAudit } from './decider.js';
import type { CaseSelected } from './events.js';

const select = (facts: Partial<CaseSelected['facts']> = {}): SelectCase => ({
  type: 'SelectCase',
  facts: { ...SELECTED.facts, ...facts },
});
const process = by('lead', { actor: PROCESS });

describe('Selecting a case', () => {
  it('takes in a case that the sample chose', () => {
    given(caseAudit, []).when(select(), process).then(SELECTED);
  });

  it('takes in a replacement that was drawn', () => {
    const replacement = {
      replaces: 'audit-1',
      stratum: 'in-care',
      drawIndex: 1,
      probability: 1,
      drawnOn: '2026-04-01',
    };
    const cycle = { ...OPEN_CYCLE, replacements: [replacement] };
    const facts = { ...SELECTED.facts, drawIndex: 1, by: 'replacement' } as const;
    given(caseAudit, [])
      .when(select(facts), { ...process, cycle })
      .then({ type: 'CaseSelected', facts, narrative: null });
    given(caseAudit, []).when(select(facts), process).thenRefused('not-in-sample');
    given(caseAudit, [])
      .when(select({ ...facts, stratum: 'child-protection' }), { ...process, cycle })
      .thenRefused('not-in-sample');
  });

  it('refuses a case that the draw did not choose, or chose in another stratum', () => {
    given(caseAudit, [])
      .when(select({ drawIndex: 1 }), process)
      .thenRefused('not-in-sample', { drawIndex: 1 });
    given(caseAudit, [])
      .when(select({ stratum: 'child-protection' }), process)
      .thenRefused('not-in-sample');
  });

  it('refuses a second selection of the same case, also once it was withdrawn or its cycle closed', () => {
    given(caseAudit, [SELECTED]).when(select(), process).thenRefused('already-selected');
    given(caseAudit, [SELECTED, WITHDRAWN]).when(select(), process).thenRefused('already-selected');
    given(caseAudit, [SELECTED])
      .when(select(), { ...process, cycle: cycleAfter(PLANNED, CLOSED) })
      .thenRefused('already-selected');
  });

  it('is never done by a person', () => {
    given(caseAudit, []).when(select(), by('lead')).thenRefused('not-permitted');
  });

  it('waits until the cycle is open, and ends when it is closed', () => {
    const told = (cycle = cycleAfter(PLANNED, IMPORTED, DRAWN)) => ({ ...process, cycle });
    given(caseAudit, []).when(select(), told()).thenRefused('cycle-not-open');
    given(caseAudit, [])
      .when(select(), told(cycleAfter(PLANNED, IMPORTED, DRAWN, CLOSED)))
      .thenRefused('cycle-closed');
  });
});
