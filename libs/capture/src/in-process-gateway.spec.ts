import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseSelected, CommandAnswer, ReplacementDrawn, Sample } from '#audit-cycle';
import { auditId } from '#authority-setup';
import {
  factsOf,
  makeRecord,
  MemoryEventLog,
  sha256Hex,
  streamName,
  type Append,
  type AppendAnswer,
  type RecordedEvent,
} from '#event-log';
import { AuthorityAtWork, PEOPLE, START } from './testing/authority-at-work.js';

let work: AuthorityAtWork;
beforeEach(async () => {
  work = await AuthorityAtWork.begin();
});

const all = async (type?: string): Promise<readonly RecordedEvent[]> => {
  const { events } = await work.log.readAll(work.authority, { limit: 100_000 });
  return type === undefined ? events : events.filter(({ header }) => header.type === type);
};
const selectedChildren = async (): Promise<string[]> =>
  (await all('CaseSelected')).map((event) => (factsOf(event) as CaseSelected['facts']).child);
const code = (answer: CommandAnswer): string => (answer.ok ? 'accepted' : answer.refusal.code);

describe('a command', () => {
  it('is recorded with who, when and why, and with narrative apart from facts', async () => {
    const cycle = await work.openCycle(8, 2);
    const audit = await firstAudit(cycle);
    await work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: PEOPLE.anna });
    await work.done('case-audit', audit, { type: 'StartAudit' }, PEOPLE.anna);
    const command = {
      type: 'RecordVoice',
      voice: 'child',
      obtained: true,
      text: 'I like my new school.',
    } as const;
    const envelope = work.envelope({ kind: 'case-audit', id: audit, command }, PEOPLE.anna);
    await work.gateway.execute(envelope);

    const event = (await all('VoiceRecorded'))[0]!;
    expect(event.header).toMatchObject({
      actor: PEOPLE.anna,
      occurredAt: START,
      command: envelope.commandId,
      correlation: envelope.commandId,
      causation: null,
      keyScope: `case-audit-${audit}`,
      schema: 1,
    });
    expect(Buffer.from(event.factsBytes).toString()).not.toContain('school');
    expect(Buffer.from(event.narrativeBytes!).toString()).toContain('I like my new school.');
  });

  it('sent again gives the first answer, from this process and from another, whatever happened since', async () => {
    const id = await work.plannedCycle(8);
    const envelope = work.envelope({
      kind: 'cycle',
      id,
      command: { type: 'DrawSample', size: 2, minimumPerStratum: 0 },
    });
    const first = await work.gateway.execute(envelope);
    await work.done('cycle', id, { type: 'OpenCycle' });
    const again = { ...first, repeated: true };
    expect(await work.gateway.execute(envelope)).toEqual(again);
    expect(await work.newGateway().execute(envelope)).toEqual(again);
    expect(await all('SampleDrawn')).toHaveLength(1);
  });

  it('sent ten times at once, through two processes, is done once and answered ten times alike', async () => {
    const id = await work.plannedCycle(8);
    const envelope = work.envelope({
      kind: 'cycle',
      id,
      command: { type: 'DrawSample', size: 2, minimumPerStratum: 0 },
    });
    const doors = [work.gateway, work.newGateway()];
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => doors[n % 2]!.execute(envelope)));
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, repeated: 0 }, bigints))).size).toBe(
      1,
    );
    expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
    expect(await all('SampleDrawn')).toHaveLength(1);
  });

  it('that was on its way twice is never refused for what its twin has done', async () => {
    const doors = [work.gateway, work.newGateway(), work.newGateway()];
    for (let round = 0; round < 20; round++) {
      const id = await work.plannedCycle(8, round * 10);
      const order = {
        kind: 'cycle',
        id,
        command: { type: 'DrawSample', size: 2, minimumPerStratum: 0 },
      } as const;
      const envelope = work.envelope(order, PEOPLE.lead, round % 2 === 0 ? {} : { seenRevision: 1n });
      const answers = await Promise.all(
        doors.map(async (door, n) => {
          await afterTurns((round + 1) * n);
          return door.execute(envelope);
        }),
      );
      expect(answers.map(code)).toEqual(['accepted', 'accepted', 'accepted']);
    }
  });

  it('under an id that another command had is refused and changes nothing', async () => {
    const id = await work.plannedCycle(8);
    const envelope = work.envelope({
      kind: 'cycle',
      id,
      command: { type: 'DrawSample', size: 2, minimumPerStratum: 0 },
    });
    await work.gateway.execute(envelope);
    const before = await work.log.head(work.authority);
    const other = { ...envelope, order: { kind: 'cycle', id, command: { type: 'OpenCycle' } } } as const;
    expect(code(await work.gateway.execute(other))).toBe('idempotency-key-reused');
    expect(
      code(await work.gateway.execute({ ...envelope, actor: { person: PEOPLE.mo, roles: ['qa-lead'] } })),
    ).toBe('idempotency-key-reused');
    expect(await work.log.head(work.authority)).toBe(before);
  });

  it('decided on an older look is refused with the revision of now', async () => {
    const id = await work.plannedCycle(8);
    const order = {
      kind: 'cycle',
      id,
      command: { type: 'DrawSample', size: 2, minimumPerStratum: 0 },
    } as const;
    const answer = await work.say(order, PEOPLE.lead, { seenRevision: 0n });
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'revision-mismatch', details: { revision: '1' } },
    });
    expect((await work.say(order, PEOPLE.lead, { seenRevision: 1n })).ok).toBe(true);
  });

  it('cannot say what time it is to an authority with a real clock', async () => {
    const id = await work.plannedCycle(8);
    const order = { kind: 'cycle', id, command: { type: 'OpenCycle' } } as const;
    expect(code(await work.say(order, PEOPLE.lead, { at: '2020-01-01T00:00:00.000Z' }))).toBe(
      'clock-is-real',
    );
  });

  it('to an authority that is not here is refused', async () => {
    const order = { kind: 'cycle', id: randomUUID(), command: { type: 'OpenCycle' } } as const;
    expect(code(await work.say(order, PEOPLE.lead, { authority: 'elsewhere' }))).toBe('not-found');
  });

  it('that races with others on one audit is decided afresh for each: one grades, the others are told so', async () => {
    const cycle = await work.openCycle(8, 1);
    const audit = await firstAudit(cycle);
    const order = {
      kind: 'case-audit',
      id: audit,
      command: { type: 'AllocateAuditor', auditor: PEOPLE.anna },
    } as const;
    const doors = [work.gateway, work.newGateway(), work.newGateway()];
    const answers = await Promise.all(doors.map((door) => door.execute(work.envelope(order))));
    expect(answers.map(code).filter((each) => each === 'accepted')).toHaveLength(1);
    expect(await all('AuditorAllocated')).toHaveLength(1);
  });
});

