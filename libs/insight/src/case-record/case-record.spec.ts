import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ABOUT_STAFF,
  AUDITOR,
  HEAD,
  INSIDER,
  LEAD,
  OPEN_CYCLE,
  recordOpenCycle,
  RISK,
  WORKER,
} from '../testing/an-open-cycle.js';
import { NORTHSHIRE } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const AUDIT = OPEN_CYCLE.audit(0);
const PATHS = [`audits/${AUDIT}/history`, 'children/C0000/record'];
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordOpenCycle(record);
  for (const referredOnly of [true, false])
    await record.happened('2021-06-22T10:00:00.000Z', 'case-audit', AUDIT, {
      type: 'ImmediateRiskRaised',
      facts: {
        risk: referredOnly ? 'about-staff' : 'unsafe-home',
        by: AUDITOR,
        referredOnly,
        escalateTo: HEAD,
      },
      narrative: null,
    });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

interface Item {
  readonly id: string;
  readonly type: string;
  readonly streamId: string;
  readonly facts: { readonly risk?: string };
}

async function read(path: string, person: string, as: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const after: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
    const answer = await app.inject({ url: `/v1/${path}?limit=2${after}`, headers: { person, as } });
    expect(answer.statusCode).toBe(200);
    const page = answer.json<{ items: readonly Item[]; next: string | null }>();
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

const risksIn = (items: readonly Item[]): readonly unknown[] =>
  items.filter(({ type }) => type === 'ImmediateRiskRaised').map(({ facts }) => facts.risk);
const escalationsIn = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.filter(({ type }) => type.startsWith('Escalation')).map(({ streamId }) => streamId));

describe.each(PATHS)('the record of a case at %s', (path) => {
  it('has its escalations, what is about staff included, for those who answer for it, page by page', async () => {
    for (const [person, as] of [
      [LEAD, 'qa-lead'],
      [HEAD, 'auditor'],
    ] as const) {
      const items = await read(path, person, as);
      expect(risksIn(items)).toEqual(['about-staff', 'unsafe-home']);
      expect(escalationsIn(items)).toEqual(new Set([RISK, ABOUT_STAFF]));
    }
  });

  it.each([
    [INSIDER, 'qa-lead'],
    [WORKER, 'qa-lead'],
    [INSIDER, 'caldicott-guardian'],
    ['99999999-0000-7000-8000-000000000009', 'moderator'],
  ])('has nothing that is about staff for %s as %s, and all of the rest', async (person, as) => {
    const items = await read(path, person, as);
    const whole = await read(path, LEAD, 'qa-lead');
    expect(risksIn(items)).toEqual(['unsafe-home']);
    expect(escalationsIn(items)).toEqual(new Set([RISK]));
    expect(JSON.stringify(items)).not.toContain('about-staff');
    const kept = whole.filter(
      ({ facts, streamId }) => facts.risk === 'about-staff' || streamId === ABOUT_STAFF,
    );
    const ids = (some: readonly Item[]): readonly string[] => some.map(({ id }) => id);
    expect(ids(items)).toEqual(ids(whole.filter((item) => !kept.includes(item))));
    expect(kept.length).toBeGreaterThan(1);
  });

  it('numbers no entry within its stream, for nobody: a number that is missing would tell of what is kept', async () => {
    for (const person of [LEAD, INSIDER])
      for (const item of await read(path, person, 'qa-lead')) expect(item).not.toHaveProperty('revision');
  });
});
