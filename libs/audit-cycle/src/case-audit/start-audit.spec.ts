import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { ALLOCATED, DIRECTORY, SELECTED, STARTED, by } from '../testing/an-audit.js';
import { caseAudit } from './decider.js';

const start = { type: 'StartAudit' } as const;

describe('Starting an audit', () => {
  it('is done by the auditor to whom the case is allocated', () => {
    given(caseAudit, [SELECTED, ALLOCATED]).when(start, by('auditor')).then(STARTED);
  });

  it('is done by nobody else', () => {
    given(caseAudit, [SELECTED, ALLOCATED]).when(start, by('second-auditor')).thenRefused('not-the-auditor');
    given(caseAudit, [SELECTED, ALLOCATED]).when(start, by('lead')).thenRefused('not-the-auditor');
  });

  it('is refused when the auditor came to the team of the child after the allocation', () => {
    const people = { find: (id: string) => DIRECTORY.get(id === 'auditor' ? 'newcomer' : id) };
    given(caseAudit, [SELECTED, ALLOCATED]).when(start, by('auditor', { people })).thenRefused('own-team');
  });
});
