import { auditId, shippedToolId } from '#authority-setup';
import { canonicalBytes, parseStreamName, type RecordedEvent } from '#event-log';
import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE, TEAMS } from '../people.js';
import { named } from './named.js';

const { lea } = PEOPLE;

/** Planned and with a population, `first` being the number of its first child; children are of both teams in turn. */
export async function planned(
  work: AtWork,
  id: string,
  first: number,
  count: number,
  tool: string,
): Promise<void> {
  await work.done('cycle', id, lea, {
    type: 'PlanCycle',
    title: 'A cycle',
    kind: 'core',
    period: { from: work.today, to: '2026-12-18' },
    cohorts: ['child-in-need'],
    linesOfEnquiry: [],
    tool: { id: tool, version: 1 },
    targetSize: count,
  });
  const entries = Array.from({ length: count }, (_, n) => {
    const team = n % 2 === 0 ? 'North' : 'South';
    const child = `C-${String(first + n).padStart(4, '0')}`;
    return { child, cohort: 'child-in-need', team, worker: TEAMS[team].worker, family: null };
  });
  const asAt = '2026-01-31';
  const digest = await work.blobs.put(AUTHORITY, canonicalBytes({ asAt, entries }));
  await work.done('cycle', id, lea, {
    ...{ type: 'ImportPopulation', of: 'open-cases', asAt, source: 'annex-a' },
    ...{ frame: digest, report: digest, children: count, cohorts: { 'child-in-need': count } },
    rows: { read: count, used: count, excluded: 0, warned: 0 },
    characteristics: null,
  });
}

export async function opened(work: AtWork, id: string, size: number): Promise<readonly string[]> {
  const draw = { type: 'DrawSample', size, minimumPerStratum: 0 } as const;
  await work.done('cycle', id, lea, draw, { type: 'OpenCycle' });
  return selectedIn(await work.events(), id);
}

const selectedIn = (events: readonly RecordedEvent[], cycle: string): readonly string[] =>
  events
    .map(({ header }) => header)
    .filter(({ type }) => type === 'CaseSelected')
    .map(({ stream }) => parseStreamName(stream).id)
    .filter((id) => Array.from({ length: 100 }, (_, index) => auditId(cycle, index)).includes(id));

export async function otherCycles(work: AtWork): Promise<void> {
  const tool = shippedToolId(AUTHORITY, 'dip-sample');
  await planned(work, named('planned'), 200, 6, tool);
  await planned(work, named('drawn'), 300, 6, tool);
  await work.done('cycle', named('drawn'), lea, { type: 'DrawSample', size: 3, minimumPerStratum: 0 });
}
