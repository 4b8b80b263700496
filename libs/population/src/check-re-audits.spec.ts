import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ReAuditDraw, ReAuditList } from '#audit-cycle';
import { canonicalJson, sha256Hex } from '#event-log';
import { checkReAudits } from './check-re-audits.js';
import { drawReAudits } from './draw-re-audits.js';

const list: ReAuditList = {
  cycle: 'cycle-1',
  asAt: '2026-06-29',
  eligible: Array.from({ length: 21 }, (_, n) => `audit-${String(n).padStart(2, '0')}`),
  inadequate: ['audit-90', 'audit-91'],
};
const text = canonicalJson(list);
const draw: ReAuditDraw = {
  seed: 'b5f1',
  seedSource: 'server',
  drawnOn: '2026-06-29',
  ...{ sharePercent: 15, fromWeeks: 8, toWeeks: 12, eligible: 21, eligibleDigest: sha256Hex(text) },
  chosen: drawReAudits({ list, seed: 'b5f1', sharePercent: 15 }, sha256Hex).map((one) => ({
    ...one,
    ordinal: 1,
  })),
};
const check = (other: Partial<ReAuditDraw>) => checkReAudits(text, { ...draw, ...other }, sha256Hex);

describe('drawing re-audits', () => {
  it('takes the first of the order of SHA-256(seed | audit id), the share rounded up, and every inadequate one', () => {
    const digestOf = (id: string) => createHash('sha256').update(`b5f1|${id}`).digest('hex');
    const order = [...list.eligible].sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1));
    // 15 % of 21 is 3.15: a fourth, or less than the share would be looked at again.
    expect(draw.chosen).toEqual([
      ...order.slice(0, 4).map((audit) => ({
        audit,
        index: list.eligible.indexOf(audit),
        rule: 'drawn',
        ordinal: 1,
      })),
      { audit: 'audit-90', index: null, rule: 'inadequate', ordinal: 1 },
      { audit: 'audit-91', index: null, rule: 'inadequate', ordinal: 1 },
    ]);
  });

  it.each([
    [0, 15, 0],
    [1, 15, 1],
    [20, 15, 3],
    [21, 0, 0],
    [21, 100, 21],
  ])('draws of %i audits at %i %%: %i', (eligible, sharePercent, expected) => {
    const some = { ...list, eligible: list.eligible.slice(0, eligible), inadequate: [] };
    expect(drawReAudits({ list: some, seed: 's', sharePercent }, sha256Hex)).toHaveLength(expected);
  });
});

describe('checking re-audits', () => {
  it('finds those that were drawn to be the same', () => {
    expect(check({})).toEqual({ same: true, cases: 6 });
  });

  const [first, second, ...rest] = draw.chosen;
  const other = list.eligible.find((audit) => draw.chosen.every((one) => one.audit !== audit))!;
  it.each<[string, Partial<ReAuditDraw>, string]>([
    ['another seed', { seed: 'b5f2' }, 'Drawn again'],
    ['another share', { sharePercent: 30 }, 'Drawn again it has'],
    ['a number of eligible audits that is not that of the list', { eligible: 20 }, 'eligible audits'],
    ['another list', { eligibleDigest: 'a'.repeat(64) }, 'another list'],
    ['an audit left out', { chosen: [second!, ...rest] }, `Drawn again it has ${first!.audit}`],
    ['an inadequate one left out', { chosen: draw.chosen.slice(0, -1) }, 'Drawn again it has audit-91'],
    [
      'an audit added',
      { chosen: [...draw.chosen, { audit: other, index: null, rule: 'inadequate', ordinal: 1 }] },
      `What was published has ${other}`,
    ],
    ['an audit named twice', { chosen: [...draw.chosen, first!] }, 'What was published has'],
    [
      'one in place of another',
      { chosen: [{ ...first!, audit: other }, second!, ...rest] },
      'Drawn again it has',
    ],
    ['another order', { chosen: [second!, first!, ...rest] }, 'number 1 is'],
    [
      'an index that is not that of the audit',
      { chosen: [{ ...first!, index: first!.index! + 1 }, second!, ...rest] },
      'Drawn again it has',
    ],
    [
      'an inadequate one told as drawn',
      { chosen: draw.chosen.map((one) => ({ ...one, rule: 'drawn' as const })) },
      'Drawn again it has audit-90 (inadequate)',
    ],
  ])('finds %s', (_, changed, says) => {
    expect(check(changed)).toEqual({ same: false, reason: expect.stringContaining(says) });
  });

  it('finds a list that names an audit twice, whatever its digest', () => {
    const twice = canonicalJson({ ...list, inadequate: ['audit-00', 'audit-90'] });
    expect(checkReAudits(twice, { ...draw, eligibleDigest: sha256Hex(twice) }, sha256Hex)).toEqual({
      same: false,
      reason: expect.stringContaining('twice'),
    });
  });
});
