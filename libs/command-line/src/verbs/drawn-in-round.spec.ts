import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, GRADES } from '#audit-cycle';
import { canonicalBytes, makeRecord, sha256Hex, streamName } from '#event-log';
import { drawAudits } from '#population';
import type { AtATerminal } from '../testing/at-a-terminal.js';
import { AUTHORITY, LEAD, northshire } from '../testing/northshire.js';
import type { PublishedAudits } from './published-draws.js';

const ROUND = '00000000-0000-4000-8000-0000000000aa';
let terminal: AtATerminal;

/** A review round of 12 of 40 audits on the record, and its files in `out`. */
beforeEach(async () => {
  terminal = await northshire();
  const { log, blobs } = terminal.stores;
  const audits = Array.from({ length: 40 }, (_, n) => ({
    ...{ audit: `audit-${n}`, grade: GRADES[n % 4]!, auditor: n % 3 === 0 ? 'anna' : 'otto' },
  }));
  const digest = await blobs.put(AUTHORITY, canonicalBytes({ audits }));
  const drawn = drawAudits(audits, 12, 'a seed', sha256Hex);
  const stream = streamName(AUTHORITY, 'review-round', ROUND);
  const record = (type: 'RoundOpened' | 'AuditsSampled', facts: object) =>
    makeRecord({
      ...{ stream, type, facts, schema: EVENT_SCHEMAS[type], narrative: null, causation: null },
      ...{ id: randomUUID(), command: randomUUID(), correlation: randomUUID(), actor: LEAD },
      ...{ occurredAt: '2026-03-02T09:00:00.000Z', keyScope: `review-round-${ROUND}` },
    });
  const sampled = { seed: 'a seed', seedSource: 'server', drawnOn: '2026-03-02', frameDigest: digest };
  await log.append({
    ...{ stream, expect: 'none', command: { id: randomUUID(), digest: 'd'.repeat(64) } },
    events: [
      record('RoundOpened', { sampleSize: 12, frame: { digest, audits: 40, asAt: '2026-03-02' } }),
      record('AuditsSampled', { ...sampled, ...drawn }),
    ],
  });
  const { code, err } = await terminal.types('sample', '--export', 'out', ...OF);
  if (code !== 0) throw new Error(err);
});

const OF = ['--authority', AUTHORITY, '--round', ROUND];
const FILES = ['sample', '--check', '--frame', 'out/audit-list.json', '--sample', 'out/audits.json'];

describe('sample --check of a review round', () => {
  it('draws its audits again, from the record and from the published files', async () => {
    for (const words of [['sample', '--check', ...OF], FILES])
      expect(await terminal.typesForJson(...words)).toMatchObject({
        code: 0,
        document: { same: true, cases: 12, checks: [{ about: 'audits' }] },
      });
  });

  it.each<[string, (published: PublishedAudits) => PublishedAudits]>([
    ['a wrong seed', ({ size, drawn }) => ({ size, drawn: { ...drawn, seed: 'another' } })],
    [
      'an audit left out',
      ({ size, drawn }) => ({ size, drawn: { ...drawn, chosen: drawn.chosen.slice(1) } }),
    ],
    [
      'an audit added',
      ({ size, drawn }) => ({ size, drawn: { ...drawn, chosen: [...drawn.chosen, drawn.chosen[0]!] } }),
    ],
    ['another size', ({ drawn }) => ({ size: 11, drawn })],
  ])('finds %s', async (_, change) => {
    const published = JSON.parse(terminal.reads('out/audits.json')) as PublishedAudits;
    terminal.writes('out/audits.json', JSON.stringify(change(published)));
    const { code, out } = await terminal.types(...FILES);
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^NOT the same\. Review round: /),
    });
  });
});
