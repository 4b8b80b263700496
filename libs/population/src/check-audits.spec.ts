import { describe, expect, it } from '@jest/globals';
import { GRADES, type AuditsSampled } from '#audit-cycle';
import { canonicalJson, sha256Hex } from '#event-log';
import { checkAudits } from './check-audits.js';
import { drawAudits } from './draw-audits.js';

const audits = Array.from({ length: 40 }, (_, n) => ({
  audit: `audit-${String(n).padStart(2, '0')}`,
  grade: GRADES[n % 4]!,
  auditor: n % 3 === 0 ? 'anna' : 'otto',
}));
const text = canonicalJson({ audits });
const sampled: AuditsSampled['facts'] = {
  ...{ seed: 'b5f1', seedSource: 'server', drawnOn: '2026-06-29', frameDigest: sha256Hex(text) },
  ...drawAudits(audits, 12, 'b5f1', sha256Hex),
};
const check = (changed: Partial<AuditsSampled['facts']>, size = 12) =>
  checkAudits(text, { ...sampled, ...changed }, size, sha256Hex);

describe('checking the audits of a review round', () => {
  it('finds those that were drawn to be the same', () => {
    expect(check({})).toEqual({ same: true, cases: 12 });
  });

  const [first, second, ...rest] = sampled.chosen;
  const other = audits.find(({ audit }) => sampled.chosen.every((one) => one.audit !== audit))!.audit;
  it.each<[string, Partial<AuditsSampled['facts']>]>([
    ['another seed', { seed: 'b5f2' }],
    ['another list', { frameDigest: 'a'.repeat(64) }],
    ['an audit left out', { chosen: [second!, ...rest] }],
    ['an audit added', { chosen: [...sampled.chosen, { ...first!, audit: other }] }],
    ['an audit in place of another', { chosen: [{ ...first!, audit: other }, second!, ...rest] }],
    ['another order', { chosen: [...sampled.chosen].reverse() }],
    ['a stratum told smaller than it is', { strata: sampled.strata.map((one) => ({ ...one, size: 1 })) }],
    ['a stratum left out', { strata: sampled.strata.slice(1) }],
  ])('finds %s', (_, changed) => {
    expect(check(changed)).toMatchObject({ same: false });
  });

  it('finds another size, also one that the list does not hold', () => {
    expect(check({}, 11)).toMatchObject({ same: false });
    expect(check({}, 41)).toMatchObject({ same: false, reason: expect.stringContaining('cannot be drawn') });
  });
});
