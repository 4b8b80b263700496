import { beforeAll, describe, expect, it } from '@jest/globals';
import { CYCLE_KINDS, londonDate } from '#audit-cycle';
import {
  actionCompletion,
  allExternalReliability,
  auditorTimeliness,
  type AuditorTimeliness,
  cycleProgress,
  GRADE_STAGES,
  gradingDistribution,
  listEscalations,
  reAuditOutcomes,
  type ExternalReliability,
  type ViewReader,
} from '#views';
import { simulate, type SimulationOptions } from './simulate.js';
import { inMemory, only, onRecord, recordOf, toldBy, type Told } from './testing/a-record.js';
import { onSomebodysList, openThings } from './testing/open-things.js';
import { viewsOf } from './testing/views-of.js';

const OPTIONS: SimulationOptions = {
  ...{ authority: 'simulated', name: 'Simulated', cases: 40, cycles: 5 },
  ...{ seed: 3, drawSeed: 'from-seed', leaveLastRunning: true },
};
const { authority } = OPTIONS;
/** Shares of the record: at each of them something else is under way. */
const LOOKED_AT = [0.2, 0.5, 0.7, 0.85, 1];

async function roundsOf(views: ViewReader): Promise<readonly ExternalReliability[]> {
  const found = await allExternalReliability(views, { authority });
  return 'unknown' in found ? [] : found.items;
}

interface Moment {
  /** What was recorded until then. */
  readonly events: readonly Told[];
  readonly views: ViewReader;
  /** When the last of it happened. */
  readonly at: string;
}

const ACTION_STATES = [
  'open',
  'reportedDone',
  'verifiedDone',
  'verifiedPartly',
  'verifiedNotDone',
  'cancelled',
] as const;
type ActionState = (typeof ACTION_STATES)[number];
const VERIFIED = { done: 'verifiedDone', partly: 'verifiedPartly', 'not-done': 'verifiedNotDone' } as const;

/** The state of every action of a cycle, told from the record. */
function actionsAsLeft(events: readonly Told[], cycle: string): readonly ActionState[] {
  const states = new Map<string, ActionState>();
  for (const event of events) {
    if (event.type === 'ActionSet') {
      const { source } = event.facts;
      if (source.kind === 'audit' && source.cycle === cycle) states.set(event.id, 'open');
    }
    if (!states.has(event.id)) continue;
    if (event.type === 'ActionReopened') states.set(event.id, 'open');
    if (event.type === 'ActionReportedDone') states.set(event.id, 'reportedDone');
    if (event.type === 'ActionVerified') states.set(event.id, VERIFIED[event.facts.verdict]);
    if (event.type === 'ActionCancelled') states.set(event.id, 'cancelled');
  }
  return [...states.values()];
}

const sum = (all: readonly { readonly n: number }[]): number => all.reduce((total, { n }) => total + n, 0);

