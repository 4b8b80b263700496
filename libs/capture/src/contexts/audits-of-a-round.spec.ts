import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CURRENT_SCALE,
  type AuditCycleEvent,
  type Grade,
  type Period,
  type RoundOpened,
  type StreamKind,
} from '#audit-cycle';
import { corePracticeAuditId, reAuditId } from '#authority-setup';
import { derivedId } from '#event-log';
import { AuthorityAtWork, PEOPLE } from '../testing/authority-at-work.js';
import {
  allocated,
  eventsHappened,
  finalAuditEvents,
  graded,
  selected,
  type HappenedEvent,
} from '../testing/final-audits.js';
import { freezeFinalisedAudits } from './finalised-audits.js';
import { hadAHand } from './had-a-hand.js';
import type { Known } from './lookups.js';
import { roundsOfTheseMonths } from './rounds-of-these-months.js';

const { lead, anna, otto, mo, tim } = PEOPLE;
const audit = (n: number): string => derivedId('case-audit', String(n));
let work: AuthorityAtWork;
let known: Known;

beforeEach(async () => {
  work = await AuthorityAtWork.begin();
  const { authority, gateway } = work;
  known = { ...gateway.lookups, authority, look: await gateway.lookups.standing.look(authority) };
});

const happened = (
  kind: StreamKind,
  id: string,
  at: string,
  ...events: readonly HappenedEvent[]
): Promise<void> => eventsHappened(work, kind, id, at, ...events);
const finalAudit = (n: number, auditor: string, grade: Grade, at: string): Promise<void> =>
  happened('case-audit', audit(n), at, ...finalAuditEvents(n, auditor, grade));

const round = (n: number): string => derivedId('review-round', String(n));
const opened = (halfYear: Period, replaces: RoundOpened['facts']['replaces'] = null): RoundOpened => ({
  type: 'RoundOpened',
  facts: {
    ...{ halfYear, panel: [{ from: 'a-neighbour', person: null }], sampleSize: 2, whyCode: 'as-policy-says' },
    ...{ precision: { halfWidthPoints: 50, atPercent: 50 }, voicesShown: false, openedBy: lead, replaces },
    rule: { reliableFromPercent: 60, limitsFromPercent: 40 },
    frame: { digest: 'a'.repeat(64), audits: 2, asAt: '2026-04-01' },
  },
  narrative: null,
});
const given = (n: number, reviewer: string): AuditCycleEvent => ({
  type: 'ReviewAllocated',
  facts: {
    ...{ audit: audit(n), reviewer, child: `C-${n}`, reviewed: { from: '2025-04-01', to: '2025-10-01' } },
    tool: { id: corePracticeAuditId('northshire'), version: 1 },
  },
  narrative: null,
});
const blind = (n: number, reviewer: string): AuditCycleEvent => ({
  type: 'BlindGradeCommitted',
  facts: { audit: audit(n), reviewer, grade: 'good', scale: CURRENT_SCALE, sections: [] },
  narrative: null,
});

describe('the list that a review round is drawn from', () => {
  it('has the audits that became final in those days in England, each with its grade and auditor', async () => {
    await finalAudit(1, anna, 'good', '2025-09-30T22:59:59.999Z');
    await finalAudit(2, anna, 'inadequate', '2025-09-30T23:00:00.000Z');
    await finalAudit(3, otto, 'good', '2026-03-31T22:59:59.999Z');
    await finalAudit(4, otto, 'good', '2026-03-31T23:00:00.000Z');
    await happened('case-audit', audit(5), '2026-01-01T09:00:00.000Z', selected(5), allocated(anna));
    const halfYear = { from: '2025-10-01', to: '2026-03-31' };
    const { digest, audits } = await freezeFinalisedAudits(known, halfYear);
    const bytes = await work.blobs.get(work.authority, digest);
    const listed = [
      { audit: audit(2), auditor: anna, grade: 'inadequate' },
      { audit: audit(3), auditor: otto, grade: 'good' },
    ].toSorted((a, b) => (a.audit < b.audit ? -1 : 1));
    expect(JSON.parse(Buffer.from(bytes!).toString())).toEqual({ audits: listed });
    expect(audits).toBe(2);
    expect(await freezeFinalisedAudits(known, halfYear)).toEqual({ digest, audits });
  });
});

describe('who had a hand in an audit', () => {
  const AT = '2026-01-01T09:00:00.000Z';

  it('is everybody who recorded something in it, sat on its panel, or audited the case again', async () => {
    await happened('case-audit', audit(1), AT, selected(1), allocated(anna), {
      ...graded(anna, 'good'),
      by: anna,
    });
    await happened('case-audit', audit(1), AT, {
      type: 'GradeSettled',
      facts: { panel: [otto, tim], grade: 'good', from: 'good', reasonCode: 'as-read' },
      narrative: null,
    });
    await happened('re-audit', reAuditId(audit(1), 1), AT, {
      type: 'ActionChecked',
      facts: { action: audit(9), verdict: 'done' },
      narrative: null,
      by: mo,
    });
    expect([...(await hadAHand(known, audit(1)))].sort()).toEqual([lead, anna, otto, tim, mo].sort());
  });

  it('is whoever graded it blind in any round, and nobody who was only given it', async () => {
    const half = { from: '2025-10-01', to: '2026-03-31' };
    await happened('review-round', round(1), AT, opened(half), given(1, mo), given(2, tim), blind(1, mo));
    const after = { ...known, look: await work.gateway.lookups.standing.look(work.authority) };
    expect(await hadAHand(after, audit(1))).toEqual([mo]);
    expect(await hadAHand(after, audit(2))).toEqual([]);
  });

  it('is nobody where there is no such audit', async () => {
    expect(await hadAHand(known, audit(7))).toEqual([]);
  });
});

describe('the rounds of the same months', () => {
  it('are those with a day in common that no other round replaces', async () => {
    const AT = '2026-04-01T09:00:00.000Z';
    const half = { from: '2025-10-01', to: '2026-03-31' };
    const replaces = { round: round(1), reasonCode: 'size-mistaken' };
    await happened('review-round', round(1), AT, opened(half));
    await happened('review-round', round(2), AT, opened(half, replaces));
    await happened('review-round', round(3), AT, opened({ from: '2025-04-01', to: '2025-09-30' }));
    const after = { ...known, look: await work.gateway.lookups.standing.look(work.authority) };
    expect(roundsOfTheseMonths(after, half)).toEqual([round(2)]);
    expect(roundsOfTheseMonths(after, { from: '2025-09-30', to: '2025-10-01' })).toEqual([
      round(2),
      round(3),
    ]);
    expect(roundsOfTheseMonths(after, { from: '2026-04-01', to: '2026-09-30' })).toEqual([]);
  });
});