describe('what decisions are made from', () => {
  it('is refused whole when another version of the product wrote it', async () => {
    const stream = streamName(work.authority, 'person', PEOPLE.anna);
    const [last] = await work.log.readStream(stream, { after: 0n });
    const { facts: _, narrative: __, ...about } = last!.header;
    const event = makeRecord({ ...about, id: randomUUID(), schema: 2, facts: {}, narrative: null });
    await work.log.append({
      stream,
      events: [event],
      expect: 'any',
      command: { id: randomUUID(), digest: sha256Hex('later') },
    });
    const order = { kind: 'cycle', id: randomUUID(), command: { type: 'OpenCycle' } } as const;
    await expect(work.say(order)).rejects.toThrow('schema 2');
    await expect(work.say(order)).rejects.toThrow('schema 2');
  });

  it('keeps nothing of authorities that somebody only asks for', async () => {
    const { standing } = work.gateway.lookups;
    for (let n = 0; n < 50; n++) await standing.look(`made-up-${n}`);
    expect(standing.known).toEqual([work.authority]);
  });
});

describe('drawing a sample', () => {
  it('takes a seed of the server after the frame was frozen, or one that is supplied and marked so', async () => {
    const [one, two] = [await work.plannedCycle(8), await work.plannedCycle(8, 100)];
    await work.done('cycle', one, { type: 'DrawSample', size: 2, minimumPerStratum: 0 });
    await work.done('cycle', two, {
      type: 'DrawSample',
      size: 2,
      minimumPerStratum: 0,
      seed: 'chosen by us',
    });
    const samples = (await all('SampleDrawn')).map((event) => (factsOf(event) as { sample: Sample }).sample);
    expect(samples.map(({ seed, seedSource }) => [seed, seedSource])).toEqual([
      ['seed-1', 'server'],
      ['chosen by us', 'supplied'],
    ]);
  });

  it('refuses a sample larger than what can be drawn, and says how many can', async () => {
    const id = await work.plannedCycle(8);
    const answer = await work.say({
      kind: 'cycle',
      id,
      command: { type: 'DrawSample', size: 9, minimumPerStratum: 0 },
    });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'sample-too-large' } });
    expect(await all('SampleDrawn')).toEqual([]);
  });

  it('leaves out a child of another cycle for twelve months, with the reason, and not a day longer', async () => {
    await work.openCycle(8, 8);
    const second = await work.plannedCycle(12);
    await work.done('cycle', second, { type: 'DrawSample', size: 4, minimumPerStratum: 0 });
    const [sample] = (await all('SampleDrawn'))
      .slice(-1)
      .map((event) => (factsOf(event) as { sample: Sample }).sample);
    expect(sample!.exclusions).toEqual([
      { reasonCode: 'sampled-recently', indices: [0, 1, 2, 3, 4, 5, 6, 7] },
    ]);

    work.now = '2027-03-02T09:00:00.000Z';
    const third = await work.plannedCycle(12);
    expect(
      (
        await work.say({
          kind: 'cycle',
          id: third,
          command: { type: 'DrawSample', size: 12, minimumPerStratum: 0 },
        })
      ).ok,
    ).toBe(true);
  });

  it('may take a child again in a kind of cycle that the policy names, such as a dip sample', async () => {
    await work.openCycle(8, 8);
    const dip = await work.plannedCycle(8, 0, 'dip-sample');
    await work.done('cycle', dip, { type: 'DrawSample', size: 8, minimumPerStratum: 0 });
    await work.done('cycle', dip, { type: 'OpenCycle' });
  });

  it('of two cycles at once never audits a child twice: the one that opens second draws again', async () => {
    const [one, two] = [await work.plannedCycle(8), await work.plannedCycle(8)];
    const draw = { type: 'DrawSample', size: 5, minimumPerStratum: 0 } as const;
    const other = work.newGateway();
    const answers = await Promise.all([
      work.gateway.execute(work.envelope({ kind: 'cycle', id: one, command: draw })),
      other.execute(work.envelope({ kind: 'cycle', id: two, command: draw })),
    ]);
    if (answers.some(({ ok }) => !ok)) throw new Error('One draw saw the other; this test needs both');
    const open = (id: string): Promise<CommandAnswer> =>
      work.say({ kind: 'cycle', id, command: { type: 'OpenCycle' } });
    expect(code(await open(one))).toBe('drawn-elsewhere');
    const redrawReason = { code: 'drawn-elsewhere', text: 'Another cycle was drawn at the same moment.' };
    await work.done('cycle', one, { ...draw, size: 3, redrawReason });
    expect(code(await open(one))).toBe('accepted');
    expect(code(await open(two))).toBe('accepted');
    await work.gateway.catchUp(work.authority);
    const children = await selectedChildren();
    expect(children).toHaveLength(8);
    expect(new Set(children).size).toBe(8);
  });

  it('again keeps the first draw on record, needs a reason, and selects only the second', async () => {
    const id = await work.plannedCycle(20);
    const draw = { type: 'DrawSample', size: 3, minimumPerStratum: 0 } as const;
    await work.done('cycle', id, draw);
    expect((await work.say({ kind: 'cycle', id, command: draw })).ok).toBe(false);
    await work.done('cycle', id, {
      ...draw,
      redrawReason: { code: 'wrong-scope', text: 'The list was of last month.' },
    });
    await work.done('cycle', id, { type: 'OpenCycle' });
    await work.gateway.catchUp(work.authority);
    expect(await all('SampleDrawn')).toHaveLength(1);
    expect(await all('SampleRedrawn')).toHaveLength(1);
    expect(await all('CaseSelected')).toHaveLength(3);
  });
});

