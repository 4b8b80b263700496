import { describe, expect, it } from '@jest/globals';
import type { CycleRow, DrawnSample } from '#views';
import { presentSample } from './sample.presenter.js';

const SAMPLE: DrawnSample = {
  drawnOn: '2026-06-02',
  method: 'sha256-order-1',
  seed: '5eed',
  seedSource: 'server',
  size: 200,
  chosen: 200,
  minimumPerStratum: 1,
  strata: [
    { stratum: 'in-care', inFrame: 495, eligible: 495, chosen: 40, probability: 40 / 495 },
    { stratum: 'child-in-need', inFrame: 2008, eligible: 2000, chosen: 160, probability: 0.08 },
  ],
  exclusions: [
    { reasonCode: 'sampled-recently', n: 8 },
    { reasonCode: 'outside-scope', n: 0 },
  ],
};

const factsOf = (sample: DrawnSample, about: Partial<CycleRow> = {}): Map<string, string> => {
  const cycle = {
    sample,
    frame: 'f'.repeat(64),
    asAt: '2026-05-31',
    draws: 1,
    replacementsDrawn: 0,
    ...about,
  };
  return new Map(presentSample(cycle)!.facts.map(({ term, detail }) => [term, detail]));
};

describe('how the sample was drawn, on the page', () => {
  it('has the precision of 200 out of 2,503, and what it does not cover', () => {
    expect(factsOf(SAMPLE).get('Precision')).toBe(
      'A figure of 60% is known to plus or minus 6.5 points (95%, finite population of the 2,495 children who could be drawn). ' +
        'This is sampling error only; it does not include error of grading',
    );
  });

  it('has its size, day, seed, list and whom it left out', () => {
    const facts = factsOf(SAMPLE);
    expect([...facts].filter(([term]) => term !== 'Precision')).toEqual([
      ['Size', '200 of 2,503 children'],
      ['List as at', '31 May 2026'],
      ['Drawn on', '2 June 2026'],
      ['Seed', '5eed'],
      ['Where the seed is from', 'Made by the server after the list was frozen'],
      ['SHA-256 of the list', 'f'.repeat(64)],
      ['Left out', '8 children already sampled in the months before'],
    ]);
  });

  it('names a stratum by the words for its cohort, and one that is no cohort by its own name', () => {
    const named = (stratum: string): unknown => {
      const strata = [{ ...SAMPLE.strata[0]!, stratum }];
      const cycle = { frame: null, asAt: null, draws: 1, replacementsDrawn: 0 };
      return presentSample({ ...cycle, sample: { ...SAMPLE, strata } })?.strata[0]?.stratum;
    };
    expect(['in-care', 'care-experienced', 'North'].map(named)).toEqual([
      'Children in our care',
      'Care experienced',
      'North',
    ]);
  });

  it('says that it was drawn again, that cases were replaced and that nobody was left out', () => {
    const facts = factsOf({ ...SAMPLE, exclusions: [] }, { draws: 2, replacementsDrawn: 3 });
    expect(facts.get('Draws')).toBe('2; the earlier ones stay on the record');
    expect(facts.get('Replacements drawn')).toBe('3');
    expect(facts.get('Left out')).toBe('Nobody');
  });
});
