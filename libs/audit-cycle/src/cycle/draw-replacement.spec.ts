import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { DRAWN, IMPORTED, OPENED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import { PROCESS } from '../testing/an-audit.js';
import type { DrawReplacement } from './commands.js';
import { cycle } from './decider.js';
import type { CycleEvent } from './events.js';

const draw = (rest: Partial<DrawReplacement> = {}): DrawReplacement => ({
  type: 'DrawReplacement',
  replaces: 'audit-2',
  stratum: 'in-care',
  ...rest,
});
const drawn = {
  type: 'ReplacementDrawn',
  facts: {
    ...{ replaces: 'audit-2', stratum: 'in-care', drawIndex: 1, probability: 2 / 3 },
    ...{ drawnOn: '2026-04-01', exclusions: [] },
  },
  narrative: null,
} as const satisfies CycleEvent;
const OPEN = [PLANNED, IMPORTED, DRAWN, OPENED];
const process = inAuthority('lead', { actor: PROCESS });

describe('Drawing a replacement', () => {
  it('takes the next case of the stratum, asked for by the process and by nobody else', () => {
    given(cycle, OPEN).when(draw(), process).then(drawn);
    given(cycle, OPEN).when(draw(), inAuthority('lead')).thenRefused('not-permitted');
  });

  it('keeps with the draw what was passed over, and why', () => {
    const next = {
      drawIndex: 1,
      probability: 1,
      exclusions: [{ reasonCode: 'sampled-recently', indices: [5] }],
    } as const;
    given(cycle, OPEN)
      .when(draw(), { ...process, next })
      .then({ ...drawn, facts: { ...drawn.facts, ...next } });
  });

  it('is done once for each audit', () => {
    given(cycle, [...OPEN, drawn])
      .when(draw(), { ...process, next: { drawIndex: 5, probability: 0.5, exclusions: [] } })
      .thenRefused('already-replaced');
  });

  it('never takes a case that is in the cycle already, by the sample or as a replacement', () => {
    for (const drawIndex of [2, 4]) {
      given(cycle, OPEN)
        .when(draw(), { ...process, next: { drawIndex, probability: 1, exclusions: [] } })
        .thenRefused('already-drawn', { drawIndex });
    }
    given(cycle, [...OPEN, drawn])
      .when(draw({ replaces: 'audit-0' }), process)
      .thenRefused('already-drawn', { drawIndex: 1 });
  });

  it('is refused when the stratum is used up, or is none of this sample', () => {
    given(cycle, OPEN)
      .when(draw(), { ...process, next: null })
      .thenRefused('stratum-exhausted', { stratum: 'in-care' });
    given(cycle, OPEN)
      .when(draw({ stratum: 'south' }), process)
      .thenRefused('unknown-stratum');
  });

  it('is kept, for the selection that follows', () => {
    expect(cycleAfter(...OPEN, drawn)).toMatchObject({
      status: 'open',
      replacements: [{ replaces: 'audit-2', drawIndex: 1, drawnOn: '2026-04-01' }],
    });
  });
});
