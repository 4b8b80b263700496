import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { PublishFindings } from './commands.js';
import { cycle } from './decider.js';
import type { CycleEvent } from './events.js';

const publish = (rest: Partial<PublishFindings> = {}): PublishFindings => ({
  type: 'PublishFindings',
  on: '2026-04-01',
  summary: 'Plans are clearer than last year.',
  ...rest,
});
const PUBLISHED = {
  type: 'FindingsPublished',
  facts: { by: 'lead', on: '2026-04-01' },
  narrative: { summary: 'Plans are clearer than last year.' },
} as const satisfies CycleEvent;
const OVER = [PLANNED, IMPORTED, DRAWN, OPENED, CLOSED];
const lead = inAuthority('lead');

describe('Publishing findings', () => {
  it('is done once, after the cycle closed', () => {
    given(cycle, OVER).when(publish(), lead).then(PUBLISHED);
    given(cycle, [...OVER, PUBLISHED])
      .when(publish(), lead)
      .thenRefused('already-published');
  });

  it('waits until the cycle is closed, as its figures still move', () => {
    given(cycle, OVER.slice(0, -1)).when(publish(), lead).thenRefused('not-closed');
  });

  it.each<[string, Partial<PublishFindings>, string]>([
    ['on a day that has not come', { on: '2026-04-02' }, 'in-the-future'],
    ['on a day before the cycle was closed', { on: '2026-03-31' }, 'too-early'],
    ['on no day of the calendar', { on: '1 April' }, 'not-a-date'],
    ['without a word about what was found', { summary: ' ' }, 'text-missing'],
  ])('is refused %s', (_, fault, code) => {
    given(cycle, OVER).when(publish(fault), lead).thenRefused(code);
  });

  it('is for a QA lead', () => {
    given(cycle, OVER).when(publish(), inAuthority('leader')).thenRefused('not-permitted');
  });
});
