import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { DRAWN, IMPORTED, OPENED, PLANNED, SAMPLE, cycleAfter } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { DrawSample } from './commands.js';
import { cycle } from './decider.js';
import type { Sample } from './sample.js';

const draw = (rest: Partial<DrawSample> = {}): DrawSample => ({
  type: 'DrawSample',
  size: 3,
  minimumPerStratum: 1,
  ...rest,
});
const gave = (rest: Partial<Sample> = {}) =>
  inAuthority('lead', { draw: { ok: true, sample: { ...SAMPLE, ...rest } } });
const imported = given(cycle, [PLANNED, IMPORTED]);
const lead = inAuthority('lead');
const redrawReason = { code: 'cohort-left-out', text: 'The list was missing a team.' };

describe('Drawing a sample', () => {
  it('keeps the sample that was drawn from the frozen frame', () => {
    imported.when(draw(), lead).then(DRAWN);
  });

  it('says when somebody supplied the seed', () => {
    const sample: Sample = { ...SAMPLE, seed: 'dice', seedSource: 'supplied' };
    imported
      .when(draw({ seed: 'dice' }), gave(sample))
      .then({ type: 'SampleDrawn', facts: { sample }, narrative: null });
  });

  it.each<[string, Partial<DrawSample>, Partial<Sample>]>([
    ['of another size', {}, { size: 2 }],
    ['that chose fewer cases than it says', { size: 4 }, { size: 4 }],
    ['that chose fewer than asked for', { size: 4 }, {}],
    ['with another minimum', { minimumPerStratum: 2 }, {}],
    ['with a supplied seed that nobody supplied', {}, { seedSource: 'supplied' }],
    ['with a seed of the server where one was supplied', { seed: 'dice' }, {}],
    ['with another seed than the supplied one', { seed: 'dice' }, { seedSource: 'supplied' }],
    ['of another day', {}, { drawnOn: '2026-03-31' }],
  ])('refuses a sample %s', (_, asked, sample) => {
    imported.when(draw(asked), gave(sample)).thenRefused('sample-differs');
  });

  it('refuses a sample of a frame that was replaced meanwhile', () => {
    imported.when(draw(), gave({ frame: 'a'.repeat(64) })).thenRefused('frame-differs');
  });

  it('needs a population', () => {
    given(cycle, [PLANNED]).when(draw(), lead).thenRefused('population-missing');
    given(cycle, [PLANNED])
      .when(draw(), { ...lead, draw: null })
      .thenRefused('population-missing');
  });

  it('passes on why nothing could be drawn', () => {
    const refused = { ok: false, code: 'sample-too-large', message: 'Only 2 are eligible.' } as const;
    imported.when(draw(), { ...lead, draw: refused }).thenRefused('sample-too-large');
  });

  it('is for a QA lead', () => {
    imported.when(draw(), inAuthority('auditor')).thenRefused('not-permitted');
  });
});

describe('Drawing again', () => {
  const drawn = given(cycle, [PLANNED, IMPORTED, DRAWN]);
  const sample: Sample = { ...SAMPLE, seed: 'another seed' };
  const redrawn = {
    type: 'SampleRedrawn',
    facts: { sample, reasonCode: 'cohort-left-out' },
    narrative: { reason: 'The list was missing a team.' },
  } as const;

  it('keeps the reason, and the later sample counts', () => {
    drawn.when(draw({ redrawReason }), gave(sample)).then(redrawn);
    expect(cycleAfter(PLANNED, IMPORTED, DRAWN, redrawn)).toMatchObject({
      status: 'drawn',
      sample: { seed: 'another seed' },
    });
  });

  it('needs a reason, as a code and in words', () => {
    drawn.when(draw(), gave(sample)).thenRefused('redraw-reason-missing');
    drawn
      .when(draw({ redrawReason: { ...redrawReason, text: '' } }), gave(sample))
      .thenRefused('redraw-reason-missing');
    drawn
      .when(draw({ redrawReason: { ...redrawReason, code: 'A name' } }), gave(sample))
      .thenRefused('code-malformed');
  });

  it('ends when the cycle is opened', () => {
    given(cycle, [PLANNED, IMPORTED, DRAWN, OPENED])
      .when(draw({ redrawReason }), gave(sample))
      .thenRefused('already-open');
  });
});
