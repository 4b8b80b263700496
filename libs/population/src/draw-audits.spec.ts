import { describe, expect, it } from '@jest/globals';
import { GRADES } from '#audit-cycle';
import { sha256Hex } from '#event-log';
import { drawAudits, type ListedAudit } from './draw-audits.js';

/** 100 audits: 4 grades by 5 auditors, in shares that no sample divides evenly. */
const LIST: readonly ListedAudit[] = Array.from({ length: 100 }, (_, n) => ({
  audit: `audit-${String(n).padStart(3, '0')}`,
  grade: GRADES[n % 7 === 0 ? 3 : n % 3]!,
  auditor: `auditor-${n % 5}`,
}));
const drawn = (size: number, seed = 'a seed') => drawAudits(LIST, size, seed, sha256Hex);

describe('drawing audits for a review round', () => {
  it.each([30, 45, 60])(
    'takes %d of 100, of each grade and auditor its proportion rounded up or down',
    (size) => {
      const { strata, chosen } = drawn(size);
      expect(new Set(chosen.map(({ audit }) => audit)).size).toBe(size);
      expect(strata.reduce((sum, stratum) => sum + stratum.size, 0)).toBe(100);
      for (const { stratum, size: held, taken } of strata) {
        expect(chosen.filter((one) => one.stratum === stratum)).toHaveLength(taken);
        expect(Math.abs(taken - (held * size) / 100)).toBeLessThan(1);
      }
    },
  );

  it('names each audit with its place in the list and its own grade and auditor', () => {
    for (const { audit, index, stratum } of drawn(30).chosen) {
      const { grade, auditor } = LIST[index]!;
      expect([audit, stratum]).toEqual([LIST[index]!.audit, `${grade}/${auditor}`]);
    }
  });

  it('gives the same audits again from the same seed, and others from another', () => {
    expect(drawn(30)).toEqual(drawn(30));
    expect(drawn(30, 'another').chosen).not.toEqual(drawn(30).chosen);
  });

  it('takes a short list whole, and nothing that is not there', () => {
    expect(drawn(100).chosen).toHaveLength(100);
    expect(() => drawn(101)).toThrow('101 audits cannot be drawn');
  });
});