describe('selecting the cases of a cycle', () => {
  it('selects each case that was drawn, once, with the cause on record', async () => {
    const cycle = await work.openCycle(40, 12);
    await work.gateway.catchUp(work.authority);
    await work.newGateway().catchUp(work.authority);
    const selected = await all('CaseSelected');
    expect(selected).toHaveLength(12);
    expect(new Set(await selectedChildren()).size).toBe(12);
    const opened = (await all('CycleOpened'))[0]!;
    expect(selected[0]!.header).toMatchObject({
      causation: opened.header.id,
      correlation: opened.header.correlation,
      actor: 'case-selection',
    });
    expect(cycle).toBe((factsOf(selected[0]!) as CaseSelected['facts']).cycle);
  });

  it.each([1, 5, 11])(
    'crashed after %d of 12 cases, goes on after a restart and selects none twice',
    async (after) => {
      const breaking = new BreakingLog(after);
      work = await AuthorityAtWork.begin(breaking);
      const id = await work.plannedCycle(40);
      await work.done('cycle', id, { type: 'DrawSample', size: 12, minimumPerStratum: 0 });
      await work.done('cycle', id, { type: 'OpenCycle' });
      breaking.counting = true;
      await expect(work.gateway.catchUp(work.authority)).rejects.toThrow('the machine stopped');
      breaking.counting = false;
      expect(await all('CaseSelected')).toHaveLength(after);

      await work.newGateway().catchUp(work.authority);

      expect(await all('CaseSelected')).toHaveLength(12);
      expect(new Set(await selectedChildren()).size).toBe(12);
    },
  );

  it('replaces a withdrawn case by the next of its stratum in draw order', async () => {
    const cycle = await work.openCycle(40, 3);
    const audit = await firstAudit(cycle);
    await work.done('case-audit', audit, {
      type: 'RequestWithdrawal',
      reasonCode: 'selected-in-error',
      replace: true,
    });
    await work.gateway.catchUp(work.authority);
    await work.gateway.catchUp(work.authority);
    expect(await all('ReplacementDrawn')).toHaveLength(1);
    const children = await selectedChildren();
    expect(children).toHaveLength(4);
    expect(new Set(children).size).toBe(4);

    const longer = await AuthorityAtWork.begin();
    await longer.openCycle(40, 4);
    const page = await longer.log.readAll(longer.authority, { filter: { types: ['CaseSelected'] } });
    const drawn = page.events.map((event) => (factsOf(event) as CaseSelected['facts']).child);
    expect(new Set(children)).toEqual(new Set(drawn));
  });
});

