import { describe, expect, it } from '@jest/globals';
import { generateAnnexA, writeWorkbook } from '#annex-a';
import { listOf, workbookOf } from '#annex-a/testing';
import type { CommandAnswer, CommandGateway, Envelope, Frame, ImportPopulation } from '#audit-cycle';
import { MemoryBlobStore, sha256Hex } from '#event-log';
import { PopulationImport } from './population-import.js';
import { characteristicsInMemory } from './testing.js';

const AUTHORITY = 'northshire';
const CYCLE = '00000000-0000-4000-8000-0000000000c1';
const ANN = '00000000-0000-4000-8000-00000000000a';
const AS_AT = '2026-02-28';
const SENDER = {
  authority: AUTHORITY,
  actor: { person: ANN, roles: ['qa-lead'] },
  commandId: '00000000-0000-4000-8000-0000000000d1',
} as const;

const REFUSED: CommandAnswer = {
  ok: false,
  refusal: { code: 'already-drawn', message: 'A sample is drawn.' },
};
const ACCEPTED: CommandAnswer = {
  ok: true,
  id: CYCLE,
  repeated: false,
  stream: `${AUTHORITY}/cycle-${CYCLE}`,
  revision: 1n,
  position: 7n,
};

/** Answers the same to everything, and keeps what it was asked with the blobs that were stored by then. */
class Asked implements CommandGateway {
  readonly envelopes: Envelope[] = [];
  frameWasStored = false;

  constructor(
    private readonly answer: CommandAnswer,
    private readonly blobs: MemoryBlobStore,
  ) {}

  async execute(envelope: Envelope): Promise<CommandAnswer> {
    this.envelopes.push(envelope);
    const { command } = envelope.order;
    if (command.type === 'ImportPopulation')
      this.frameWasStored = (await this.blobs.get(AUTHORITY, command.frame)) !== null;
    return this.answer;
  }

  async carriedOn(): Promise<void> {}
}

const workbook = await writeWorkbook(
  generateAnnexA({
    ...{ seed: 3, asAt: AS_AT },
    cohorts: { childInNeed: 6, childProtection: 2, inCare: 4, careExperienced: 0 },
    teams: [{ name: 'North', workers: ['Ann Ash'] }],
  }),
);
const file = {
  ...{ bytes: workbook, fileName: 'lists.xlsx', asAt: AS_AT },
  workers: new Map([['Ann Ash', ANN]]),
};

describe('importing a population', () => {
  it('says to the cycle what was read, after the frame that it names was stored', async () => {
    const blobs = new MemoryBlobStore();
    const asked = new Asked(ACCEPTED, blobs);
    const answer = await new PopulationImport(asked, blobs, characteristicsInMemory()).import(
      CYCLE,
      file,
      SENDER,
    );
    if (!answer.ok) throw new Error(answer.refusal.message);
    expect(asked.frameWasStored).toBe(true);
    expect(asked.envelopes).toMatchObject([
      {
        ...SENDER,
        order: {
          ...{ kind: 'cycle', id: CYCLE },
          command: {
            ...{
              type: 'ImportPopulation',
              asAt: AS_AT,
              source: 'annex-a',
              frame: answer.frame,
              children: 12,
            },
            cohorts: { 'child-in-need': 6, 'child-protection': 2, 'in-care': 4 },
          },
        },
      },
    ]);
    const bytes = Buffer.from((await blobs.get(AUTHORITY, answer.frame))!).toString();
    expect(sha256Hex(bytes)).toBe(answer.frame);
    const { entries } = JSON.parse(bytes) as Frame;
    expect(new Set(entries.map(({ worker }) => worker))).toEqual(new Set([ANN]));
    expect(answer.unmatchedWorkers).toEqual([]);
  });

  it('keeps sealed what the lists say of the same children, and says of how many it is known', async () => {
    const blobs = new MemoryBlobStore();
    const characteristics = characteristicsInMemory();
    const asked = new Asked(ACCEPTED, blobs);
    const answers = await Promise.all(
      [1, 2].map(() => new PopulationImport(asked, blobs, characteristics).import(CYCLE, file, SENDER)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const [first, again] = asked.envelopes.map(({ order }) => order.command as ImportPopulation);
    expect(again).toEqual(first);
    const { digest, known, children } = first!.characteristics!;
    const opened = await characteristics.open(AUTHORITY, CYCLE, digest);
    expect([children, opened.asAt, opened.children.length]).toEqual([12, AS_AT, 12]);
    expect(known).toMatchObject({ age: 12, disability: 12 });
    const frame = Buffer.from((await blobs.get(AUTHORITY, first!.frame))!).toString();
    expect(frame).not.toMatch(/ethnicity|disability|asian/);
  });

  it('keeps nothing where the lists say nothing of it', async () => {
    const blobs = new MemoryBlobStore();
    const asked = new Asked(ACCEPTED, blobs);
    const row = { 'Child Unique ID': 'A1', 'Date of Birth': null, 'Age of Child (Years)': null };
    const bare = await workbookOf({ 'List 8': listOf(8, [row]) });
    const nothing = { bytes: bare, fileName: 'lists.xlsx', asAt: AS_AT, workers: new Map<string, string>() };
    const answer = await new PopulationImport(asked, blobs, characteristicsInMemory()).import(
      CYCLE,
      nothing,
      SENDER,
    );
    if (!answer.ok) throw new Error(answer.refusal.message);
    expect(asked.envelopes[0]!.order.command).toMatchObject({ children: 1, characteristics: null });
  });

  it('asks the cycle nothing about a file that cannot be read', async () => {
    const blobs = new MemoryBlobStore();
    const asked = new Asked(ACCEPTED, blobs);
    const letter = { ...file, bytes: Buffer.from('Dear all,') };
    const answer = await new PopulationImport(asked, blobs, characteristicsInMemory()).import(
      CYCLE,
      letter,
      SENDER,
    );
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-a-workbook' } });
    expect(asked.envelopes).toEqual([]);
  });

  it('hands on what the cycle refuses', async () => {
    const blobs = new MemoryBlobStore();
    const answer = await new PopulationImport(
      new Asked(REFUSED, blobs),
      blobs,
      characteristicsInMemory(),
    ).import(CYCLE, file, SENDER);
    expect(answer).toEqual(REFUSED);
  });
});
