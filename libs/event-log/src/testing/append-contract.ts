import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sha256Hex } from '../record/digest.js';
import type { LogUnderTest } from './log-under-test.js';
import { anAppend, anEvent, aStream } from './sample-events.js';
import { anAuthority } from './an-authority.js';

export function appendContract(underTest: () => LogUnderTest): void {
  describe('appending', () => {
    it('gives revisions from 0 and positions in order, and keeps the three byte strings exactly', async () => {
      const { log } = underTest();
      const stream = aStream(anAuthority());
      const append = {
        ...anAppend(stream),
        events: [
          anEvent(stream, {
            facts: { note: 'déjà vu 😀', n: 1e21 },
            narrative: { text: 'Anna said "yes"\n' },
          }),
          anEvent(stream, { facts: {} }),
        ],
      };

      const answer = await log.append(append);

      expect(answer).toMatchObject({ outcome: 'appended', stream, firstRevision: 0n, lastRevision: 1n });
      const stored = await log.readStream(stream);
      expect(stored.map(({ revision }) => revision)).toEqual([0n, 1n]);
      expect(stored.map(bytes)).toEqual(append.events.map(bytes));
      expect(stored.map(({ header }) => header)).toEqual(append.events.map(({ header }) => header));
    });

    it('records the moment in UTC milliseconds, never earlier than the event before', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      for (let n = 0; n < 5; n++) await log.append(anAppend(aStream(authority), { count: 2 }));
      const moments = (await log.readAll(authority)).events.map(({ recordedAt }) => recordedAt);
      expect(moments).toHaveLength(10);
      for (const moment of moments) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(moments).toEqual([...moments].sort());
    });

    it.each([
      ['none', 0, 'appended'],
      ['none', 1, 'conflict'],
      ['exists', 0, 'conflict'],
      ['exists', 1, 'appended'],
      ['any', 0, 'appended'],
      ['any', 1, 'appended'],
      [0n, 0, 'conflict'],
      [0n, 1, 'appended'],
      [0n, 2, 'conflict'],
      [1n, 1, 'conflict'],
      [1n, 2, 'appended'],
      [7n, 3, 'conflict'],
    ] as const)(
      'expecting %s of a stream of %d events is answered: %s',
      async (expectation, events, outcome) => {
        const { log } = underTest();
        const stream = aStream(anAuthority());
        if (events > 0) await log.append(anAppend(stream, { count: events }));

        const answer = await log.append(anAppend(stream, { expect: expectation }));

        expect(answer.outcome).toBe(outcome);
        if (answer.outcome === 'conflict')
          expect(answer.revision).toBe(events === 0 ? null : BigInt(events - 1));
        expect(await log.readStream(stream)).toHaveLength(events + (outcome === 'appended' ? 1 : 0));
      },
    );

    it('answers a command that was done before from the record, whatever it expects now', async () => {
      const { log } = underTest();
      const stream = aStream(anAuthority());
      const append = anAppend(stream, { expect: 'none', count: 2 });
      const first = await log.append(append);
      await log.append(anAppend(stream));

      const again = await log.append(append);

      expect(again).toEqual({ ...first, outcome: 'already-done' });
      expect(await log.readStream(stream)).toHaveLength(3);
    });

    it('refuses a command id that belongs to another command, and appends nothing', async () => {
      const { log } = underTest();
      const stream = aStream(anAuthority());
      const append = anAppend(stream);
      await log.append(append);

      const other = { ...append, command: { ...append.command, digest: sha256Hex('something else') } };

      expect(await log.append(other)).toEqual({ outcome: 'command-mismatch' });
      expect(await log.readStream(stream)).toHaveLength(1);
    });

    it('keeps command ids apart by authority', async () => {
      const { log } = underTest();
      const commandId = randomUUID();
      for (const authority of [anAuthority(), anAuthority()]) {
        const answer = await log.append(anAppend(aStream(authority), { commandId }));
        expect(answer.outcome).toBe('appended');
      }
    });

    it('says what became of a command, and null for one that was never done', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      const append = anAppend(aStream(authority), { count: 3 });
      const answer = await log.append(append);
      if (answer.outcome !== 'appended') throw new Error(answer.outcome);

      const { outcome: _, ...appended } = answer;
      expect(await log.findCommand(authority, append.command.id)).toEqual({
        ...appended,
        digest: append.command.digest,
      });
      expect(await log.findCommand(authority, randomUUID())).toBeNull();
      expect(await log.findCommand(anAuthority(), append.command.id)).toBeNull();
    });

    it('does not remember a command that met a conflict, so it can be decided again', async () => {
      const { log } = underTest();
      const stream = aStream(anAuthority());
      const append = anAppend(stream, { expect: 0n });
      expect((await log.append(append)).outcome).toBe('conflict');
      await log.append(anAppend(stream));
      expect((await log.append(append)).outcome).toBe('appended');
    });

    it('refuses an append without events, for another stream, or to a name that is none', async () => {
      const { log } = underTest();
      const stream = aStream(anAuthority());
      await expect(log.append({ ...anAppend(stream), events: [] })).rejects.toThrow(TypeError);
      await expect(log.append({ ...anAppend(stream), stream: aStream() })).rejects.toThrow(TypeError);
      await expect(log.append({ ...anAppend(stream), stream: 'nowhere' })).rejects.toThrow(TypeError);
      await expect(log.append(anAppend(stream, { expect: -1n }))).rejects.toThrow(TypeError);
      expect(await log.readStream(stream)).toEqual([]);
    });

    it('refuses what cannot be kept or read again, and appends its neighbours of the same moment', async () => {
      const { log } = underTest();
      const authority = anAuthority();
      const stream = aStream(authority);
      const event = anEvent(stream);
      const bad = [
        anAppend(stream, { expect: 2n ** 63n }),
        anAppend(stream, { event: { type: 'a b\0' } }),
        { ...anAppend(stream), events: [{ ...event, headerBytes: Uint8Array.of(0xff) }] },
        { ...anAppend(stream), events: [{ ...event, factsBytes: Uint8Array.of(0x22, 0, 0x22) }] },
      ];
      const good = bad.map(() => anAppend(aStream(authority), { event: { facts: { note: 'a\0b' } } }));
      const answers = await Promise.allSettled(
        bad.flatMap((one, n) => [one, good[n]!]).map((append) => log.append(append)),
      );
      answers.forEach((answer, n) =>
        expect(answer).toMatchObject(
          n % 2 === 0 ? { reason: expect.any(TypeError) } : { value: { outcome: 'appended' } },
        ),
      );
      const { events } = await log.readAll(authority);
      expect(events.map(({ header }) => header.stream)).toEqual(good.map((append) => append.stream));
    });
  });
}

const bytes = (event: {
  headerBytes: Uint8Array;
  factsBytes: Uint8Array;
  narrativeBytes: Uint8Array | null;
}): unknown => [
  Buffer.from(event.headerBytes).toString('hex'),
  Buffer.from(event.factsBytes).toString('hex'),
  event.narrativeBytes === null ? null : Buffer.from(event.narrativeBytes).toString('hex'),
];