describe(`the numbers of a simulated authority (seed ${OPTIONS.seed}), looked at again and again while its cycles go on`, () => {
  const moments: Moment[] = [];

  beforeAll(async () => {
    const stores = inMemory();
    await onRecord(stores, (ports) => simulate(OPTIONS, ports));
    const record = await recordOf(stores, authority);
    for (const share of LOOKED_AT) {
      const until = record.slice(0, Math.floor(share * record.length));
      const events = until.map(toldBy);
      const at = events.reduce((last, { occurredAt }) => (occurredAt > last ? occurredAt : last), '');
      moments.push({ events, at, views: await viewsOf(authority, until) });
    }
  }, 120_000);

  /** Every cycle at every moment, with its audits by then. */
  const cyclesOf = ({ events }: Moment) =>
    only(events, 'CyclePlanned').map(({ id: cycle }) => {
      const selected = new Set(
        only(events, 'CaseSelected')
          .filter(({ facts }) => facts.cycle === cycle)
          .map(({ id }) => id),
      );
      const count = (type: 'AuditFinalised' | 'AuditWithdrawn' | 'CaseGraded'): number =>
        new Set(only(events, type).flatMap(({ id }) => (selected.has(id) ? id : []))).size;
      const isClosed = only(events, 'CycleClosed').some(({ id }) => id === cycle);
      return { cycle, selected: selected.size, isClosed, count };
    });

  it('graded, in progress and without a grade are the cases selected less those withdrawn, whole and in groups', async () => {
    for (const moment of moments) {
      for (const { cycle, selected, isClosed, count } of cyclesOf(moment)) {
        for (const stage of GRADE_STAGES) {
          for (const by of ['cohort', 'team'] as const) {
            const figure = (await gradingDistribution(moment.views, { authority, cycle, stage, by }))!;
            const { total, graded, inProgress, noGradeRecorded, withdrawn, rows, groups, missing } = figure;
            expect({ total, withdrawn }).toEqual({
              total: selected - count('AuditWithdrawn'),
              withdrawn: count('AuditWithdrawn'),
            });
            expect(graded + inProgress + noGradeRecorded).toBe(total);
            expect(sum(rows)).toBe(total);
            expect(sum(missing)).toBe(total - graded);
            expect(groups!.reduce((all, group) => all + group.total, 0)).toBe(total);
            if (stage === 'final') expect(graded).toBe(count('AuditFinalised'));
            if (isClosed) expect(inProgress).toBe(0);
          }
        }
      }
    }
  });

  it('every case of a cycle has exactly one status', async () => {
    for (const moment of moments) {
      for (const { cycle, selected, count } of cyclesOf(moment)) {
        const progress = (await cycleProgress(moment.views, { authority, cycle }))!;
        const n = (wanted: string): number => progress.byStatus.find(({ status }) => status === wanted)!.n;
        expect({ selected: progress.selected, sum: sum(progress.byStatus) }).toEqual({
          selected,
          sum: selected,
        });
        expect([n('finalised'), n('withdrawn')]).toEqual([count('AuditFinalised'), count('AuditWithdrawn')]);
      }
    }
  });

  it('every action is in exactly one state, the one that it was left in, and the priorities add up to all of them', async () => {
    for (const { events, views, at } of moments) {
      for (const { id: cycle } of only(events, 'CyclePlanned')) {
        const figure = (await actionCompletion(views, { authority, cycle, today: londonDate(at) }))!;
        const { set, overdue, byPriority, ...states } = figure;
        const left = actionsAsLeft(events, cycle);
        for (const state of ACTION_STATES)
          expect([state, states[state]]).toEqual([state, left.filter((one) => one === state).length]);
        expect(set).toBe(left.length);
        expect(ACTION_STATES.reduce((all, state) => all + states[state], 0)).toBe(set);
        expect(byPriority.reduce((all, one) => all + one.set, 0)).toBe(set);
        expect(overdue).toBeLessThanOrEqual(states.open);
      }
    }
  });

  it('escalations open, acknowledged and resolved are those that were opened', async () => {
    for (const { events, views, at } of moments) {
      const ids = (type: 'EscalationOpened' | 'EscalationAcknowledged' | 'EscalationResolved') =>
        new Set(only(events, type).map(({ id }) => id)).size;
      const query = { authority, viewer: { person: 'nobody', reads: 'all' as const }, at, limit: 1000 };
      const { figures, items } = await listEscalations(views, query);
      const opened = ids('EscalationOpened');
      expect([figures.n, sum(figures.byStatus), sum(figures.byReason), items.length]).toEqual([
        opened,
        opened,
        opened,
        opened,
      ]);
      expect(Object.fromEntries(figures.byStatus.map(({ status, n }) => [status, n]))).toEqual({
        open: opened - ids('EscalationAcknowledged'),
        acknowledged: ids('EscalationAcknowledged') - ids('EscalationResolved'),
        resolved: ids('EscalationResolved'),
      });
    }
  });

  it('re-audits done, under way and withdrawn are those that were selected', async () => {
    for (const { events, views } of moments) {
      const ofKinds = await Promise.all(
        CYCLE_KINDS.map((kind) => reAuditOutcomes(views, { authority, kind })),
      );
      const figures = ofKinds.flatMap((found) => ('unknown' in found ? [] : [found]));
      const all = (count: (figure: (typeof figures)[number]) => number): number =>
        figures.reduce((total, figure) => total + count(figure), 0);
      expect([
        all(({ reAudits }) => reAudits.selected),
        all(({ reAudits }) => reAudits.reAudited),
        all(({ reAudits }) => reAudits.withdrawn),
      ]).toEqual([
        only(events, 'CaseSelectedForReAudit').length,
        only(events, 'CaseReaudited').length,
        only(events, 'ReAuditWithdrawn').length,
      ]);
      const parts = figures.flatMap(({ drawn, notDrawn }) => [drawn, ...notDrawn]);
      expect(parts.reduce((total, { reAudits }) => total + reAudits.selected, 0)).toBe(
        all(({ reAudits }) => reAudits.selected),
      );
      for (const { reAudits, tested, verdicts, byClaim, grades } of parts) {
        const { selected, reAudited, underWay, withdrawn } = reAudits;
        expect(reAudited + underWay + withdrawn).toBe(selected);
        expect([sum(verdicts), sum(byClaim)]).toEqual([tested, tested]);
        expect(grades.better + grades.same + grades.worse).toBe(reAudited);
      }
    }
  });

  it('audits that a round sampled are compared or missing', async () => {
    for (const { events, views } of moments) {
      const items = await roundsOf(views);
      expect(items).toHaveLength(only(events, 'RoundOpened').length);
      for (const { round, sampled, compared, missing } of items) {
        const drawn = only(events, 'AuditsSampled').filter(({ id }) => id === round.id);
        const pairs = only(events, 'GradesCompared').filter(({ id }) => id === round.id).length;
        expect(sampled).toBe(drawn.flatMap(({ facts }) => facts.chosen).length);
        expect([compared, sum(missing)]).toEqual([pairs, sampled - pairs]);
      }
    }
  });

  it('every time that an audit was given to somebody is in time, late or ended otherwise, and the auditors add up', async () => {
    for (const { events, views, at } of moments) {
      const asked = { authority, on: londonDate(at) };
      const figure = (await auditorTimeliness(views, asked)) as AuditorTimeliness;
      const given = [...only(events, 'AuditorAllocated'), ...only(events, 'AuditorReplaced')].length;
      expect([figure.allocated, sum(figure.byTimeliness)]).toEqual([given, given]);
      expect(figure.auditors.reduce((all, one) => all + one.allocated, 0)).toBe(given);
    }
  });

  it('everything that is open is on the list of somebody who may do it', async () => {
    for (const { events, views, at } of moments) {
      const listed = await onSomebodysList(views, authority, events, at);
      expect({ at, left: openThings(events).filter((one) => !listed.has(one)) }).toEqual({ at, left: [] });
    }
  }, 60_000);

  it('are looked at while audits, actions, escalations, re-audits and reviews are under way', async () => {
    const kinds = moments.flatMap(({ events }) => openThings(events).map((one) => one.split('/')[0]));
    expect([...new Set(kinds)].sort()).toEqual([
      'case-audit',
      'escalation',
      'improvement-action',
      're-audit',
    ]);
    const external = await Promise.all(moments.map(({ views }) => roundsOf(views)));
    expect(external.flat().some(({ missing }) => missing.length > 0)).toBe(true);
  });
});