describe('a replacement', () => {
  it('passes over a child that another cycle has drawn meanwhile, and keeps that with the draw', async () => {
    const cycle = await work.openCycle(6, 2);
    const second = await work.plannedCycle(6);
    await work.done('cycle', second, { type: 'DrawSample', size: 3, minimumPerStratum: 0 });
    const taken = new Set(await selectedChildren());
    await work.done('case-audit', await auditOf(cycle, 0), {
      type: 'RequestWithdrawal',
      reasonCode: 'selected-in-error',
      replace: true,
    });
    await work.gateway.catchUp(work.authority);
    await work.gateway.catchUp(work.authority);
    const [replacement] = (await selectedChildren()).filter((child) => !taken.has(child));
    const drawn = factsOf((await all('ReplacementDrawn'))[0]!) as ReplacementDrawn['facts'];
    const passedOver = drawn.exclusions.flatMap(({ indices }) => indices);
    const elsewhere = (await all('SampleDrawn')).slice(-1).flatMap((event) => {
      const { sample } = factsOf(event) as { sample: Sample };
      return sample.strata.flatMap(({ chosen }) => chosen);
    });
    expect(elsewhere).not.toContain(drawn.drawIndex);
    for (const index of passedOver) expect(elsewhere).toContain(index);
    expect(replacement).toBe(`C-${String(drawn.drawIndex).padStart(4, '0')}`);
  });
});

