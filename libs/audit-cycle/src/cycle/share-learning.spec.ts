import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { ShareLearning } from './commands.js';
import { cycle } from './decider.js';
import type { CycleEvent } from './events.js';

const share = (rest: Partial<ShareLearning> = {}): ShareLearning => ({
  type: 'ShareLearning',
  with: 'all-teams',
  how: 'briefing',
  text: 'Say in the plan who does what.',
  ...rest,
});
const SHARED = {
  type: 'LearningShared',
  facts: { by: 'lead', with: 'all-teams', how: 'briefing' },
  narrative: { text: 'Say in the plan who does what.' },
} as const satisfies CycleEvent;
const OPEN = [PLANNED, IMPORTED, DRAWN, OPENED];
const lead = inAuthority('lead');

describe('Sharing learning', () => {
  it('may be done while the audits go on and after the cycle closed, as often as there is something to share', () => {
    given(cycle, OPEN).when(share(), lead).then(SHARED);
    given(cycle, [...OPEN, CLOSED, SHARED])
      .when(share(), lead)
      .then(SHARED);
  });

  it('is refused before there is any audit to learn from', () => {
    given(cycle, [PLANNED, IMPORTED, DRAWN]).when(share(), lead).thenRefused('cycle-not-open');
  });

  it.each<[string, Partial<ShareLearning>, string]>([
    ['an audience in words', { with: 'All of us' }, 'code-malformed'],
    ['a way in words', { how: 'We met.' }, 'code-malformed'],
    ['nothing to share', { text: '' }, 'text-missing'],
  ])('refuses %s', (_, fault, code) => {
    given(cycle, OPEN).when(share(fault), lead).thenRefused(code);
  });

  it('is for a QA lead or a leader of the service', () => {
    given(cycle, OPEN)
      .when(share(), inAuthority('leader'))
      .then({ ...SHARED, facts: { ...SHARED.facts, by: 'leader' } });
    given(cycle, OPEN).when(share(), inAuthority('auditor')).thenRefused('not-permitted');
  });
});