describe('closing a cycle', () => {
  it('waits for cases that are drawn and not selected yet', async () => {
    const id = await work.plannedCycle(8);
    await work.done('cycle', id, { type: 'DrawSample', size: 2, minimumPerStratum: 0 });
    await work.done('cycle', id, { type: 'OpenCycle' });
    const close = { type: 'CloseCycle', reasonCode: 'mistake', reason: 'Opened too early.' } as const;
    expect(code(await work.say({ kind: 'cycle', id, command: close }))).toBe('selection-outstanding');
    await work.gateway.catchUp(work.authority);
    await work.done('cycle', id, close);
    expect(factsOf((await all('CycleClosed'))[0]!)).toMatchObject({
      withoutGrade: [expect.any(String), expect.any(String)],
    });
  });

  it('waits for a replacement that is still to be drawn, unless nobody is left to draw', async () => {
    const close = { type: 'CloseCycle', reasonCode: 'mistake', reason: 'Enough.' } as const;
    const withdraw = { type: 'RequestWithdrawal', reasonCode: 'selected-in-error', replace: true } as const;
    const id = await work.openCycle(8, 2);
    await work.done('case-audit', await auditOf(id, 0), withdraw);
    expect(code(await work.say({ kind: 'cycle', id, command: close }))).toBe('selection-outstanding');
    await work.gateway.catchUp(work.authority);
    await work.gateway.catchUp(work.authority);
    expect(code(await work.say({ kind: 'cycle', id, command: close }))).toBe('accepted');

    const whole = await work.openCycle(3, 3, 100);
    await work.done('case-audit', await auditOf(whole, 0), withdraw);
    expect(code(await work.say({ kind: 'cycle', id: whole, command: close }))).toBe('accepted');
  });

  it('is refused while an audit is neither finalised nor withdrawn, unless somebody says why', async () => {
    const id = await work.openCycle(8, 2);
    await work.done('case-audit', await firstAudit(id), {
      type: 'RequestWithdrawal',
      reasonCode: 'duplicate-record',
      replace: false,
    });
    expect(code(await work.say({ kind: 'cycle', id, command: { type: 'CloseCycle' } }))).toBe(
      'audits-unfinished',
    );
    await work.done('cycle', id, {
      type: 'CloseCycle',
      reasonCode: 'auditor-absent',
      reason: 'The auditor fell ill.',
    });
    expect(factsOf((await all('CycleClosed'))[0]!)).toMatchObject({
      withoutGrade: [expect.any(String)],
      reasonCode: 'auditor-absent',
    });
  });
});

/** A log whose machine stops after so many appends. */
class BreakingLog extends MemoryEventLog {
  counting = false;
  constructor(private left: number) {
    super(() => new Date(START));
  }
  override async append(append: Append): Promise<AppendAnswer> {
    if (this.counting && this.left-- <= 0) throw new Error('the machine stopped');
    return super.append(append);
  }
}

const firstAudit = (cycle: string): Promise<string> => auditOf(cycle, 0);

/** The audit of the n-th case in the order in which the cycle's last sample was drawn. */
async function auditOf(cycle: string, n: number): Promise<string> {
  const drawn = (await all()).findLast(
    ({ header }) => header.type.startsWith('Sample') && header.stream.endsWith(cycle),
  )!;
  return auditId(cycle, (factsOf(drawn) as { sample: Sample }).sample.strata[0]!.chosen[n]!);
}

/** Lets so many turns of the microtask queue go by. */
async function afterTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}

const bigints = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
